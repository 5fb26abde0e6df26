/** Something the person at the keyboard can mend; shown as one line, without a stack. */
export class Fault extends Error {}

/** The line shown for whatever was thrown. */
export function messageFor(error: unknown): string {
  if (error instanceof Fault) return error.message;
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
