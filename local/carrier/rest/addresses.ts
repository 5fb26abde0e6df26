import { RestError } from './errors.ts';

const PHONE = /^\+[1-9]\d{6,14}$/;

/**
 * The kinds of addresses that can be dialed.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource#create-a-participant
 */
const REACHABLE: readonly RegExp[] = [
  PHONE,
  /^client:[\w.@+%-]+(\?[^#\s]*)?$/,
  /^sips?:[^\s@;?]+@[^\s;?]+([;?]\S*)?$/i,
  /^app:AP[0-9a-fA-F]{32}(\?[^#\s]*)?$/,
];

const isPhone = (address: string): boolean => PHONE.test(address);

/**
 * Returns the addresses of a call. Throws when `To` cannot be dialed, or `From` is not a number of
 * the account.
 */
export function checkAddresses(
  form: URLSearchParams,
  ownNumbers: readonly string[],
): { from: string; to: string } {
  const to = form.get('To');
  const from = form.get('From');
  if (!to) throw new RestError(400, 21201, "No 'To' number is specified");
  if (!from) throw new RestError(400, 21213, "No 'From' number is specified");
  if (!REACHABLE.some((shape) => shape.test(to)))
    throw new RestError(
      400,
      21211,
      `The phone number you are attempting to call, ${to}, is not valid.`,
    );
  for (const caller of [from, form.get('CallerId') ?? from]) {
    if (isPhone(to) && !isPhone(caller))
      throw new RestError(400, 21212, `The source phone number provided, ${caller}, is not valid.`);
    if (isPhone(caller) && !ownNumbers.includes(caller))
      throw new RestError(
        400,
        21210,
        `Source phone number provided, ${caller}, is not yet verified for your account.`,
      );
  }
  return { from: form.get('CallerId') ?? from, to };
}
