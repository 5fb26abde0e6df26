import { refusal, type Refusal } from '../call/refusals.ts';

/** The admin's rules for PINs, and how long a proof is valid. */
export interface StepUpRule {
  readonly pinMinLength: number;
  /** The number of wrong PINs in a row that locks it. */
  readonly pinAttempts: number;
  /** The duration of the first lock. Each further one lasts twice as long, up to a day. */
  readonly pinLockMinutes: number;
  readonly pinHoldsMinutes: number;
  readonly passkeyHoldsMinutes: number;
}

export const DEFAULT_STEP_UP: StepUpRule = {
  pinMinLength: 6,
  pinAttempts: 5,
  pinLockMinutes: 15,
  pinHoldsMinutes: 480,
  passkeyHoldsMinutes: 10,
};

/** A person's PIN as it is stored. */
export interface Pin {
  /** A slow hash, with its parameters and salt. */
  readonly hash: string;
  readonly setAt: string;
  /**
   * Wrong PINs since the last right one or the last lock. An attempt counts before it is checked,
   * so that parallel attempts gain nothing.
   */
  readonly failures: number;
  readonly locks: number;
  readonly lockedUntil?: string;
  readonly provedUntil?: string;
}

const MAX_LENGTH = 12;
const DAY_MINUTES = 1_440;

/** Why this PIN cannot be chosen; undefined when it can. */
export function pinWeakness(pin: string, { pinMinLength }: StepUpRule): Refusal | undefined {
  if (!/^\d+$/.test(pin)) return refusal('pin_too_weak', { wording: 'pin_too_weak.not_digits' });
  if (pin.length < pinMinLength || pin.length > MAX_LENGTH)
    return refusal('pin_too_weak', {
      wording: 'pin_too_weak.length',
      values: { min: pinMinLength, max: MAX_LENGTH },
    });
  if (new Set(pin).size < 3) return refusal('pin_too_weak', { wording: 'pin_too_weak.few_digits' });
  if (isRun(pin, 1) || isRun(pin, -1))
    return refusal('pin_too_weak', { wording: 'pin_too_weak.run' });
  if (isRepetition(pin)) return refusal('pin_too_weak', { wording: 'pin_too_weak.repetition' });
  return undefined;
}

const isRun = (pin: string, step: number): boolean =>
  [...pin].every((digit, i) => i === 0 || (Number(pin[i - 1]) + step + 10) % 10 === Number(digit));

const isRepetition = (pin: string): boolean =>
  [2, 3, 4].some(
    (length) =>
      pin.length >= 2 * length &&
      pin ===
        pin
          .slice(0, length)
          .repeat(Math.ceil(pin.length / length))
          .slice(0, pin.length),
  );

/** Counts an attempt before it is checked. Refused while the PIN is locked. */
export function beginPinAttempt(
  pin: Pin | undefined,
  rule: StepUpRule,
  now: string,
): { readonly pin: Pin } | { readonly refusal: Refusal } {
  if (!pin) return { refusal: refusal('pin_not_set') };
  if (isPinLocked(pin, now)) return { refusal: locked(pin) };
  const failures = pin.failures + 1;
  if (failures < rule.pinAttempts) return { pin: { ...pin, failures, lockedUntil: undefined } };
  const minutes = Math.min(rule.pinLockMinutes * 2 ** pin.locks, DAY_MINUTES);
  return { pin: { ...pin, failures: 0, locks: pin.locks + 1, lockedUntil: later(now, minutes) } };
}

/** The refusal of an attempt that was counted and wrong. */
export const failedPinAttempt = (pin: Pin, rule: StepUpRule): Refusal =>
  pin.lockedUntil
    ? locked(pin)
    : refusal('pin_wrong', { triesLeft: rule.pinAttempts - pin.failures });

/** The PIN after a successful attempt: without failures, and proved for the period of the rule. */
export const withPinProved = (pin: Pin, rule: StepUpRule, now: string): Pin => ({
  hash: pin.hash,
  setAt: pin.setAt,
  failures: 0,
  locks: 0,
  provedUntil: later(now, rule.pinHoldsMinutes),
});

/** Whether the PIN is locked at `now` (ISO 8601) after too many wrong attempts. */
export const isPinLocked = (pin: Pin, now: string): boolean =>
  pin.lockedUntil !== undefined && pin.lockedUntil > now;

const locked = ({ lockedUntil }: Pin): Refusal => refusal('pin_locked', { until: lockedUntil });

/** The time that many minutes after `now`, in ISO 8601. */
export const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();
