import {
  connectedParticipant,
  isActive,
  type Active,
  type Call,
  type Intervention,
} from '../call/call.ts';
import { refuse, type Decision } from '../call/events.ts';
import { guestOf } from '../call/guest.ts';
import { isHeardByCustomer, replacesRep, type Mode } from '../call/modes.ts';
import type { OtherCall } from '../call/otherCall.ts';
import type { Device, Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { decideLeave } from './leave.ts';
import { ownIntervention } from './ownIntervention.ts';

/*
 * A supervisor is on one call at a time. Who wants to join another one leaves the first one first,
 * or has both done by one request: that is a move.
 */

/** The people who are left with the customer when this supervisor leaves. */
type CustomerCover =
  | 'rep'
  /** A colleague who is about to take the call, or another supervisor whom the customer hears. */
  | 'another'
  /** Nobody yet: the rep or a colleague is being rung. */
  | 'rung'
  | 'nobody';

/**
 * Whether a supervisor in this mode may move to another call. A supervisor who talks to the
 * customer stays until somebody else is there; one the customer does not hear stays only if leaving
 * would end the call.
 */
const MAY_MOVE: Readonly<Record<Mode, Readonly<Record<CustomerCover, boolean>>>> = {
  monitor: { rep: true, another: true, rung: true, nobody: false },
  whisper: { rep: true, another: true, rung: true, nobody: false },
  barge: { rep: true, another: true, rung: false, nobody: false },
  takeover: { rep: true, another: true, rung: false, nobody: false },
};

/** Leaves a call in order to join another one, unless the customer needs this supervisor. */
export function decideMoveAway(
  call: Call,
  command: {
    readonly interventionId: string;
    readonly supervisor: Person;
    readonly movingTo: string;
  },
  now: string,
): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  if (call.callId === command.movingTo && found.status !== 'ended')
    return refuse(refusal('already_on_call'));
  const obstacle = obstacleToMove(call, found);
  return obstacle ? refuse(obstacle) : decideLeave(call, command, now);
}

/** Why this supervisor must stay on the call for now; undefined where nothing is in the way. */
function obstacleToMove(call: Call, intervention: Intervention): Refusal | undefined {
  if (!isActive(intervention) || intervention.leaving) return undefined;
  if (!connectedParticipant(call, 'customer')) return undefined;
  // The rep may be about to be removed: who is there once it is confirmed decides.
  if (intervention.pending && replacesRep(intervention.pending.mode))
    return refusal('switch_pending');
  const cover = coverWithout(call, intervention);
  if (modesOf(intervention).every((mode) => MAY_MOVE[mode][cover])) return undefined;
  const values = { rep: call.rep.name, customer: call.customer.name };
  return modesOf(intervention).some(isHeardByCustomer)
    ? refusal('customer_needs_you', { values })
    : refusal('customer_needs_you', { wording: 'customer_needs_you.silent', values });
}

const modesOf = ({ mode, pending }: Active): readonly Mode[] =>
  pending ? [mode, pending.mode] : [mode];

function coverWithout(call: Call, { interventionId }: Intervention): CustomerCover {
  if (connectedParticipant(call, 'rep')) return 'rep';
  const others = call.participants.filter(({ party, status }) =>
    party.role === 'supervisor' ? party.interventionId !== interventionId : status !== 'left',
  );
  const isThere = others.some(
    ({ party, status, audibleTo }) =>
      status === 'connected' &&
      (party.role === 'colleague' ||
        (party.role === 'guest' && guestOf(call, party.guestId)?.status === 'has_call') ||
        (party.role === 'supervisor' && audibleTo === 'everyone')),
  );
  if (isThere) return 'another';
  const isRung = others.some(
    ({ party, status }) =>
      status === 'ringing' && (party.role === 'rep' || party.role === 'colleague'),
  );
  return isRung ? 'rung' : 'nobody';
}

/**
 * Why somebody whose softphone is on a call as its supervisor must not place one of their own: the
 * softphone has one call, and the first one would end without a decision. `leaving` is the
 * intervention that they agree to leave.
 */
export function supervisesByThisSoftphone(
  calls: readonly Call[],
  { userId }: Pick<Person, 'userId'>,
  leaving?: string,
): Refusal | undefined {
  for (const call of calls) {
    const own = call.interventions.find(
      (one) =>
        one.supervisor.userId === userId && one.status !== 'ended' && one.device === 'softphone',
    );
    if (!own || own.interventionId === leaving) continue;
    return refusal('already_on_another_call', {
      wording: 'already_on_another_call.to_place_one',
      values: { rep: call.rep.name },
      otherCall: {
        callId: call.callId,
        interventionId: own.interventionId,
        repName: call.rep.name,
      },
    });
  }
  return undefined;
}

/**
 * Why somebody who is on other calls must not join one more. A phone of one's own can listen beside
 * one's own call; a softphone has one call.
 */
export function onAnotherCall(others: readonly OtherCall[], device: Device): Refusal | undefined {
  const own = device === 'softphone' ? others.find((one) => one.as === 'rep') : undefined;
  if (own)
    return refusal('already_on_another_call', {
      wording: 'already_on_another_call.own',
      values: { customer: own.customerName },
    });
  const supervised = others.find((one) => one.as === 'supervisor');
  if (!supervised) return undefined;
  const { callId, interventionId, repName } = supervised;
  return refusal('already_on_another_call', {
    values: { rep: repName },
    otherCall: { callId, interventionId, repName },
  });
}
