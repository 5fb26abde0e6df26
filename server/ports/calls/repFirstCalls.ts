/** A rep of an org. */
export interface RepOfOrg {
  readonly orgId: string;
  readonly repUserId: string;
}

/** When reps had their first calls. Source: PostgreSQL. */
export interface RepFirstCalls {
  /** When the rep's first answered call with a customer began; undefined before it. */
  of(rep: RepOfOrg): Promise<string | undefined>;
}
