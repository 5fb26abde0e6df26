import { auditAct } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { trainingNotificationMessage } from '../../domain/outbox/debriefs.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import {
  decideTraining,
  mayHandleSignal,
  isLesson,
  isSignal,
  type TrainingDecision,
  type TrainingSignal,
} from '../../domain/supervision/trainingSignal.ts';
import { reasonOf } from '../../domain/vocabulary/vocabulary.ts';
import type {
  Clock,
  CoachingRulesSource,
  Directory,
  Ids,
  Policies,
  Roster,
  SignalCalls,
  Store,
  TrainingSignals,
} from '../../ports/index.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface TrainingDeps {
  readonly trainingSignals: TrainingSignals;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const DAY_MS = 86_400_000;
/** For how long what was decided is still shown. */
const DECIDED_SHOWN_DAYS = 90;
/** How many of the calls behind a signal are shown; their number is. */
const CALLS_SHOWN = 50;

/** Raises what has become a signal since the last look. Returns how many. */
export async function raiseTrainingSignals(
  {
    trainingSignals,
    policies,
    coachingRules,
    clock,
    ids,
  }: Pick<TrainingDeps, 'trainingSignals' | 'clock' | 'ids'> & {
    readonly policies: Pick<Policies, 'lastKnown'>;
    readonly coachingRules: CoachingRulesSource;
  },
  orgId: string,
): Promise<number> {
  const at = clock.now();
  const rules = coachingRules.of(orgId).training;
  const vocabulary = vocabularyOf(policies.lastKnown(orgId));
  const since = new Date(Date.parse(at) - rules.days * DAY_MS).toISOString();
  return trainingSignals.look(orgId, { since, atLeast: rules.calls }, (lessons) =>
    lessons
      .filter(
        (one) => isLesson(reasonOf(vocabulary, one.reasonCode)?.family) && isSignal(one, rules),
      )
      .map((one) => {
        const signalId = ids.next();
        return {
          ...one,
          signalId,
          at,
          messages: [trainingNotificationMessage(signalId, orgId)],
          audit: auditAct(
            {
              orgId,
              at,
              action: 'TrainingSignalRaised',
              details: {
                signalId,
                managerUserId: one.managerUserId,
                reasonCode: one.reasonCode,
                calls: one.calls.length,
              },
            },
            { actor: { kind: 'system' }, nextId: () => ids.next() },
          ),
        };
      }),
  );
}

/** A signal with the names of its reps and the calls behind it. */
export interface ShownSignal {
  readonly signal: TrainingSignal;
  readonly manager: string | undefined;
  readonly reps: readonly string[];
  readonly behind: SignalCalls;
}

/** The signals of the teams that this person leads or coaches, the open ones first. */
export async function trainingSignalsFor(
  deps: Omit<TrainingDeps, 'store' | 'ids'>,
  person: Person,
): Promise<readonly ShownSignal[]> {
  const { orgId } = person;
  const decidedSince = new Date(
    Date.parse(deps.clock.now()) - DECIDED_SHOWN_DAYS * DAY_MS,
  ).toISOString();
  const signals = await deps.trainingSignals.list(orgId, decidedSince);
  const shown = await Promise.all(signals.map((signal) => shownTo(deps, person, signal)));
  return shown.flat();
}

/** Decides that a training is planned for a team or not needed. */
export async function decideTrainingSignal(
  deps: TrainingDeps,
  person: Person,
  { signalId, ...given }: { readonly signalId: string } & Pick<TrainingDecision, 'status' | 'note'>,
): Promise<Result<ShownSignal>> {
  const refuse = (code: 'training_signal_not_found' | 'training_signal_decided') =>
    refuseAudited(deps, person, {
      attempt: { action: 'DecideTrainingSignal' },
      why: refusal(code),
    });
  const signal = await deps.trainingSignals.find(person.orgId, signalId);
  const isTheirs = signal && (await shownTo(deps, person, signal)).length > 0;
  if (!isTheirs) return refuse('training_signal_not_found');
  const decided = await deps.trainingSignals.decide(person.orgId, signalId, {
    decide: (current) => decideTraining(current, person, { given, now: deps.clock.now() }),
    audit: ({ status }) =>
      actEntry(deps, person, {
        action: 'TrainingSignalDecided',
        details: { signalId, status, reasonCode: signal.reasonCode },
      }),
  });
  if (!decided) return refuse('training_signal_not_found');
  if ('refusal' in decided) return refuse('training_signal_decided');
  const [shown] = await shownTo(deps, person, decided.ok);
  return shown ? { ok: shown } : refuse('training_signal_not_found');
}

/**
 * The people to notify of a signal: the reps' manager, and coaches who may join their calls. Throws
 * CrmUnavailable.
 */
export async function recipientsOfSignal(
  {
    roster,
    directory,
    policies,
  }: Pick<TrainingDeps, 'directory' | 'policies'> & {
    readonly roster: Roster;
  },
  signal: TrainingSignal,
): Promise<readonly Person[]> {
  const [policy, reps, userIds] = await Promise.all([
    policies.inForce(signal.orgId),
    repsOf({ directory }, signal),
    roster.userIds(signal.orgId),
  ]);
  const people = await Promise.all(userIds.map((userId) => directory.person(signal.orgId, userId)));
  return people.filter(
    (one): one is Person =>
      one !== undefined &&
      (one.userId === signal.managerUserId || one.roles.includes('coach')) &&
      mayHandleSignal(policy, one, { reps, ...signal }),
  );
}

async function shownTo(
  { trainingSignals, directory, policies }: Omit<TrainingDeps, 'store' | 'ids' | 'clock'>,
  person: Person,
  signal: TrainingSignal,
): Promise<ShownSignal[]> {
  const { orgId } = person;
  const [policy, reps] = await Promise.all([
    policies.inForce(orgId),
    repsOf({ directory }, signal),
  ]);
  if (!mayHandleSignal(policy, person, { reps, ...signal })) return [];
  const [manager, behind] = await Promise.all([
    directory.person(orgId, signal.managerUserId),
    trainingSignals.calls(orgId, signal.signalId, CALLS_SHOWN),
  ]);
  return [
    {
      signal,
      manager: manager?.name,
      reps: reps.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
      behind,
    },
  ];
}

/** Those who are still in the org. */
const repsOf = async (
  { directory }: Pick<TrainingDeps, 'directory'>,
  { orgId, repUserIds }: TrainingSignal,
): Promise<Person[]> =>
  (await Promise.all(repUserIds.map((userId) => directory.person(orgId, userId)))).filter(
    (one): one is Person => one !== undefined,
  );
