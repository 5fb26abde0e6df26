import type { Party } from '../../domain/call/call.ts';

const SUPERVISOR = 'supervisor-';
const COLLEAGUE = 'colleague-';
const GUEST = 'guest-';

/**
 * The participant label that identifies the party. It does not change while the participant is in
 * the conference.
 */
export function labelOf(party: Party): string {
  switch (party.role) {
    case 'supervisor':
      return SUPERVISOR + party.interventionId;
    case 'colleague':
      return COLLEAGUE + party.userId;
    case 'guest':
      return GUEST + party.guestId;
    case 'customer':
    case 'rep':
      return party.role;
  }
}

/** Returns the party of a label; undefined for a label that Dealside did not set. */
export function partyOf(label: string | undefined | null): Party | undefined {
  if (label === 'customer' || label === 'rep') return { role: label };
  if (label?.startsWith(COLLEAGUE))
    return { role: 'colleague', userId: label.slice(COLLEAGUE.length) };
  if (label?.startsWith(GUEST)) return { role: 'guest', guestId: label.slice(GUEST.length) };
  return label?.startsWith(SUPERVISOR)
    ? { role: 'supervisor', interventionId: label.slice(SUPERVISOR.length) }
    : undefined;
}
