/** Something that is answered from memory, and asked for in rounds. */
export interface Renewed {
  /** Asks the org now. Rejects with CrmUnavailable; what is known stays. */
  renew(orgId: string): Promise<unknown>;
}
