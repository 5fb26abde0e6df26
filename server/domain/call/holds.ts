import type { Participant } from './participants.ts';

/** The participant on hold, or not any more, from then on; how long adds up. */
export function holding(participant: Participant, onHold: boolean, at: string): Participant {
  const { heldSince, heldMs = 0, ...others } = participant;
  if (participant.party.role !== 'customer') return { ...participant, onHold };
  if (onHold) return { ...participant, onHold, heldSince: heldSince ?? at };
  return heldSince === undefined
    ? { ...participant, onHold }
    : { ...others, onHold, heldMs: heldMs + Math.max(0, Date.parse(at) - Date.parse(heldSince)) };
}
