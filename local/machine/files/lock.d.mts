export interface Holder { readonly pid: number; readonly note: string }

export interface LockOptions {
  note?: string;
  waitMs?: number;
  /** Told once, when another live process holds the lock. */
  waiting?: (holder: Holder) => void;
  /** Told when the lock was left behind by a process that died. */
  abandoned?: () => void;
}

export function acquireLock(path: string, options?: LockOptions): Promise<() => void>;
export class LockedError extends Error {
  readonly holder: Holder;
}
