import {
  connectedParticipant,
  isActive,
  isInTakeover,
  type ActiveIntervention,
  type Call,
  type Participant,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { guestWithCall } from '../call/guest.ts';
import { replacesRep } from '../call/modes.ts';
import { isPractice } from '../call/purpose.ts';
import { lostRep, openRepLoss, waitsUntil } from '../call/repLoss.ts';
import { requestedTransfer } from '../call/transfer.ts';
import type { ParticipantFact } from './carrierFacts.ts';
import { isCustomerAlone, isNobodyHeard } from './customerCover.ts';
import { endCall } from './endCall.ts';
import { DIAL_LIMIT_MS } from './timeLimits.ts';

/*
 * A rep's connection that is lost in mid-call ends nothing. The customer hears that they are waited
 * for; the rep is rung and can come back; then those whom the org names are rung; then comes the
 * voicemail. Somebody whom the customer hears keeps the customer company, and nothing goes on.
 *
 *   RepLost ........... the rep's connection left, and nobody had said that it should
 *      |                RepLossPlanned: who comes after the rep (planRepLoss)
 *      |                RingStepBegan: the rep's time, or a step of the group, is over
 *      |
 *      +-- RepLossEnded, returned: the rep is connected again
 *      +-- RepLossEnded, taken: a colleague has the call
 *      +-- CallEnded: voicemail, rep_unreachable, or abandoned by the customer
 */

/** A rep who could not be rung is rung again after this long, within the rep's own time. */
const RING_AGAIN_MS = 10_000;

/**
 * The events that follow when the rep's connection has left: none if that was expected, or if the
 * carrier reports that the conference is over. `before` has the rep.
 */
export function repGone(
  before: Call,
  after: Call,
  { connectionId, because }: ParticipantFact,
  now: string,
): CallEvent[] {
  const gone = before.participants.find((one) => one.connectionId === connectionId);
  if (gone?.status !== 'connected' || because === 'conference_ended') return [];
  if (connectedParticipant(after, 'rep')) return [];
  // A customer who is still rung would answer to an empty call: a pending action stops the ringing.
  if (after.status === 'ringing' && after.direction === 'outbound')
    return isOnPurpose(after, gone, because) || !ringingWithoutRep(after)
      ? endCall(after, 'not_answered', now)
      : [];
  const isLost =
    after.status === 'live' &&
    connectedParticipant(after, 'customer') !== undefined &&
    !openRepLoss(after) &&
    !after.hangUp &&
    because !== 'removed' &&
    !guestWithCall(after) &&
    !before.interventions.some(isWithoutRep);
  if (!isLost) return [];
  // A scripted customer does not wait, so no colleague is rung.
  if (isPractice(after)) return endCall(after, 'hung_up', now);
  if (isPhone(gone)) return [{ type: 'RepHungUp', endsCall: gone.audibleTo !== 'nobody', at: now }];
  return repLost(now);
}

/** The customer hears that they are waited for, and the rep is rung. */
const repLost = (now: string): CallEvent[] => [
  { type: 'RepLost', at: now },
  { type: 'ParticipantDialled', party: { role: 'rep' }, at: now },
];

/** A phone does not report that it hangs up, and hardly ever loses a call: when it leaves, the rep left. */
const isPhone = ({ device }: Participant): boolean =>
  device !== undefined && device !== 'softphone';

const isOnPurpose = (call: Call, rep: Participant, because: ParticipantFact['because']): boolean =>
  call.hangUp !== undefined || because === 'removed' || isPhone(rep) || isPractice(call);

/**
 * The customer who is still rung although the rep's connection was lost. Undefined if a rep is on the
 * call, or if the carrier has not said which connection rings.
 */
export function ringingWithoutRep(call: Call): Participant | undefined {
  return call.status === 'ringing' && hasRepLeft(call)
    ? call.participants.find(
        ({ party, status, connectionId }) =>
          party.role === 'customer' && status === 'ringing' && connectionId !== undefined,
      )
    : undefined;
}

const hasRepLeft = ({ direction, participants }: Call): boolean => {
  const reps = participants.filter(({ party }) => party.role === 'rep');
  return (
    direction === 'outbound' && reps.length > 0 && reps.every(({ status }) => status === 'left')
  );
};

/** The customer answered at the moment in which the rep's connection was lost, and is waited for. */
export function answeredWithoutRep(call: Call, now: string): CallEvent[] {
  return hasRepLeft(call) ? repLost(now) : [];
}

/** A takeover in which the rep leaves the call. */
const isWithoutRep = (intervention: Call['interventions'][number]): boolean =>
  isActive(intervention) && isInTakeover(intervention) && leavesRep(intervention);

const leavesRep = ({ pending, repAfterTakeover }: ActiveIntervention): boolean =>
  (pending && replacesRep(pending.mode)
    ? (pending.repAfterTakeover ?? 'leaves')
    : repAfterTakeover) === 'leaves';

/** The end of a loss, once somebody has the call again. */
export function repLossEnds(call: Call, now: string): CallEvent[] {
  const loss = openRepLoss(call);
  if (!loss || !connectedParticipant(call, 'rep')) return [];
  const because = call.rep.userId === lostRep(loss).userId ? 'returned' : 'taken';
  return [{ type: 'RepLossEnded', because, at: now }];
}

/**
 * When a rep who has come back may have been dialed without anybody knowing of the ring, as long as
 * it may ring on; undefined otherwise.
 */
export function dialedInVain(
  { status, repLoss }: Call,
  now: string,
): { readonly from: string; readonly to: string } | undefined {
  const over = status === 'live' ? repLoss?.over : undefined;
  const mayRing = over && Date.parse(now) - Date.parse(over.at) < DIAL_LIMIT_MS;
  return repLoss && mayRing && over.because === 'returned'
    ? { from: repLoss.since, to: over.at }
    : undefined;
}

/** The next step for a customer who waits, as soon as the one before is over. */
export function awaitRep(call: Call, now: string): CallEvent[] {
  const loss = openRepLoss(call);
  if (!loss || !isWaiting(call)) return [];
  const { steps, step = 0, otherwise } = loss.ringing;
  const isOver = step === 0 ? now >= waitsUntil(loss) : !call.participants.some(isRungColleague);
  if (!isOver) return [];
  const next = steps[step + 1];
  if (!next) return endCall(call, otherwise === 'voicemail' ? 'voicemail' : 'rep_unreachable', now);
  return [
    { type: 'RingStepBegan', step: step + 1, at: now },
    ...next.reps.map(({ userId }): CallEvent => ({
      type: 'ParticipantDialled',
      party: { role: 'colleague', userId },
      at: now,
    })),
  ];
}

/** A rep whose phone could not be rung is rung again, as long as they are waited for. */
export function ringLostRepAgain(call: Call, now: string): CallEvent[] {
  const loss = openRepLoss(call);
  const dueAt = ringsAgainAt(call);
  return loss && dueAt !== undefined && now >= dueAt && now < waitsUntil(loss)
    ? [{ type: 'ParticipantDialled', party: { role: 'rep' }, at: now }]
    : [];
}

/** The times at which the next step of a loss is due, in ISO 8601. */
export function repLossDueAt(call: Call): string[] {
  const loss = openRepLoss(call);
  if (!loss) return [];
  const again = ringsAgainAt(call);
  return [
    ...(loss.isPlanned ? [] : [loss.since]),
    ...(again ? [again] : []),
    ...(isWaiting(call) && (loss.ringing.step ?? 0) === 0 ? [waitsUntil(loss)] : []),
  ];
}

/** The text for a customer whose conference ends while they wait. */
export const isAbandoned = (call: Call): boolean =>
  openRepLoss(call) !== undefined && !call.hangUp?.endsCall && isNobodyHeard(call);

/** Whether the customer is to hear that they are waited for. */
export const mustHold = (call: Call): boolean =>
  openRepLoss(call) !== undefined && !call.hangUp?.endsCall && isCustomerAlone(call);

/** Whether the customer was put on hold because of a loss, and has somebody to talk to again. */
export function mustRelease(call: Call): boolean {
  const { repLoss } = call;
  return (
    call.status === 'live' &&
    repLoss !== undefined &&
    !repLoss.isHeldByRep &&
    // A hold for a talk is ended by what ends the talk.
    !call.talkHold &&
    !mustHold(call) &&
    connectedParticipant(call, 'customer')?.onHold === true
  );
}

/** A transfer that was under way goes first: its colleague may still answer. */
const isWaiting = (call: Call): boolean =>
  isCustomerAlone(call) && !call.hangUp?.endsCall && !requestedTransfer(call);

function ringsAgainAt(call: Call): string | undefined {
  const loss = openRepLoss(call);
  const rep = call.participants.findLast(({ party }) => party.role === 'rep');
  if (!loss || (loss.ringing.step ?? 0) !== 0 || rep?.status !== 'left' || !rep.leftAt)
    return undefined;
  const again = new Date(Date.parse(rep.leftAt) + RING_AGAIN_MS).toISOString();
  return again < waitsUntil(loss) ? again : undefined;
}

const isRungColleague = ({ party, status }: Participant): boolean =>
  party.role === 'colleague' && status !== 'left';
