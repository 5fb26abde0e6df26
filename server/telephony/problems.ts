import { CarrierProblem } from '../ports.ts';

interface TwilioError { readonly status?: number; readonly code?: number | string; readonly message?: string }

/** What the official client threw, in our words. https://www.twilio.com/docs/api/errors */
export function carrierProblem(error: unknown): CarrierProblem {
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
const NEVER_CONNECTED = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Asks the carrier; repeats only what it did not process: a 429, or a connection that was never made. */
export async function asked<T>(ask: () => Promise<T>, pause: (ms: number) => Promise<void>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const { status, code } = error as TwilioError;
      const unprocessed = status === 429 || NEVER_CONNECTED.has(code);
      if (!unprocessed || attempt === MAX_ATTEMPTS) throw carrierProblem(error);
      await pause(150 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}
