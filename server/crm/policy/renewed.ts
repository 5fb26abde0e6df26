/** A value that is served from memory and renewed periodically. */
export interface Renewed {
  /** Requests the value from the org now. Rejects with CrmUnavailable; the cached value stays. */
  renew(orgId: string): Promise<unknown>;
}
