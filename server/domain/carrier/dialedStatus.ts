import {
  type Call,
  type CallEndReason,
  connectionOf,
  interventionOf,
  participantByConnection,
  type Participant,
  type Party,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { ringingWithoutRep } from './awaitRep.ts';
import type { ParticipantFact, ParticipantStatusFact } from './carrierFacts.ts';
import { endCall } from './endCall.ts';
import { guestNotReached } from './followGuests.ts';
import { colleagueNotReached } from './handOver.ts';
import { joined, ringingOf, ringsOf } from './joining.ts';

const NOT_REACHED: Partial<Record<ParticipantStatusFact['status'], true>> = {
  busy: true,
  'no-answer': true,
  failed: true,
  canceled: true,
};

/** The events that follow from the progress of a dialed connection. */
export function participantStatus(
  call: Call,
  fact: ParticipantStatusFact,
  now: string,
): CallEvent[] {
  if (fact.party.role === 'supervisor')
    return supervisorNotReached(call, fact.party.interventionId, fact, now);
  if (fact.status === 'answered') return participantAnswered(call, fact, now);
  if (fact.status === 'ringing') return participantRung(call, fact, now);
  // A phone whose mailbox has answered ends without ever having been in the conference.
  const endsUnjoined =
    fact.status === 'completed' &&
    (fact.party.role === 'colleague' ||
      fact.party.role === 'guest' ||
      ringingOf(call, fact.party)?.connectionId === fact.connectionId);
  const isOver = NOT_REACHED[fact.status] || endsUnjoined;
  return isOver && ringingOf(call, fact.party) ? partyNotReached(call, fact, now) : [];
}

/** Whichever the carrier reports last, the answer or the conference, the participant has joined. */
function participantAnswered(call: Call, fact: ParticipantStatusFact, now: string): CallEvent[] {
  const { party, connectionId, callId } = fact;
  const ringing = ringingOf(call, party);
  if (call.status === 'ended' || !ringing || ringing.answeredAt) return [];
  if (ringing.connectionId !== undefined && ringing.connectionId !== connectionId) return [];
  if (!ringing.joinedAt || !call.conferenceId)
    return [{ type: 'ParticipantAnswered', party, connectionId, at: now }];
  const { audibleTo, onHold, device } = ringing;
  const { conferenceId } = call;
  return joined(
    call,
    { callId, conferenceId, party, connectionId, device, audibleTo, onHold },
    now,
  );
}

/**
 * The id of a connection that rings is what stops its ringing: once the conference is over, and
 * once a rep is back by another connection, who may join before the id is known.
 */
function participantRung(call: Call, fact: ParticipantStatusFact, now: string): CallEvent[] {
  const { party, connectionId } = fact;
  if (participantByConnection(call, connectionId)) return [];
  const rung: CallEvent = { type: 'ParticipantRung', party, connectionId, at: now };
  if (ringsOf(call, party).some((one) => !one.connectionId)) return [rung];
  if (party.role !== 'rep' || !fact.isForCall) return [];
  if (call.status === 'ended' || connectionOf(call, party)) return [rung];
  const connected = ringsOf(call, party).find(({ joinedAt }) => joinedAt);
  return connected ? [rung, ...connectedByItself(call, connected, rung, now)] : [];
}

/**
 * The rep whose connection counted as the one that rings, as it was in the conference and nothing
 * else was known to ring.
 */
function connectedByItself(
  call: Call,
  { party, connectionId, device, audibleTo, onHold }: Participant,
  rung: CallEvent,
  now: string,
): CallEvent[] {
  const { callId, conferenceId } = call;
  return connectionId && conferenceId
    ? joined(
        evolveAll(call, [rung]),
        { callId, conferenceId, party, connectionId, device, audibleTo, onHold },
        now,
      )
    : [];
}

/**
 * A party who was rung and not reached. The carrier may report it for the connection or for the
 * conference, in either order.
 */
export function partyNotReached(
  call: Call,
  fact: ParticipantStatusFact | ParticipantFact,
  now: string,
): CallEvent[] {
  const { party, connectionId } = fact;
  if (party.role === 'colleague')
    return colleagueNotReached(call, party.userId, { because: 'not_answered', now });
  if (party.role === 'guest') {
    const why = fact.type === 'participant-status' ? fact.status : fact.unanswered;
    return guestNotReached(call, party.guestId, {
      because: why === 'busy' ? 'busy' : 'not_answered',
      now,
    });
  }
  const left: CallEvent = { type: 'ParticipantLeft', party, connectionId, at: now };
  // Other reps may take an inbound call: ringOn rings the next ones.
  if (call.status !== 'ringing' || (call.ringing && party.role === 'rep')) return [left];
  return [left, ...endCall(call, endOfUnreached(call, party), now)];
}

/** A customer whose phone stopped because the rep had left could have been reached. */
function endOfUnreached(call: Call, { role }: Party): CallEndReason {
  if (ringingWithoutRep(call)) return 'not_answered';
  return role === 'customer' ? 'customer_unreachable' : 'rep_unreachable';
}

/** A supervisor's phone that was not answered, or hung up before joining. */
function supervisorNotReached(
  call: Call,
  interventionId: string,
  { status }: ParticipantStatusFact,
  now: string,
): CallEvent[] {
  const isWaitedFor = interventionOf(call, interventionId)?.status === 'joining';
  const isOver = NOT_REACHED[status] || status === 'completed';
  return isWaitedFor && isOver
    ? [{ type: 'InterventionEnded', interventionId, endReason: 'join_failed', at: now }]
    : [];
}
