import type { Person } from '../call/people.ts';
import type { ReasonCode } from '../call/reasons.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import type { TrainingRules } from '../call/trainingRules.ts';
import type { Policy } from '../policy/policy.ts';
import { reachesInSomeMode } from '../policy/reach.ts';

/** A call on which a supervisor stepped in for a reason. */
export interface LessonCall {
  readonly callId: string;
  readonly repUserId: string;
}

/** The calls of a manager's reps for one reason that are behind no signal yet. */
export interface TeamLessons {
  readonly managerUserId: string;
  readonly reasonCode: ReasonCode;
  readonly calls: readonly LessonCall[];
}

/** A decision about a signal, and why. */
export interface TrainingDecision {
  readonly status: 'planned' | 'dismissed';
  readonly note: string;
  readonly by: { readonly userId: string; readonly name: string };
  readonly at: string;
}

/** A reason that came back across the reps of one manager. It is open until it is decided. */
export interface TrainingSignal {
  readonly signalId: string;
  readonly orgId: string;
  readonly managerUserId: string;
  readonly reasonCode: ReasonCode;
  readonly raisedAt: string;
  /** The reps behind it. */
  readonly repUserIds: readonly string[];
  readonly decision?: TrainingDecision;
}

/** Families of reasons for which a supervisor is there though the rep lacks nothing. */
const NO_LESSON: readonly string[] = ['planned', 'high_value', 'mandatory'];

/** Whether a reason of this family can be something that a team has to learn. */
export const isLesson = (family: string | undefined): boolean =>
  family === undefined || !NO_LESSON.includes(family);

/** Whether this number of calls and reps is a signal. */
export const isSignal = (
  { calls }: Pick<TeamLessons, 'calls'>,
  rules: Pick<TrainingRules, 'reps' | 'calls'>,
): boolean =>
  new Set(calls.map(({ callId }) => callId)).size >= rules.calls &&
  new Set(calls.map(({ repUserId }) => repUserId)).size >= rules.reps;

/**
 * Whether a person sees a signal and decides it: managers above the reps, and coaches, if they may
 * be on the calls of every rep behind it.
 */
export function mayHandleSignal(
  policy: Policy,
  person: Person,
  {
    reps,
    managerUserId,
  }: Pick<TrainingSignal, 'managerUserId'> & { readonly reps: readonly Person[] },
): boolean {
  const isAbove =
    person.userId === managerUserId ||
    reps.some(({ managerIds }) => managerIds.includes(person.userId));
  return (
    (isAbove || person.roles.includes('coach')) &&
    reps.length > 0 &&
    reps.every((rep) => reachesInSomeMode(policy, person, { rep }))
  );
}

/** A training is planned, or the signal is dismissed; once, with a reason. */
export function decideTraining(
  signal: TrainingSignal,
  { userId, name }: Pick<Person, 'userId' | 'name'>,
  {
    given,
    now,
  }: { readonly given: Pick<TrainingDecision, 'status' | 'note'>; readonly now: string },
): { readonly decision: TrainingDecision } | { readonly refusal: Refusal } {
  return signal.decision
    ? { refusal: refusal('training_signal_decided') }
    : { decision: { ...given, by: { userId, name }, at: now } };
}
