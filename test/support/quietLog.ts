import type { Log } from '../../server/ports/index.ts';

/** A log that discards everything. */
export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
