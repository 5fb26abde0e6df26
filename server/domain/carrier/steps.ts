import {
  hasTakenOver,
  connectedParticipant,
  type ActiveIntervention,
  type Call,
  type Intervention,
} from '../call/call.ts';
import { replacesRep, type AudibleTo, type Mode } from '../call/modes.ts';

/**
 * One request to the carrier about one connection. After each step alone the customer is connected
 * and has somebody to talk to.
 */
export type Step =
  | {
      readonly do: 'set';
      readonly connectionId: string;
      readonly audibleTo?: AudibleTo;
      /** The rep that a whisper reaches, or would reach while the supervisor is silent. */
      readonly whispersToConnectionId?: string;
      /** The supervisor is already silent; only the rep that a whisper would reach changes. */
      readonly staysSilent?: true;
      /** Once the supervisor is silent, the rep that a whisper would reach is cleared. */
      readonly clearsWhisper?: true;
      readonly endsCall?: boolean;
      readonly mayFail?: true;
    }
  | { readonly do: 'remove'; readonly connectionId: string };

/** Whether another supervisor has taken the call over from the rep, who then listens. */
export const isTakenOverByAnother = (call: Call, { interventionId }: Intervention): boolean =>
  call.interventions.some((i) => i.interventionId !== interventionId && hasTakenOver(i));

/**
 * Lets everybody hear the rep again, where a takeover may have silenced the rep. `interrupts` is a
 * mode change that was under way, and perhaps done in part.
 */
export function repAudibleAgain(
  call: Call,
  intervention: ActiveIntervention,
  interrupts?: Mode,
): Step[] {
  const rep = connectedParticipant(call, 'rep');
  const mayBeSilent =
    replacesRep(intervention.mode) || interrupts !== undefined || rep?.audibleTo === 'nobody';
  if (!rep?.connectionId || !mayBeSilent || isTakenOverByAnother(call, intervention)) return [];
  return [{ do: 'set', connectionId: rep.connectionId, audibleTo: 'everyone' }];
}
