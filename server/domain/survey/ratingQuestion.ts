import type { Call } from '../call/call.ts';
import { leftToGuestAt } from '../call/guest.ts';
import { declinesMonitoring } from '../call/moments.ts';
import { unreachable } from '../unreachable.ts';

/** Whether callers are asked to rate the call by a key, once the rep has hung up. */
export type RatingQuestion =
  | { readonly status: 'off' }
  | {
      readonly status: 'asked';
      /** ISO 3166 countries whose people are not asked. */
      readonly exceptIn: readonly string[];
    };

export const NO_RATING_QUESTION: RatingQuestion = { status: 'off' };

/**
 * Where courts count a question about satisfaction as advertising, which needs consent before; unless
 * the org says where it does not ask.
 */
export const NOT_ASKED_IN: readonly string[] = ['DE', 'AT'];

const LOWEST = 1;
const HIGHEST = 5;
/** Keys from this one on mean that a caller was satisfied. */
const GOOD_FROM = 4;

/** The rating that a key stands for; undefined for any other key. */
export function ratingOfKey(
  key: string | undefined,
): { readonly score: number; readonly isGood: boolean } | undefined {
  const score = Number(key);
  return Number.isInteger(score) && score >= LOWEST && score <= HIGHEST
    ? { score, isGood: score >= GOOD_FROM }
    : undefined;
}

/**
 * Whether this caller is asked: who called, talked with one rep until that rep hung up, and has not
 * said no to being monitored. Not of a place that is unknown: its law is, too.
 *
 * @param countries where the caller's record and number say the caller is
 */
export function mayAskForRating(
  call: Call,
  question: RatingQuestion,
  countries: readonly string[],
): boolean {
  if (question.status === 'off' || countries.length === 0) return false;
  if (countries.some((country) => question.exceptIn.includes(country))) return false;
  return (
    call.purpose.kind === 'customer' &&
    call.direction === 'inbound' &&
    hasTalkedToTheEnd(call) &&
    !wasPassedOn(call) &&
    !declinesMonitoring(call)
  );
}

/** The carrier may ask before it reports that the conference is over. */
function hasTalkedToTheEnd(call: Call): boolean {
  switch (call.status) {
    case 'ringing':
      return false;
    case 'live':
      return call.hangUp?.endsCall === true;
    case 'ended':
      return call.answeredAt !== undefined && call.endReason === 'hung_up';
    default:
      return unreachable(call);
  }
}

/** An answer would be about nobody in particular. */
const wasPassedOn = (call: Call): boolean =>
  (call.pastReps?.length ?? 0) > 0 || leftToGuestAt(call) !== undefined;
