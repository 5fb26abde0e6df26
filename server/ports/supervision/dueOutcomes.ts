/** Ended interventions whose outcome is still to be given. Source: PostgreSQL. */
export interface DueOutcomes {
  /**
   * Has the supervisors notified of what ended until then and was not reminded of; each once,
   * however often and wherever it is asked. Returns how many.
   */
  remind(orgId: string, endedUntil: string, now: string): Promise<number>;
  /** The supervisors with missing outcomes for interventions that ended by then. */
  supervisors(orgId: string, endedUntil: string): Promise<readonly string[]>;
  /** Those of these supervisors, the oldest first, at most `limit`, and how many there are. */
  of(
    orgId: string,
    question: {
      readonly supervisorUserIds: readonly string[];
      readonly endedUntil: string;
      readonly limit: number;
    },
  ): Promise<{ readonly outcomes: readonly MissingOutcome[]; readonly total: number }>;
}

export interface MissingOutcome {
  readonly interventionId: string;
  readonly callId: string;
  readonly supervisor: { readonly userId: string; readonly name: string };
  readonly repName: string;
  readonly customerName: string;
  /** When the intervention ended. ISO 8601. */
  readonly leftAt: string;
}
