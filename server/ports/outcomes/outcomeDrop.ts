/** Where files of outcomes are left each day for other systems. Source: a folder, or a bucket. */
export interface OutcomeDrop {
  /**
   * Leaves a file there as a whole, in place of the one before. Returns whether it was not there, or
   * not the same. Rejects when it cannot be written.
   *
   * @param path parts of the path, without separators
   */
  leave(path: readonly string[], bytes: Uint8Array): Promise<boolean>;
  /** Resolves if files can be written. Rejects with the reason if not. Writes no outcome files. */
  check(): Promise<void>;
}

/** Since when files of an org cannot be left. Source: PostgreSQL. */
export interface DropFaults {
  /** Returns since when they cannot: this time, or that of the first failure in a row. */
  failed(orgId: string, at: string): Promise<string>;
  worked(orgId: string): Promise<void>;
}
