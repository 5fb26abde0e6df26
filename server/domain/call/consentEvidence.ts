import type { Disclosure } from './announcement.ts';
import type { ConsentWitness } from './refusals.ts';

/** Whether one party's consent is enough, or every party must know. */
export type ConsentParties = 'one_party' | 'all_party';

/**
 * The balancing of interests that the law requires: the document, who is responsible for it, and
 * since when.
 */
export interface LegitimateInterest {
  readonly document: string;
  readonly owner: string;
  readonly since: string;
}

/** A law that applies, and what showed that it does. */
interface ApplicableLaw {
  readonly witness: ConsentWitness;
  readonly place: string;
  readonly rule: string;
  readonly consent: ConsentParties;
}

/** Evidence that the law of a call was followed. */
export interface ConsentEvidence {
  readonly tableVersion: string;
  /** Strictest first. */
  readonly applying: readonly ApplicableLaw[];
  readonly disclosure?: Disclosure | { readonly status: 'elsewhere' };
  /** When the customer said that they agree, where a law asks for it. */
  readonly agreedAt?: string;
  readonly legitimateInterest?: LegitimateInterest;
}
