import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Reach, ReachChoice } from '../../domain/call/reach.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/** A code that is spoken on a number, by its hash. */
interface SpokenCode {
  /** In E.164. */
  readonly number: string;
  readonly hash: string;
  readonly until: string;
}

/** Keeps where people want calls to reach them. Source: PostgreSQL. */
export interface Reaches {
  of(who: PersonKey): Promise<Reach>;
  /** Writes the choice with its audit entries, in one transaction. */
  choose(who: PersonKey, choice: ReachChoice, audit: readonly AuditEntry[]): Promise<void>;
  /** Stores a code in place of the previous one, with a full number of attempts. */
  storeCode(who: PersonKey, code: SpokenCode): Promise<void>;
  /**
   * Counts an attempt. The right code verifies the number, selects it and writes the audit entries.
   * `over`: there is no code, or no attempts are left.
   */
  tryCode(
    who: PersonKey,
    tried: { readonly hash: string; readonly at: string; readonly atMost: number },
    audit: readonly AuditEntry[],
  ): Promise<'confirmed' | 'wrong' | 'over'>;
}
