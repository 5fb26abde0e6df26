import { CarrierProblem } from '../../ports/index.ts';

interface TwilioError { readonly status?: number; readonly code?: number | string; readonly message?: string; readonly details?: { readonly retryAfterMs?: number } }

/** What the official client threw, in our words. https://www.twilio.com/docs/api/errors */
export function toCarrierProblem(error: unknown): CarrierProblem {
  const { status, code, message: words = String(error) } = (error ?? {}) as TwilioError;
  const message = withoutNumbers(words);
  const named = code === undefined ? undefined : String(code);
  if (status === 404 || named === '20404') return new CarrierProblem('gone', message, named);
  if (status !== undefined && status >= 400 && status < 500 && status !== 429) return new CarrierProblem('refused', message, named);
  return new CarrierProblem('unavailable', message, named);
}

/** Twilio quotes the number it could not dial; numbers belong in no log. */
const withoutNumbers = (words: string): string => words.replace(/\+?\d{7,15}\b/g, '(number)');

const MAX_ATTEMPTS = 3;
/** Whoever asked waits; what takes longer than this is told, and comes back as a pending action. */
const LONGEST_PAUSE_MS = 2_000;
const NEVER_CONNECTED = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** What a kept-alive connection says that the carrier has closed meanwhile. */
const CUT_OFF = new Set<unknown>(['ECONNRESET', 'EPIPE']);

export interface RequestOptions {
  readonly pause: (ms: number) => Promise<void>;
  /** Doing it twice does no more than doing it once. */
  readonly repeatable: boolean;
  readonly random?: () => number;
  /** Asked after each pause. */
  readonly isStillWanted?: () => Promise<boolean>;
}

/** Asks the carrier; repeats what it did not process (a 429, a connection never made), and what was cut off when that is harmless. */
export async function withRetries<T>(ask: () => Promise<T>, { pause, repeatable, random = Math.random, isStillWanted = async () => true }: RequestOptions): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const { status, code, details } = error as TwilioError;
      const worthRepeating = status === 429 || NEVER_CONNECTED.has(code) || (repeatable && CUT_OFF.has(code));
      const pauseMs = Math.max(details?.retryAfterMs ?? 0, 150 * 2 ** attempt * (0.5 + random() / 2));
      if (!worthRepeating || attempt === MAX_ATTEMPTS || pauseMs > LONGEST_PAUSE_MS) throw toCarrierProblem(error);
      await pause(pauseMs);
      if (!(await isStillWanted())) throw toCarrierProblem(error);
    }
  }
}
