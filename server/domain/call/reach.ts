import type { Device, OwnDevice, Person } from './people.ts';

/** Where a person wants calls to reach them. */
export interface ReachChoice {
  readonly device: Device;
  /** With `phone`: which of the person's own numbers, in E.164. */
  readonly number?: string;
}

/** A person's stored settings of where to reach them. */
export interface Reach {
  /** Without one it is the softphone. */
  readonly choice?: ReachChoice;
  /** A number that is not in the person's record, and that they proved to be theirs. */
  readonly confirmedNumber?: string;
}

export interface OwnNumber {
  readonly number: string;
  readonly from: 'crm' | 'confirmed';
}

/** What is dialed to reach a person with a device of their own. */
export interface OwnAddress {
  readonly device: OwnDevice;
  /** A number in E.164, or a SIP address. */
  readonly address: string;
}

/** The person's own numbers: calls go to no other number. */
export function ownNumbers({ phones }: Pick<Person, 'phones'>, reach: Reach): OwnNumber[] {
  const known = [phones.phone, phones.mobile].filter((one) => one !== undefined);
  return [
    ...known.map((number): OwnNumber => ({ number, from: 'crm' })),
    ...(reach.confirmedNumber && !known.includes(reach.confirmedNumber)
      ? [{ number: reach.confirmedNumber, from: 'confirmed' } as const]
      : []),
  ];
}

/**
 * The person with the number they chose in place of the one on their record. A number that is no
 * longer theirs is ignored.
 */
export function withChosenPhone(person: Person, reach: Reach): Person {
  const numbers = ownNumbers(person, reach).map(({ number }) => number);
  const chosen = reach.choice?.number;
  const phone = chosen !== undefined && numbers.includes(chosen) ? chosen : numbers[0];
  return phone === undefined ? person : { ...person, phones: { ...person.phones, phone } };
}

/** The person's own device on which they want to be called; undefined is the softphone. */
export function addressOf(person: Person, reach: Reach): OwnAddress | undefined {
  const device = reach.choice?.device ?? 'softphone';
  if (device === 'softphone') return undefined;
  const address = withChosenPhone(person, reach).phones[device];
  return address === undefined ? undefined : { device, address };
}
