/** An error that the user can fix; shown as one line, without a stack trace. */
export class Fault extends Error {}

/** The text shown for a thrown value. */
export function messageFor(error: unknown): string {
  if (error instanceof Fault) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
