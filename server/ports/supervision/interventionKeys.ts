import type { PersonKey } from '../stepUp/stepUp.ts';

/**
 * Keys by which a supervisor's softphone and page keep an intervention alive, fall silent and leave,
 * without a session: a CRM that does not answer issues none. Source: PostgreSQL, which has hashes
 * only.
 */
export interface InterventionKeys {
  /**
   * Creates a new key for the intervention and replaces the previous one. Throws if the
   * intervention does not exist.
   */
  issue(interventionId: string): Promise<string>;
  /** The supervisor of the intervention; undefined for a wrong key. */
  holder(interventionId: string, key: string): Promise<KeyHolder | undefined>;
}

export interface KeyHolder extends PersonKey {
  /** The intervention is over: the key is good for nothing any more. */
  readonly hasEnded: boolean;
}
