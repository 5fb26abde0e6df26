import { CALLS } from './calls.ts';
import { CONFERENCES } from './conferences.ts';
import type { Drives } from './driven.ts';
import { NUMBERS } from './numbers.ts';
import { RECORDINGS } from './recordings.ts';
import { STREAMS } from './streams.ts';
import { TOKENS } from './tokens.ts';

/**
 * How Twilio's client asks for each operation of the stand-in. One without a row here fails the
 * test.
 */
export const OPERATIONS: Drives = {
  ...CALLS,
  ...CONFERENCES,
  ...NUMBERS,
  ...RECORDINGS,
  ...STREAMS,
  ...TOKENS,
};
