import type { Guest } from '../../../domain/call/guest.ts';

/** A guest as the column `guests` has it. */
export type GuestRow = Omit<Guest, 'mustHearDisclosure'> & { readonly mustBeTold?: true };

export const guestRow = ({ mustHearDisclosure, ...guest }: Guest): GuestRow => ({
  ...guest,
  ...(mustHearDisclosure && { mustBeTold: mustHearDisclosure }),
});

export const guestOf = ({ mustBeTold, ...guest }: GuestRow): Guest =>
  ({ ...guest, ...(mustBeTold && { mustHearDisclosure: mustBeTold }) }) as Guest;
