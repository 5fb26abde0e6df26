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
  /** Keeps a code in the place of the one before, with as many tries as a code has. */
  storeCode(who: PersonKey, code: SpokenCode): Promise<void>;
  /**
   * Counts a try. The right code makes its number the person's, and chooses it; the audit entries
   * are written with that. `over`: there is no code, or no try is left.
   */
  tryCode(
    who: PersonKey,
    tried: { readonly hash: string; readonly at: string; readonly atMost: number },
    audit: readonly AuditEntry[],
  ): Promise<'confirmed' | 'wrong' | 'over'>;
}
