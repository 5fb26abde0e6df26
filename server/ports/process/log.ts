/**
 * Structured log lines. `fields` hold ids, codes and counts: never tokens, phone numbers or names.
 * The message is a fixed text.
 */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
