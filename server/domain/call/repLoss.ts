import { unreachable } from '../unreachable.ts';
import type { Call, RepLoss, RepOnCall, Ringing } from './call.ts';
import { holding } from './holds.ts';

export type RepLossEvent =
  | { readonly type: 'RepLost'; readonly at: string }
  /** The reps to ring if the rep does not come back, and what follows if none takes the call. */
  | { readonly type: 'RepLossPlanned'; readonly ringing: Ringing; readonly at: string }
  | {
      readonly type: 'RepLossEnded';
      readonly because: 'returned' | 'taken';
      readonly at: string;
    }
  | { readonly type: 'RepHungUp'; readonly endsCall: boolean; readonly at: string }
  /** The customer hears what one who waits hears, or the others again. */
  | { readonly type: 'CustomerHeld'; readonly at: string }
  | { readonly type: 'CustomerReleased'; readonly at: string }
  /** The rep puts the customer on hold, or resumes. */
  | { readonly type: 'CustomerHoldRequested'; readonly onHold: boolean; readonly at: string };

/** How long a rep who was lost is waited for where the org says nothing. */
export const RETURN_SECONDS = 45;

/** The loss of the call's rep, until a rep has the call again. */
export const openRepLoss = ({ status, repLoss }: Call): RepLoss | undefined =>
  status === 'live' && repLoss && !repLoss.over ? repLoss : undefined;

/** The rep who was lost. */
export const lostRep = ({ ringing }: RepLoss): RepOnCall => ringing.steps[0]!.reps[0]!;

/** When others are rung besides waiting for the rep, in ISO 8601. */
export const waitsUntil = ({ since, ringing }: RepLoss): string =>
  new Date(Date.parse(since) + ringing.steps[0]!.seconds * 1_000).toISOString();

/** Whether the call ended while the customer waited for a rep who was lost. */
export const endedWaiting = (call: Call): boolean =>
  call.status === 'ended' &&
  call.repLoss !== undefined &&
  !call.repLoss.over &&
  !call.hangUp?.endsCall &&
  call.endReason !== 'hung_up';

/** The call after an event of a rep's loss. */
export function evolveRepLoss(call: Call, event: RepLossEvent): Call {
  const { repLoss } = call;
  switch (event.type) {
    case 'RepLost':
      return {
        ...call,
        repLoss: {
          since: event.at,
          ringing: {
            steps: [{ whom: 'owner', reps: [call.rep], seconds: RETURN_SECONDS }],
            step: 0,
            stepSince: event.at,
            otherwise: 'voicemail',
          },
          isPlanned: false,
        },
      };
    case 'RepLossPlanned': {
      if (!repLoss || repLoss.isPlanned) return call;
      const { step, stepSince } = repLoss.ringing;
      return {
        ...call,
        repLoss: { ...repLoss, ringing: { ...event.ringing, step, stepSince }, isPlanned: true },
      };
    }
    case 'RepLossEnded': {
      if (!repLoss) return call;
      const { at, because } = event;
      return { ...call, repLoss: { ...repLoss, over: { at, because } } };
    }
    case 'RepHungUp':
      return { ...call, hangUp: { at: event.at, endsCall: event.endsCall } };
    case 'CustomerHeld':
      return holdingCustomer(call, true, event.at);
    case 'CustomerReleased':
      return holdingCustomer(call, false, event.at);
    case 'CustomerHoldRequested': {
      // While the customer waits there is nothing that a rep could resume.
      if (!repLoss?.over) return call;
      const { isHeldByRep: _before, ...others } = repLoss;
      return {
        ...call,
        repLoss: { ...others, ...(event.onHold && { isHeldByRep: true as const }) },
      };
    }
    default:
      return unreachable(event);
  }
}

function holdingCustomer(call: Call, isHeld: boolean, at: string): Call {
  const { isHolding: _before, ...others } = call.repLoss!;
  return {
    ...call,
    repLoss: { ...others, ...(isHeld && { isHolding: true as const }) },
    participants: call.participants.map((one) =>
      one.party.role === 'customer' && one.status === 'connected' ? holding(one, isHeld, at) : one,
    ),
  };
}
