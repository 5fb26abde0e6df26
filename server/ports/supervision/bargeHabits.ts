import type { PersonKey } from '../stepUp/stepUp.ts';

/** How often a supervisor barged, of the calls that they joined. Source: PostgreSQL. */
export interface BargeHabits {
  /** Since a time in ISO 8601. Covert monitoring counts as a call that was joined. */
  since(
    supervisor: PersonKey,
    at: string,
  ): Promise<{ readonly joined: number; readonly barged: number }>;
}
