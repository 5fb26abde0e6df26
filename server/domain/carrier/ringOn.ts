import { connectedParticipant, type Call, type Party } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { currentRingStep, RING_AT_MOST, ringStepSince, type LookedUp } from '../call/ringing.ts';
import { endCall } from './endCall.ts';

/** A phone rings a little longer than it was asked to, and its report takes a moment. */
const RING_GRACE_MS = 15_000;

/**
 * The next ringing step of an inbound call: when no rep is being rung any more, the next step
 * begins; after the last one the call ends, and the caller gets the voicemail or the goodbye.
 */
export function ringOn(call: Call, now: string): CallEvent[] {
  const { ringing } = call;
  if (call.status !== 'ringing' || !ringing) return [];
  const isOver = (number: number): boolean => number >= ringing.steps.length;
  if (isOver(0) && !waitsForReady(call, now)) return endCall(call, endOf(call), now);
  if (!connectedParticipant(call, 'customer') || isSomebodyRung(call)) return [];
  const number = ringing.step === undefined ? 0 : ringing.step + 1;
  if (isOver(number)) return waitsForReady(call, now) ? [] : endCall(call, endOf(call), now);
  const step = ringing.steps[number]!;
  return [
    { type: 'RingStepBegan', step: number, at: now },
    ...step.reps.map(({ userId }): CallEvent => ({
      type: 'ParticipantDialled',
      party: step.whom === 'owner' ? { role: 'rep' } : { role: 'colleague', userId },
      at: now,
    })),
  ];
}

/** Whether a caller for whom nobody is rung waits for reps who are finishing a call. */
const waitsForReady = ({ ringing }: Call, now: string): boolean =>
  (ringing?.finishing?.length ?? 0) > 0 && now < (ringing?.waitsUntil ?? now);

/**
 * When somebody may be ready whom a caller waits for, and when the wait is over, in ISO 8601; none if
 * nobody is waited for.
 */
export function readyTimes(call: Call): string[] {
  const { status, ringing } = call;
  if (status !== 'ringing' || !ringing?.finishing?.length) return [];
  const overAt = isSomebodyRung(call) ? undefined : ringing.waitsUntil;
  return [...ringing.finishing.map(({ until }) => until), ...(overAt ? [overAt] : [])];
}

/**
 * What follows once those whom a caller waits for were looked up: who is ready is rung. A group that
 * is rung one after another rings them after the others.
 */
export function repsReady(call: Call, { ready, finishing }: LookedUp, now: string): CallEvent[] {
  if (call.status !== 'ringing' || !call.ringing?.finishing) return [];
  const known = new Set(call.ringing.finishing.map(({ rep }) => rep.userId));
  const waitedFor = ready.filter(({ rep }) => known.has(rep.userId));
  const left = finishing.filter(({ rep }) => known.has(rep.userId));
  for (const { rep } of [...waitedFor, ...left]) known.delete(rep.userId);
  return [
    ...(known.size > 0 ? [{ type: 'RepsNotAwaited' as const, userIds: [...known], at: now }] : []),
    ...(waitedFor.length > 0 ? ringReady(call, { ready: waitedFor, finishing: left }, now) : []),
  ];
}

function ringReady(call: Call, { ready, finishing }: LookedUp, now: string): CallEvent[] {
  const rung = call.participants.filter(({ party, status }) => isRep(party) && status !== 'left');
  const joins =
    !call.ringing?.ringsInTurn &&
    currentRingStep(call)?.whom === 'group' &&
    rung.length + ready.length <= RING_AT_MOST;
  return [
    { type: 'RepsBecameReady', ready, finishing, joins, at: now },
    ...ready.flatMap(({ rep: { userId } }): CallEvent[] =>
      joins ? [{ type: 'ParticipantDialled', party: { role: 'colleague', userId }, at: now }] : [],
    ),
  ];
}

/**
 * When a step should be over though the carrier has not said so, as an ISO 8601 time. A rep who was
 * lost is waited for by another clock.
 */
export function ringLimitAt(call: Call): string | undefined {
  const step = currentRingStep(call);
  if (call.status === 'live' && (step?.whom === 'owner' || !isSomebodyRung(call))) return undefined;
  const since = ringStepSince(call);
  return step && since
    ? new Date(Date.parse(since) + step.seconds * 1_000 + RING_GRACE_MS).toISOString()
    : undefined;
}

/** Those who have been rung for too long, and whose end the carrier never reported. */
export function overdueRings(call: Call, now: string): CallEvent[] {
  const limitAt = ringLimitAt(call);
  if (!limitAt || now < limitAt) return [];
  return call.participants.flatMap(({ party, connectionId, status }): CallEvent[] =>
    status === 'ringing' && isRep(party)
      ? [{ type: 'ParticipantLeft', party, connectionId, at: now }]
      : [],
  );
}

const endOf = ({ ringing }: Call) =>
  ringing?.otherwise === 'voicemail' ? 'voicemail' : 'not_answered';

const isSomebodyRung = ({ participants }: Call): boolean =>
  participants.some(({ party, status }) => isRep(party) && status !== 'left');

const isRep = ({ role }: Party): boolean => role === 'rep' || role === 'colleague';
