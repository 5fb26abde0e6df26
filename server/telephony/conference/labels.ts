import type { Party } from '../../domain/call/call.ts';
import { DEVICES, type Device } from '../../domain/call/people.ts';

const SUPERVISOR = 'supervisor-';
const COLLEAGUE = 'colleague-';
const GUEST = 'guest-';

/**
 * The participant label that identifies the party. It does not change while the participant is in
 * the conference. Twilio refuses a label that is in use, so a person who changes devices joins with
 * a label that names the device.
 */
export const labelOf = (party: Party, device?: Device): string =>
  device ? `${nameOf(party)}.${device}` : nameOf(party);

/** The device that a label names. */
export const deviceOf = (label: string | undefined | null): Device | undefined =>
  DEVICES.find((device) => label?.endsWith(`.${device}`));

function nameOf(party: Party): string {
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
export function partyOf(written: string | undefined | null): Party | undefined {
  const device = deviceOf(written);
  const label = device ? written!.slice(0, -device.length - 1) : written;
  if (label === 'customer' || label === 'rep') return { role: label };
  if (label?.startsWith(COLLEAGUE))
    return { role: 'colleague', userId: label.slice(COLLEAGUE.length) };
  if (label?.startsWith(GUEST)) return { role: 'guest', guestId: label.slice(GUEST.length) };
  return label?.startsWith(SUPERVISOR)
    ? { role: 'supervisor', interventionId: label.slice(SUPERVISOR.length) }
    : undefined;
}
