/** The clock of the process. */
export interface Clock {
  /** ISO 8601 in UTC, with milliseconds. */
  now(): string;
}

/** Runs `act` once after `delayMs`. Does not keep the process alive; a fault is logged. */
export type Later = (delayMs: number, act: () => Promise<void>) => void;
