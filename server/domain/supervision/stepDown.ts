import { activeIntervention, connectedParticipant, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { isHeardByCustomer, JOIN_MODE } from '../call/modes.ts';
import { canRepContinue } from '../carrier/customerCover.ts';

/** How long the supervisor has been silent, as reported by their softphone. */
export interface Quiet {
  readonly interventionId: string;
  readonly quietMs: number;
  /** The silence after which the call is handed back; undefined for never. */
  readonly stepDownMs: number | undefined;
}

/**
 * Whether a supervisor whom the customer hears has been silent for too long and the rep can
 * continue. Never if the customer would be left with nobody: the rep has left or has put the
 * customer on hold.
 */
export function mustStepDown(
  call: Call,
  { interventionId, quietMs, stepDownMs }: Quiet,
  now: string,
): boolean {
  const found = activeIntervention(call, interventionId);
  if (!found || found.leaving || found.pending || stepDownMs === undefined) return false;
  if (call.status !== 'live' || !isHeardByCustomer(found.mode)) return false;
  if (!canRepContinue(call) || connectedParticipant(call, 'customer')?.onHold) return false;
  return quietMs >= stepDownMs && Date.parse(now) - Date.parse(found.modeSince) >= stepDownMs;
}

/** The supervisor hands the call back by themselves, because they said nothing. */
export const stepDown = (call: Call, quiet: Quiet, now: string): CallEvent[] =>
  mustStepDown(call, quiet, now)
    ? [
        {
          type: 'ModeRequested',
          interventionId: quiet.interventionId,
          pending: {
            mode: JOIN_MODE,
            requestId: `${quiet.interventionId}:quiet:${now}`,
            requestedAt: now,
            because: 'quiet',
          },
          at: now,
        },
      ]
    : [];
