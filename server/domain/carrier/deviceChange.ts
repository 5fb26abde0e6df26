import {
  connectedParticipant,
  interventionOf,
  successorOf,
  type Call,
  type Intervention,
  type Participant,
} from '../call/call.ts';
import { AUDIBLE_TO, isHeardByRepOnly, type AudibleTo } from '../call/modes.ts';
import { silenceStep } from './silence.ts';
import type { Step } from './steps.ts';

/*
 * Somebody who changes to another device is on the call twice for a moment: the new connection joins
 * first, then it gets what the old one had, then the old one is removed. Which one is the new one
 * follows from the order of joining alone.
 */

/** Whether this supervisor is on the call with two devices now. */
export const isChangingDevice = (call: Call, { interventionId }: Intervention): boolean =>
  call.participants.some(
    (one) =>
      one.party.role === 'supervisor' &&
      one.party.interventionId === interventionId &&
      successorOf(call, one) !== undefined,
  );

/**
 * The steps that leave everybody with their latest device. After each step the customer is
 * connected and heard, and no whisper reaches anybody but the rep.
 */
export function deviceChangeSteps(call: Call): Step[] {
  return call.participants.flatMap((old): Step[] => {
    const next = successorOf(call, old);
    if (!old.connectionId || !next?.connectionId) return [];
    const connections = { old: old.connectionId, next: next.connectionId };
    return old.party.role === 'supervisor'
      ? supervisorSteps(call, old.party.interventionId, connections, next.audibleTo)
      : repSteps(call, connections, old, next);
  });
}

interface Connections {
  readonly old: string;
  readonly next: string;
}

/** A connection of somebody who is leaving, or has left, is removed like any other. */
function supervisorSteps(
  call: Call,
  interventionId: string,
  { old, next }: Connections,
  audibleTo: AudibleTo,
): Step[] {
  const intervention = interventionOf(call, interventionId);
  if (intervention?.status !== 'active' || intervention.leaving) return [];
  const { mode, pending } = intervention;
  const rep = connectedParticipant(call, 'rep')?.connectionId;
  const isHeld = rep !== undefined || call.status !== 'live';
  return [
    // A change that is under way continues on the new connection.
    ...(pending || audibleTo === AUDIBLE_TO[mode] ? [] : audienceSteps(next, mode, rep)),
    // Without a rep the supervisor's leaving may end the call: from now on the new connection's.
    ...(isHeld
      ? []
      : [{ do: 'set', connectionId: next, endsCall: true, mayFail: true } as const satisfies Step]),
    silenceStep(call, old),
    { do: 'remove', connectionId: old },
  ];
}

/** The rep that a whisper reaches is set while the supervisor is silent. */
function audienceSteps(
  connectionId: string,
  mode: keyof typeof AUDIBLE_TO,
  rep: string | undefined,
): Step[] {
  const speaks: Step = { do: 'set', connectionId, audibleTo: AUDIBLE_TO[mode], endsCall: false };
  if (!isHeardByRepOnly(mode)) return [speaks];
  if (!rep) return [];
  return [
    { ...speaks, audibleTo: 'nobody', whispersToConnectionId: rep, staysSilent: true },
    { ...speaks, whispersToConnectionId: rep },
  ];
}

function repSteps(
  call: Call,
  { old, next }: Connections,
  { audibleTo }: Participant,
  { audibleTo: nextAudibleTo, party }: Participant,
): Step[] {
  const isSilenced = audibleTo === 'nobody' && nextAudibleTo !== 'nobody';
  return [
    ...(isSilenced ? [{ do: 'set', connectionId: next, audibleTo } as const] : []),
    // Whispers go on at the connection that stays.
    ...(party.role === 'rep' ? whispersTo(call, next) : []),
    { do: 'set', connectionId: old, endsCall: false },
    { do: 'remove', connectionId: old },
  ];
}

const whispersTo = (call: Call, rep: string): Step[] =>
  call.participants.flatMap(({ status, party, audibleTo, connectionId }): Step[] =>
    status === 'connected' && party.role === 'supervisor' && audibleTo === 'rep' && connectionId
      ? [{ do: 'set', connectionId, audibleTo, whispersToConnectionId: rep }]
      : [],
  );
