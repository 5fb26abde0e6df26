import pino from 'pino';
import type { Log } from './ports.ts';

/** Lines of JSON on stderr. What could identify or impersonate a person never gets into one. */
export function createLog(level: string): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: ['token', 'phone', 'authorization', '*.token', '*.phone', '*.authorization'] },
    pino.destination(2),
  );
}
