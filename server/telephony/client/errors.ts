import { CarrierProblem } from '../../ports/index.ts';

interface TwilioError {
  readonly status?: number;
  readonly code?: number | string;
  readonly message?: string;
  readonly details?: { readonly retryAfterMs?: number };
}

/**
 * Converts an error of the official client to a CarrierProblem.
 * https://www.twilio.com/docs/api/errors
 */
export function toCarrierProblem(error: unknown): CarrierProblem {
  const { status, code, message: text = String(error) } = (error ?? {}) as TwilioError;
  const message = withoutNumbers(text);
  const codeText = code === undefined ? undefined : String(code);
  if (status === 404 || codeText === '20404') return new CarrierProblem('gone', message, codeText);
  if (status !== undefined && status >= 400 && status < 500 && status !== 429)
    return new CarrierProblem('refused', message, codeText);
  return new CarrierProblem('unavailable', message, codeText);
}

/**
 * Removes phone numbers: Twilio's errors quote the dialed number, and no number must reach a log.
 */
const withoutNumbers = (text: string): string => text.replace(/\+?\d{7,15}\b/g, '(number)');

const MAX_ATTEMPTS = 3;
/**
 * Longest pause before a retry. A longer one fails at once and is retried later as a pending
 * action.
 */
const MAX_PAUSE_MS = 2_000;
const NEVER_CONNECTED = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/**
 * Errors of a reused connection that the carrier has closed. The request may have been processed.
 */
const INTERRUPTED = new Set<unknown>(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export interface RequestOptions {
  readonly pause: (ms: number) => Promise<void>;
  /** Whether the request is idempotent. */
  readonly repeatable: boolean;
  readonly random?: () => number;
  /** Checked after each pause; false gives up. */
  readonly isStillWanted?: () => Promise<boolean>;
}

/**
 * Sends a request up to three times. Retries requests that were not processed (429, no connection),
 * and interrupted ones if the request is idempotent. Rejects with CarrierProblem.
 */
export async function withRetries<T>(
  request: () => Promise<T>,
  { pause, repeatable, random = Math.random, isStillWanted = async () => true }: RequestOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const { status, code, details } = error as TwilioError;
      const mayRetry =
        status === 429 || NEVER_CONNECTED.has(code) || (repeatable && INTERRUPTED.has(code));
      const pauseMs = Math.max(
        details?.retryAfterMs ?? 0,
        150 * 2 ** attempt * (0.5 + random() / 2),
      );
      if (!mayRetry || attempt === MAX_ATTEMPTS || pauseMs > MAX_PAUSE_MS)
        throw toCarrierProblem(error);
      await pause(pauseMs);
      if (!(await isStillWanted())) throw toCarrierProblem(error);
    }
  }
}
