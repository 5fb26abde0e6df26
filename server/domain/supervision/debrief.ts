import type { DebriefStage, DueStep, SampledBecause } from '../call/debriefRules.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import type { Slot } from './debriefSlots.ts';
import { faultIn, scoreOf, type Score, type ScoreAnswer, type ScorecardItem } from './scorecard.ts';

/**
 * What a debrief is about: an intervention, the moments that a rep flagged on a call, or a call that
 * was sampled, by chance or because the rep is new.
 */
export type DebriefSource =
  | { readonly kind: 'intervention'; readonly interventionId: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'sample'; readonly because: SampledBecause };

/** A planned debrief: what it is about and the two who hold it. */
export interface Debrief {
  /** The id of its intervention, where it is about one. */
  readonly debriefId: string;
  readonly source: DebriefSource;
  readonly callId: string;
  readonly orgId: string;
  readonly rep: { readonly userId: string; readonly name: string };
  readonly supervisor: { readonly userId: string; readonly name: string };
  readonly customerName: string;
  readonly dueOn: string;
  /** When its outcome was given, or when it was planned. */
  readonly plannedAt: string;
  readonly reasonCode?: string;
  /** What the supervisor wants to talk about. */
  readonly note?: string;
  /** The rep's time zone, as it was during the call. */
  readonly repZone?: string;
  /** Notifications that were sent because time passed. */
  readonly notifiedSteps: readonly DueStep[];
  /** The user id of the person it was escalated to. */
  readonly escalatedTo?: string;
  readonly progress: DebriefProgress;
}

/**
 * How far it is. The rep scores first, then the supervisor; the rep then says that they have read
 * it, and only then it can be closed. Nothing that was given can be changed.
 */
export interface DebriefProgress {
  readonly selfScore?: Score;
  readonly supervisorScore?: Score;
  readonly acknowledged?: { readonly at: string; readonly answer?: string };
  readonly booking?: Booking;
  /** When it was closed. */
  readonly closedAt?: string;
  /** What was taken from it; kept in the CRM for interventions. */
  readonly notes?: DebriefNotes;
  /** Why one of the two closed it alone: the other has left. */
  readonly closedAlone?: { readonly by: DebriefHolder; readonly reason: string };
  /** Both participants' ratings, each given once. */
  readonly ratings?: { readonly rep?: CoachingRating; readonly supervisor?: CoachingRating };
}

export type DebriefHolder = 'rep' | 'supervisor';

/** What the supervisor writes down when it was held. */
export interface DebriefNotes {
  readonly whatHappened?: string;
  readonly nextTime: string;
}

/** How much a debrief helped, as one of the two says. */
export interface CoachingRating {
  /** 1 to 5, the best last. */
  readonly value: number;
  readonly comment?: string;
  readonly at: string;
}

/** The time at which the two hold it. `moves` counts how often it was chosen anew. */
interface Booking extends Slot {
  readonly by: DebriefHolder;
  readonly at: string;
  readonly moves: number;
}

export function stageOf({
  selfScore,
  supervisorScore,
  acknowledged,
}: DebriefProgress): DebriefStage {
  if (!selfScore) return 'rep_scores';
  if (!supervisorScore) return 'supervisor_scores';
  return acknowledged ? 'ready' : 'rep_reads';
}

/** The progress after an act, or the refusal. */
export type DebriefDecision =
  | { readonly progress: DebriefProgress }
  | { readonly refusal: Refusal };

/** The rep scores their own call, or the supervisor scores it after them. */
export function decideScore(
  { rep, supervisor, progress }: Debrief,
  person: Pick<Person, 'userId'>,
  {
    items,
    answers,
    now,
  }: { items: readonly ScorecardItem[]; answers: readonly ScoreAnswer[]; readonly now: string },
): DebriefDecision {
  const isRep = person.userId === rep.userId;
  if (!isRep && person.userId !== supervisor.userId)
    return { refusal: refusal('debrief_not_found') };
  if (progress.closedAt) return { refusal: refusal('debrief_closed') };
  if (isRep ? progress.selfScore : progress.supervisorScore)
    return { refusal: refusal('debrief_given') };
  if (!isRep && !progress.selfScore)
    return { refusal: refusal('debrief_rep_first', { values: { rep: rep.name } }) };
  const fault = faultIn(items, answers);
  if (fault)
    return {
      refusal: refusal('score_incomplete', {
        field: fault.item,
        ...(fault.because === 'comment_missing' && { wording: 'score_incomplete.comment' }),
      }),
    };
  const known = answers.filter(({ item }) => items.some(({ name }) => name === item));
  const score: Score = {
    byUserId: person.userId,
    at: now,
    answers: known,
    ...scoreOf(items, known),
  };
  return {
    progress: { ...progress, ...(isRep ? { selfScore: score } : { supervisorScore: score }) },
  };
}

/** The rep has read the supervisor's score, and may answer it. */
export function decideAcknowledge(
  { rep, progress }: Debrief,
  person: Pick<Person, 'userId'>,
  { answer, now }: { readonly answer?: string; readonly now: string },
): DebriefDecision {
  if (person.userId !== rep.userId) return { refusal: refusal('debrief_not_found') };
  if (progress.acknowledged) return { refusal: refusal('debrief_given') };
  if (!progress.supervisorScore) return { refusal: refusal('debrief_not_scored') };
  return { progress: { ...progress, acknowledged: { at: now, ...(answer && { answer }) } } };
}

/** What is missing before a debrief can be closed: a wording where the code's own does not say it. */
const MISSING = {
  rep_scores: undefined,
  supervisor_scores: 'debrief_unfinished.your_score',
  rep_reads: 'debrief_unfinished.unread',
} as const;

/** What closes a debrief. */
export interface Closing {
  /** Required unless the CRM keeps them with the intervention. */
  readonly notes?: DebriefNotes;
  readonly now: string;
}

/** The supervisor closes it once both have done their part; closed again, it stays as it was. */
export function decideClose(
  { source, rep, supervisor, progress }: Debrief,
  person: Pick<Person, 'userId'>,
  { notes, now }: Closing,
): DebriefDecision {
  if (person.userId !== supervisor.userId) return { refusal: refusal('debrief_not_found') };
  if (progress.closedAt) return { progress };
  const stage = stageOf(progress);
  if (stage !== 'ready') {
    const wording = MISSING[stage];
    return {
      refusal: refusal('debrief_unfinished', {
        ...(wording && { wording }),
        values: { rep: rep.name },
      }),
    };
  }
  if (source.kind === 'intervention') return { progress: { ...progress, closedAt: now } };
  if (!notes?.nextTime)
    return {
      refusal: refusal('debrief_unfinished', {
        wording: 'debrief_unfinished.next_time',
        values: { rep: rep.name },
      }),
    };
  return { progress: { ...progress, notes, closedAt: now } };
}

/**
 * One of the two closes it, with the reason, because the other has left the org and cannot do their
 * part any more.
 */
export function decideCloseAlone(
  debrief: Debrief,
  person: Pick<Person, 'userId'>,
  {
    reason,
    hasLeft,
    now,
  }: { readonly reason: string; readonly hasLeft: boolean; readonly now: string },
): DebriefDecision {
  const { progress } = debrief;
  const by = holderOf(debrief, person.userId);
  if (!by) return { refusal: refusal('debrief_not_found') };
  if (progress.closedAt) return { progress };
  if (!hasLeft)
    return {
      refusal: refusal('debrief_needs_both', { values: { name: otherOf(debrief, by).name } }),
    };
  return { progress: { ...progress, closedAlone: { by, reason }, closedAt: now } };
}

/** Whether the booked time is not needed any more: one of the two closed the debrief before it. */
export const isBookingOver = ({
  progress: { booking, closedAlone, closedAt },
}: Pick<Debrief, 'progress'>): boolean =>
  booking !== undefined &&
  closedAlone !== undefined &&
  closedAt !== undefined &&
  closedAt < booking.startsAt;

/** Which of the two a person is; undefined for everybody else. */
export function holderOf(
  { rep, supervisor }: Pick<Debrief, 'rep' | 'supervisor'>,
  userId: string,
): DebriefHolder | undefined {
  if (userId === rep.userId) return 'rep';
  return userId === supervisor.userId ? 'supervisor' : undefined;
}

/** The one with whom this one holds it. */
export const otherOf = (
  { rep, supervisor }: Pick<Debrief, 'rep' | 'supervisor'>,
  holder: DebriefHolder,
): Debrief['rep'] => (holder === 'rep' ? supervisor : rep);

/**
 * One of the two chooses a time, or another one in place of `replaces`. The same time again changes
 * nothing; who has not seen what the other chose meanwhile replaces nothing.
 */
export function decideBooking(
  debrief: Debrief,
  person: Pick<Person, 'userId'>,
  {
    slot,
    isFree,
    replaces,
    now,
  }: {
    readonly slot: Slot;
    readonly isFree: boolean;
    readonly replaces?: string;
    readonly now: string;
  },
): DebriefDecision {
  const { rep, supervisor, progress } = debrief;
  const { booking, closedAt } = progress;
  if (![rep.userId, supervisor.userId].includes(person.userId))
    return { refusal: refusal('debrief_not_found') };
  if (closedAt) return { refusal: refusal('debrief_closed') };
  if (booking?.startsAt === slot.startsAt) return { progress };
  if (booking?.startsAt !== replaces) return { refusal: refusal('debrief_booked_meanwhile') };
  if (!isFree) return { refusal: refusal('debrief_slot_taken') };
  const booked: Booking = {
    ...slot,
    by: person.userId === rep.userId ? 'rep' : 'supervisor',
    at: now,
    moves: booking ? booking.moves + 1 : 0,
  };
  return { progress: { ...progress, booking: booked } };
}

/**
 * Whether the reason came back: `again` on the call where it did, `graduated` after so many calls
 * without it.
 */
export type Watch =
  | { readonly status: 'watching'; readonly calls: number; readonly of: number }
  | { readonly status: 'graduated'; readonly of: number }
  | { readonly status: 'again'; readonly callId: string; readonly at: string };

/** A call of the rep after the debrief, and the reasons for which supervisors were on it. */
export interface LaterCall {
  readonly callId: string;
  readonly at: string;
  readonly reasonCodes: readonly string[];
}

/** The result from the rep's calls after the debrief, oldest first; undefined without a reason. */
export function watchOf(
  reasonCode: string | undefined,
  later: readonly LaterCall[],
  of: number,
): Watch | undefined {
  if (reasonCode === undefined) return undefined;
  const watched = later.slice(0, of);
  const again = watched.find(({ reasonCodes }) => reasonCodes.includes(reasonCode));
  if (again) return { status: 'again', callId: again.callId, at: again.at };
  return watched.length >= of
    ? { status: 'graduated', of }
    : { status: 'watching', calls: watched.length, of };
}
