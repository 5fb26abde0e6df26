import type { PersonKey } from '../stepUp/stepUp.ts';

/**
 * Keys by which a supervisor's softphone and page keep an intervention alive, fall silent and leave,
 * without a session: a CRM that does not answer issues none. Source: PostgreSQL, which has hashes
 * only.
 */
export interface InterventionKeys {
  /** A new key for the intervention, instead of one that it had. Throws when there is no such. */
  issue(interventionId: string): Promise<string>;
  /** Whose intervention it is; undefined for a wrong key, and once the intervention has ended. */
  holder(interventionId: string, key: string): Promise<PersonKey | undefined>;
}
