import type { ActAction, AttemptAction } from '../../domain/audit/actions.ts';
import type { Call, Recording, RepOnCall } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { debriefRecordMessage } from '../../domain/outbox/debriefs.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { mayRate } from '../../domain/supervision/coachingRating.ts';
import {
  decideAcknowledge,
  decideScore,
  holderOf,
  otherOf,
  stageOf,
  watchOf,
  type Debrief,
  type DebriefDecision,
  type Watch,
} from '../../domain/supervision/debrief.ts';
import { dueAtOf } from '../../domain/supervision/debriefDue.ts';
import {
  itemsFor,
  type ScoreAnswer,
  type ScorecardItem,
} from '../../domain/supervision/scorecard.ts';
import { reasonOf } from '../../domain/vocabulary/vocabulary.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Clock,
  type CoachingRulesSource,
  type DebriefNotifications,
  type Debriefs,
  type Directory,
  type DueDebriefs,
  type Ids,
  type Policies,
  type Scorecards,
  type Store,
} from '../../ports/index.ts';
import { recordingsHeardBy } from '../recordings/openRecording.ts';
import type { Result } from '../transact/result.ts';
import { changeDebrief } from './changeDebrief.ts';

export interface DebriefDeps {
  readonly debriefs: Debriefs;
  readonly scorecards: Scorecards;
  readonly coachingRules: CoachingRulesSource;
  readonly policies: Pick<Policies, 'lastKnown'>;
  readonly store: Pick<Store, 'loadCall' | 'loadCalls' | 'recordAudit'>;
  readonly directory: Pick<Directory, 'known' | 'person'>;
  readonly dueDebriefs: Pick<DueDebriefs, 'escalatedTo'>;
  readonly notifications: Pick<DebriefNotifications, 'closed'>;
  /** Whether a law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A debrief with what it is judged by, what happened on the call, and what came of it. */
export interface ShownDebrief {
  readonly debrief: Debrief;
  readonly items: readonly ScorecardItem[];
  readonly call: Call | undefined;
  readonly watch: Watch | undefined;
  /** The people whose time zones are used; undefined while one of them is unknown. */
  readonly zones: { readonly rep: string; readonly supervisor: string } | undefined;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  /** Whether the one who looks is asked to rate the coaching. */
  readonly mayRate: boolean;
  /** Whether the other one is no longer active in the org, as far as is known. */
  readonly hasOtherLeft: boolean;
  /** The recording of the call, if the one who looks may play it. */
  readonly recording: Recording | undefined;
}

/** A debrief with its call, as far as that is still there. */
export interface ListedDebrief {
  readonly debrief: Debrief;
  readonly call: Call | undefined;
}

/** The open debriefs of this person about calls that their supervisors did not join. */
export async function debriefsOfCalls(
  { debriefs, store }: Pick<DebriefDeps, 'debriefs'> & { readonly store: Pick<Store, 'loadCalls'> },
  { orgId, userId }: Person,
): Promise<readonly ListedDebrief[]> {
  const found = await debriefs.ofCalls(orgId, userId);
  const calls = await store.loadCalls(found.map(({ callId }) => callId));
  return found.map((debrief) => ({ debrief, call: calls.get(debrief.callId) }));
}

/** Available to its two participants; not found for everybody else. */
export async function showDebrief(
  deps: DebriefDeps,
  person: Person,
  { debriefId }: { readonly debriefId: string },
): Promise<Result<ShownDebrief>> {
  const debrief = await deps.debriefs.find(person.orgId, debriefId);
  if (!debrief || !holderOf(debrief, person.userId))
    return { refusal: refusal('debrief_not_found') };
  return { ok: await shown(deps, debrief, person) };
}

/** Overdue debriefs of others that were escalated to this person, without what the CRM has closed. */
export async function escalatedDebriefs(
  { dueDebriefs, notifications }: Pick<DebriefDeps, 'dueDebriefs' | 'notifications'>,
  { orgId, userId }: Person,
): Promise<readonly Debrief[]> {
  const found = await dueDebriefs.escalatedTo(orgId, userId);
  if (found.length === 0) return found;
  try {
    const ids = found.map(({ debriefId }) => debriefId);
    const closed = await notifications.closed(orgId, ids);
    return found.filter(({ debriefId }) => !closed.has(debriefId));
  } catch (fault) {
    // As far as is known here; the CRM may know of more that are closed.
    if (fault instanceof CrmProblem) return found;
    throw fault;
  }
}

/** The rep's score of their own call, or the supervisor's after it, who scores only notified reps. */
export async function scoreCall(
  deps: DebriefDeps,
  person: Person,
  { debriefId, answers }: { debriefId: string; answers: readonly ScoreAnswer[] },
): Promise<Result<ShownDebrief>> {
  // Read before the debrief is locked: the CRM may take its time.
  const [card, isUnnotified] = await Promise.all([
    deps.scorecards.of(person.orgId),
    isRepUnnotified(deps, person, debriefId),
  ]);
  return change(deps, person, {
    debriefId,
    attempt: 'ScoreCall',
    act: 'CallScored',
    decide: (debrief) =>
      isUnnotified && person.userId === debrief.supervisor.userId
        ? { refusal: refusal('rep_not_notified') }
        : decideScore(debrief, person, {
            items: itemsOf(deps, card, debrief),
            answers,
            now: deps.clock.now(),
          }),
  });
}

async function isRepUnnotified(
  { debriefs, store, isRepUnnotified: ask }: DebriefDeps,
  { orgId }: Person,
  debriefId: string,
): Promise<boolean> {
  const debrief = await debriefs.find(orgId, debriefId);
  const call = debrief && (await store.loadCall(debrief.callId));
  return call !== undefined && ask(orgId, call.rep);
}

/** The rep has read the supervisor's score. */
export function acknowledgeScore(
  deps: DebriefDeps,
  person: Person,
  { debriefId, answer }: { debriefId: string; answer?: string },
): Promise<Result<ShownDebrief>> {
  return change(deps, person, {
    debriefId,
    attempt: 'AcknowledgeScore',
    act: 'ScoreAcknowledged',
    decide: (debrief) => decideAcknowledge(debrief, person, { answer, now: deps.clock.now() }),
  });
}

/** An act of one of the two, of which the CRM hears how far the debrief then is. */
async function change(
  deps: DebriefDeps,
  person: Person,
  {
    decide,
    act,
    ...named
  }: {
    readonly debriefId: string;
    readonly attempt: AttemptAction;
    readonly act: ActAction;
    readonly decide: (debrief: Debrief) => DebriefDecision;
  },
): Promise<Result<ShownDebrief>> {
  const changed = await changeDebrief(deps, person, {
    ...named,
    decide(debrief) {
      const decided = decide(debrief);
      return 'refusal' in decided
        ? decided
        : { ...decided, messages: [debriefRecordMessage(debrief, stageOf(decided.progress))] };
    },
    act: ({ progress: { supervisorScore, selfScore } }) => ({
      action: act,
      ...(act === 'CallScored' && {
        details: { percent: (supervisorScore ?? selfScore)?.percent },
      }),
    }),
  });
  return 'refusal' in changed ? changed : { ok: await shown(deps, changed.ok, person) };
}

async function shown(deps: DebriefDeps, debrief: Debrief, person: Person): Promise<ShownDebrief> {
  const { orgId, rep, reasonCode, progress } = debrief;
  const { watchedCalls, debriefs: rules } = deps.coachingRules.of(orgId);
  const dueAt = dueAtOf({ dueOn: debrief.dueOn, repZone: debrief.repZone }, rules);
  const later = progress.acknowledged
    ? await deps.debriefs.laterCalls(orgId, rep.userId, {
        after: progress.acknowledged.at,
        limit: watchedCalls,
      })
    : [];
  const call = await deps.store.loadCall(debrief.callId);
  const you = holderOf(debrief, person.userId) ?? 'rep';
  const heard = recordingsHeardBy(person, deps.policies.lastKnown(orgId), deps.clock.now());
  const zoneOf = (userId: string) => deps.directory.known(orgId, userId)?.timeZone;
  const zones = [zoneOf(rep.userId) ?? call?.rep.timeZone, zoneOf(debrief.supervisor.userId)];
  return {
    debrief,
    items: itemsOf(deps, await deps.scorecards.of(orgId), debrief),
    call,
    dueAt,
    isOverdue: !progress.closedAt && dueAt <= deps.clock.now(),
    mayRate: mayRate(progress, you, deps.clock.now()),
    hasOtherLeft: await hasLeft(deps, orgId, otherOf(debrief, you).userId),
    recording: call && heard(call).find(({ of }) => of.kind === 'call'),
    zones: zones[0] && zones[1] ? { rep: zones[0], supervisor: zones[1] } : undefined,
    watch: progress.acknowledged && watchOf(reasonCode, later, watchedCalls),
  };
}

/** Whether the org has this person as inactive; nobody while the CRM does not say. */
async function hasLeft(
  { directory }: Pick<DebriefDeps, 'directory'>,
  orgId: string,
  userId: string,
): Promise<boolean> {
  try {
    return (await directory.person(orgId, userId))?.active !== true;
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return false;
    throw fault;
  }
}

/** Only what applies to the reason; a score that was given keeps its own answers. */
function itemsOf(
  { policies }: Pick<DebriefDeps, 'policies'>,
  card: readonly ScorecardItem[],
  { orgId, reasonCode }: Debrief,
) {
  const family = reasonCode
    ? reasonOf(vocabularyOf(policies.lastKnown(orgId)), reasonCode)?.family
    : undefined;
  return itemsFor(card, family);
}
