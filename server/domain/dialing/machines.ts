import type { Answering } from '../call/answering.ts';
import type { Customer } from '../call/call.ts';
import type { Place } from '../call/people.ts';
import { whereaboutsOfNumber } from '../numbers/whereabouts.ts';
import type { MachinePolicy } from './policy.ts';

/**
 * The field of a new outbound call about who answers it; none where the org does not have it
 * detected.
 */
export const answeringOf = (
  policy: MachinePolicy,
  customer: Pick<Customer, 'phone' | 'place'>,
): { readonly answering?: Answering } =>
  policy.areDetected
    ? { answering: { status: 'awaited', mayLeaveMessage: mayLeaveMessage(policy, customer) } }
    : {};

/**
 * Whether messages may be left where this customer is: at every place that number and address speak
 * of. Recorded and spoken messages need consent in some places (in the US 47 U.S.C. § 227(b)), so a
 * place that is unknown or not listed has none.
 */
export function mayLeaveMessage(
  { areDetected, messagePlaces }: MachinePolicy,
  { phone, place }: Pick<Customer, 'phone' | 'place'>,
): boolean {
  const byNumber = phone === undefined ? undefined : whereaboutsOfNumber(phone);
  const places = [
    ...(byNumber?.status === 'known' ? [byNumber.place] : []),
    ...(place ? [place] : []),
  ];
  const isUnclear = byNumber?.status === 'unknown' && !place;
  const isListed = ({ country, region }: Place): boolean =>
    messagePlaces.includes(country) ||
    (region !== undefined && messagePlaces.includes(`${country}-${region}`));
  return areDetected && !isUnclear && places.length > 0 && places.every(isListed);
}
