import type { ActAction, AttemptAction } from '../../domain/audit/actions.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { debriefClosedMessages } from '../../domain/outbox/outbox.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { mayRate } from '../../domain/supervision/coachingRating.ts';
import {
  decideAcknowledge,
  decideClose,
  decideScore,
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
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface DebriefDeps {
  readonly debriefs: Debriefs;
  readonly scorecards: Scorecards;
  readonly coachingRules: CoachingRulesSource;
  readonly policies: Pick<Policies, 'lastKnown'>;
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'recordAudit'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly dueDebriefs: Pick<DueDebriefs, 'escalatedTo'>;
  readonly notifications: Pick<DebriefNotifications, 'closed'>;
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
}

/** Available to its two participants; not found for everybody else. */
export async function showDebrief(
  deps: DebriefDeps,
  person: Person,
  { interventionId }: { readonly interventionId: string },
): Promise<Result<ShownDebrief>> {
  const debrief = await deps.debriefs.find(person.orgId, interventionId);
  if (!debrief || !holds(debrief, person)) return { refusal: refusal('debrief_not_found') };
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
    const ids = found.map(({ interventionId }) => interventionId);
    const closed = await notifications.closed(orgId, ids);
    return found.filter(({ interventionId }) => !closed.has(interventionId));
  } catch (fault) {
    // As far as is known here; the CRM may know of more that are closed.
    if (fault instanceof CrmProblem) return found;
    throw fault;
  }
}

/** The rep's score of their own call, or the supervisor's after it. */
export async function scoreCall(
  deps: DebriefDeps,
  person: Person,
  { interventionId, answers }: { interventionId: string; answers: readonly ScoreAnswer[] },
): Promise<Result<ShownDebrief>> {
  // Read before the debrief is locked: the CRM may take its time.
  const card = await deps.scorecards.of(person.orgId);
  return change(deps, person, {
    interventionId,
    attempt: 'ScoreCall',
    act: 'CallScored',
    decide: (debrief) =>
      decideScore(debrief, person, {
        items: itemsOf(deps, card, debrief),
        answers,
        now: deps.clock.now(),
      }),
  });
}

/** The rep has read the supervisor's score. */
export function acknowledgeScore(
  deps: DebriefDeps,
  person: Person,
  { interventionId, answer }: { interventionId: string; answer?: string },
): Promise<Result<ShownDebrief>> {
  return change(deps, person, {
    interventionId,
    attempt: 'AcknowledgeScore',
    act: 'ScoreAcknowledged',
    decide: (debrief) => decideAcknowledge(debrief, person, { answer, now: deps.clock.now() }),
  });
}

/**
 * The supervisor has closed the debrief in the CRM. Its task, which is the rep's, is closed with the
 * next write of the intervention, as far as the CRM says that the debrief is done.
 */
export async function closeDebrief(
  deps: Pick<DebriefDeps, 'debriefs' | 'store' | 'clock' | 'ids'>,
  person: Person,
  { interventionId }: { readonly interventionId: string },
): Promise<Result<undefined>> {
  const { debriefs, store, clock } = deps;
  const closed = (await debriefs.change(person.orgId, interventionId, {
    decide: (debrief) => decideClose(debrief, person, clock.now()),
    auditOf: () => [],
  })) ?? { refusal: refusal('debrief_not_found') };
  if ('refusal' in closed)
    return refuseAudited(deps, person, {
      attempt: { action: 'CloseDebrief', interventionId },
      why: closed.refusal,
    });
  await store.changeCall(closed.ok.callId, (call) => ({
    call,
    audit: [],
    outbox: debriefClosedMessages(call, interventionId, clock.now()),
    answer: undefined,
  }));
  return { ok: undefined };
}

async function change(
  deps: DebriefDeps,
  person: Person,
  {
    interventionId,
    attempt,
    act,
    decide,
  }: {
    readonly interventionId: string;
    /** On the audit, when it is refused and when it is done. */
    readonly attempt: AttemptAction;
    readonly act: ActAction;
    readonly decide: (debrief: Debrief) => DebriefDecision;
  },
): Promise<Result<ShownDebrief>> {
  const changed = await deps.debriefs.change(person.orgId, interventionId, {
    decide,
    auditOf: (after) => [
      actEntry(deps, person, {
        action: act,
        interventionId,
        details: {
          percent:
            act === 'CallScored' ? (after.supervisorScore ?? after.selfScore)?.percent : undefined,
        },
      }),
    ],
  });
  const outcome = changed ?? { refusal: refusal('debrief_not_found') };
  return 'refusal' in outcome
    ? refuseAudited(deps, person, {
        attempt: { action: attempt, interventionId },
        why: outcome.refusal,
      })
    : { ok: await shown(deps, outcome.ok, person) };
}

async function shown(
  deps: DebriefDeps,
  debrief: Debrief,
  { userId }: Person,
): Promise<ShownDebrief> {
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
  const zoneOf = (userId: string) => deps.directory.known(orgId, userId)?.timeZone;
  const zones = [zoneOf(rep.userId) ?? call?.rep.timeZone, zoneOf(debrief.supervisor.userId)];
  return {
    debrief,
    items: itemsOf(deps, await deps.scorecards.of(orgId), debrief),
    call,
    dueAt,
    isOverdue: !progress.closedAt && dueAt <= deps.clock.now(),
    mayRate: mayRate(progress, userId === rep.userId ? 'rep' : 'supervisor', deps.clock.now()),
    zones: zones[0] && zones[1] ? { rep: zones[0], supervisor: zones[1] } : undefined,
    watch: progress.acknowledged && watchOf(reasonCode, later, watchedCalls),
  };
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

const holds = ({ rep, supervisor }: Debrief, { userId }: Person): boolean =>
  rep.userId === userId || supervisor.userId === userId;
