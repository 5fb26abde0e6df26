/** The process that has the lock. */
export interface Holder {
  readonly pid: number;
  readonly note: string;
}

/** How to acquire a lock. */
export interface LockOptions {
  note?: string;
  waitMs?: number;
  /** Called once, when another live process has the lock. */
  waiting?: (holder: Holder) => void;
  /** Called when the lock is taken over from a dead process. */
  abandoned?: () => void;
}

export function acquireLock(path: string, options?: LockOptions): Promise<() => void>;
export class LockedError extends Error {
  readonly holder: Holder;
}
