import { disclosureOf } from '../call/announcement.ts';
import { leftMessage } from '../call/answering.ts';
import {
  type ActiveIntervention,
  type Call,
  type Intervention,
  type Participant,
  type Party,
  connectedParticipant,
  hasTakenOver,
  interventionOf,
} from '../call/call.ts';
import { endedWaiting, openRepLoss } from '../call/repLoss.ts';
import { rungRep } from '../call/ringing.ts';
import { isTransferTarget, leavingRepOf } from '../call/transfer.ts';
import { maySwitchResume, awaitedAnnouncement } from '../notices/announceFirst.ts';
import { mustHold, mustRelease, ringingWithoutRep } from './awaitRep.ts';
import { isCustomerUnattended } from './customerCover.ts';
import { deviceChangeSteps, isChangingDevice } from './deviceChange.ts';
import { guestsToLetGo, holdOwed, leaveToGuestSteps } from './followGuests.ts';
import { handOverSteps } from './handOver.ts';
import { isModeInEffect } from './modeInEffect.ts';
import { isHeardTooWidely, isWhisperUnheard } from './silence.ts';
import type { Step } from './steps.ts';
import { switchSteps } from './switchSteps.ts';

/**
 * The actions still to be done at the carrier, derived from the state of the call alone. They run
 * after each change and in each round of reconciliation, so actions of a process that died between
 * saving and acting are done later.
 */
export type CarrierAction =
  | { readonly do: 'remove'; readonly connectionId: string; readonly party: Party }
  | { readonly do: 'silence'; readonly connectionId: string }
  | { readonly do: 'restore-rep'; readonly connectionId: string }
  | { readonly do: 'end-call'; readonly conferenceId: string }
  | { readonly do: 'record'; readonly connectionId: string; readonly interventionId: string }
  /** The whole call, on the customer's connection. */
  | { readonly do: 'record-call'; readonly connectionId: string }
  /** The customer is to hear that they are waited for, or the others again. */
  | { readonly do: 'hold-customer' | 'release-customer'; readonly connectionId: string }
  /** The customer leaves the conference for what comes after it. */
  | { readonly do: 'send-on'; readonly connectionId: string }
  | { readonly do: 'hand-over'; readonly steps: readonly Step[] }
  /** Somebody is on the call with another device than before: the one before goes. */
  | { readonly do: 'change-device'; readonly steps: readonly Step[] }
  /** Takes off the rep who leaves the call to a guest. */
  | { readonly do: 'leave-to-guest'; readonly steps: readonly Step[] }
  /** While rep and third party talk, and after it. */
  | { readonly do: 'hold-for-talk' | 'resume-after-talk'; readonly connectionId: string }
  /** The mode change of a supervisor who was announced first. */
  | { readonly do: 'resume-switch'; readonly steps: readonly Step[] }
  | { readonly do: 'stop-ringing'; readonly party: Party; readonly connectionId?: string }
  | { readonly do: 'pause-recording' | 'resume-recording'; readonly conferenceId: string }
  /** Ask the carrier what it sees. */
  | { readonly do: 'reconcile' };

/** Of calls that are in use; a call never changes, and is asked about several times. */
const known = new WeakMap<Call, readonly CarrierAction[]>();

/** The pending actions of a call, in the order in which they must be done. */
export function pendingActions(call: Call): readonly CarrierAction[] {
  const remembered = known.get(call);
  if (remembered) return remembered;
  const actions = derivedActions(call);
  known.set(call, actions);
  return actions;
}

function derivedActions(call: Call): CarrierAction[] {
  if (call.status === 'ended') return endedCallActions(call);
  // The rep comes first: no supervisor is silenced or removed while the customer has nobody else to
  // talk to.
  return [
    ...repActions(call),
    ...stopRingingWithoutRep(call),
    ...deviceChangeActions(call),
    ...customerActions(call),
    ...supervisorActions(call),
    ...colleagueActions(call),
    ...guestActions(call),
    ...recordCallAction(call),
    ...unattendedCustomerActions(call),
    ...pauseActions(call),
  ];
}

/** The carrier stops nothing that was answered meanwhile. */
function stopRingingWithoutRep(call: Call): CarrierAction[] {
  const customer = ringingWithoutRep(call);
  return customer && !call.hangUp?.endsCall
    ? [{ do: 'stop-ringing', party: customer.party, connectionId: customer.connectionId }]
    : [];
}

function deviceChangeActions(call: Call): CarrierAction[] {
  const steps = deviceChangeSteps(call);
  return steps.length > 0 ? [{ do: 'change-device', steps }] : [];
}

function pauseActions({ recordingPause, conferenceId }: Call): CarrierAction[] {
  if (!conferenceId || !recordingPause || recordingPause.status === 'paused') return [];
  return [
    {
      do: recordingPause.status === 'requested' ? 'pause-recording' : 'resume-recording',
      conferenceId,
    },
  ];
}

function endedCallActions(call: Call): CarrierAction[] {
  const { conferenceId } = call;
  const stillRinging = call.participants.flatMap(
    ({ status, party, connectionId }): CarrierAction[] =>
      status === 'ringing' && connectionId ? [{ do: 'stop-ringing', party, connectionId }] : [],
  );
  const customer = connectedParticipant(call, 'customer');
  // A caller's own connection asks what comes after the conference; one that was dialed does not.
  const hasMore = endedWaiting(call) || leftMessage(call) !== undefined;
  if (call.direction === 'outbound' && hasMore && customer?.connectionId)
    return [{ do: 'send-on', connectionId: customer.connectionId }, ...stillRinging];
  return [
    ...(conferenceId && call.participants.some((p) => isOrMayBeThere(call, p))
      ? [{ do: 'end-call' as const, conferenceId }]
      : []),
    ...stillRinging,
  ];
}

/** A customer whose phone still rings may answer it, and would be alone. */
const isOrMayBeThere = ({ direction }: Call, { status, party, joinedAt }: Participant): boolean =>
  status === 'connected' ||
  (status === 'ringing' &&
    direction === 'outbound' &&
    party.role === 'customer' &&
    joinedAt !== undefined);

function customerActions(call: Call): CarrierAction[] {
  const customer = connectedParticipant(call, 'customer');
  if (!customer?.connectionId || !call.conferenceId) return [];
  const { connectionId, onHold } = customer;
  if (mustHold(call) && !(onHold && call.repLoss?.isHolding))
    return [{ do: 'hold-customer', connectionId }];
  return mustRelease(call) ? [{ do: 'release-customer', connectionId }] : [];
}

/** The second party is dialed once the first one is in the conference. */
export function partyToDial(call: Call): 'customer' | 'rep' | undefined {
  if (call.status !== 'ringing' || call.ringing) return undefined;
  const [first, second] =
    call.direction === 'outbound' ? (['rep', 'customer'] as const) : (['customer', 'rep'] as const);
  const isCalled = call.participants.some((p) => p.party.role === second);
  return connectedParticipant(call, first) && !isCalled ? second : undefined;
}

function supervisorActions(call: Call): CarrierAction[] {
  return call.participants.flatMap((participant): CarrierAction[] => {
    const { party, connectionId } = participant;
    if (participant.status !== 'connected' || party.role !== 'supervisor' || !connectionId)
      return [];
    const intervention = interventionOf(call, party.interventionId);
    if (!intervention || intervention.status === 'ended')
      return [{ do: 'remove', connectionId, party }];
    if (intervention.status === 'joining')
      return awaitedAnnouncement(call, intervention) ? [{ do: 'remove', connectionId, party }] : [];
    if (intervention.leaving) return [{ do: 'remove', connectionId, party }];
    if (isWhisperUnheard(call, participant)) return [{ do: 'silence', connectionId }];
    // The carrier may do a step late that counts as failed: a wider audience than the mode's is
    // silenced, never believed.
    if (!intervention.pending && isHeardTooWidely(intervention, participant))
      return [{ do: 'silence', connectionId }, { do: 'reconcile' }];
    const isOff =
      !intervention.pending &&
      !isChangingDevice(call, intervention) &&
      !isModeInEffect(call, intervention, intervention.mode);
    return [
      ...resumeSwitchAction(call, intervention),
      ...(isOff ? [{ do: 'reconcile' } as const] : []),
      ...recordingAction(call, intervention, connectionId),
    ];
  });
}

function resumeSwitchAction(call: Call, intervention: ActiveIntervention): CarrierAction[] {
  const { pending } = intervention;
  if (
    !pending ||
    !maySwitchResume(call, intervention) ||
    isModeInEffect(call, intervention, pending.mode)
  )
    return [];
  const steps = switchSteps(call, intervention, pending.mode, {
    repAfter: pending.repAfterTakeover,
  });
  return steps.length > 0 ? [{ do: 'resume-switch', steps }] : [];
}

/** A rep who was silenced by a takeover becomes audible again once no takeover is left. */
function repActions(call: Call): CarrierAction[] {
  const rep = connectedParticipant(call, 'rep');
  if (!rep?.connectionId) return [];
  // A rep who came back by another way is rung no more.
  const stillRung = call.participants.flatMap(({ status, party, connectionId }): CarrierAction[] =>
    status === 'ringing' && party.role === 'rep' && connectionId
      ? [{ do: 'stop-ringing', party, connectionId }]
      : [],
  );
  const mustBeHeard = rep.audibleTo === 'nobody' && !call.interventions.some(hasTakenOver);
  return [
    ...(mustBeHeard ? [{ do: 'restore-rep' as const, connectionId: rep.connectionId }] : []),
    ...stillRung,
  ];
}

function unattendedCustomerActions(call: Call): CarrierAction[] {
  const { conferenceId } = call;
  // Hanging up is done in any case, however often the carrier has to be asked.
  if (conferenceId && call.hangUp?.endsCall) return [{ do: 'end-call', conferenceId }];
  if (
    call.status !== 'live' ||
    openRepLoss(call) ||
    !conferenceId ||
    !connectedParticipant(call, 'customer') ||
    connectedParticipant(call, 'rep')
  )
    return [];
  const isRepRung = call.participants.some(
    (p) => p.status === 'ringing' && (p.party.role === 'rep' || p.party.role === 'colleague'),
  );
  if (isRepRung) return [];
  const isAnybodyThere = call.participants.some(
    (p) => p.status === 'connected' && p.party.role !== 'customer',
  );
  if (!isAnybodyThere) return [{ do: 'end-call', conferenceId }];
  return isCustomerUnattended(call) ? [{ do: 'reconcile' }] : [];
}

/**
 * Hands the call over, and removes colleagues who neither are requested to take it nor hand it
 * over.
 */
function colleagueActions(call: Call): CarrierAction[] {
  const handOver = handOverSteps(call);
  const letGo = call.participants.flatMap((participant): CarrierAction[] => {
    const { party, connectionId } = participant;
    if (party.role !== 'colleague' || participant.status === 'left') return [];
    if (
      rungRep(call, party.userId) ||
      isTransferTarget(call, party.userId) ||
      party.userId === leavingRepOf(call)?.userId
    )
      return [];
    if (participant.status === 'ringing')
      return [{ do: 'stop-ringing', party, ...(connectionId && { connectionId }) }];
    return connectionId ? [{ do: 'remove', connectionId, party }] : [];
  });
  return [
    ...(handOver.length > 0 ? [{ do: 'hand-over', steps: handOver } as const] : []),
    ...letGo,
  ];
}

/**
 * The customer is resumed first; then the rep leaves the call to a guest, and guests who have ended
 * are removed.
 */
function guestActions(call: Call): CarrierAction[] {
  const hold = holdOwed(call);
  const customerId = connectedParticipant(call, 'customer')?.connectionId;
  const steps = leaveToGuestSteps(call);
  return [
    ...(hold !== undefined && customerId
      ? [
          {
            do: hold ? ('hold-for-talk' as const) : ('resume-after-talk' as const),
            connectionId: customerId,
          },
        ]
      : []),
    ...(steps.length > 0 ? [{ do: 'leave-to-guest', steps } as const] : []),
    ...guestsToLetGo(call).flatMap(({ party, status, connectionId }): CarrierAction[] => {
      if (status === 'ringing')
        return [{ do: 'stop-ringing', party, ...(connectionId && { connectionId }) }];
      return connectionId ? [{ do: 'remove', connectionId, party }] : [];
    }),
  ];
}

/** If the law requires the disclosure, nothing is recorded before it has been played to its end. */
function recordCallAction(call: Call): CarrierAction[] {
  const connectionId = connectedParticipant(call, 'customer')?.connectionId;
  const isDue =
    call.status === 'live' &&
    call.records === 'after_disclosure' &&
    disclosureOf(call)?.status === 'played' &&
    !call.recordings.some(({ of }) => of.kind === 'call');
  return isDue && connectionId ? [{ do: 'record-call', connectionId }] : [];
}

function recordingAction(
  call: Call,
  { interventionId, isRecorded }: Intervention,
  connectionId: string,
): CarrierAction[] {
  const isKnown = call.recordings.some(
    ({ of }) => of.kind === 'supervisor' && of.interventionId === interventionId,
  );
  return isRecorded && !isKnown ? [{ do: 'record', connectionId, interventionId }] : [];
}
