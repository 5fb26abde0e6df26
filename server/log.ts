import pino, { type DestinationStream } from 'pino';
import type { Log } from './ports/index.ts';
import { redactor } from './redaction.ts';

/** Writes lines of JSON to stderr, with secrets, tokens and phone numbers redacted. */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  destination: DestinationStream = pino.destination(2),
): Log {
  const redacted = redactor(secrets);
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map(redacted) as typeof args);
        },
      },
    },
    destination,
  );
}
