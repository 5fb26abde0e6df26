import { hash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import type { AuditEntry } from './entries.ts';

/** The version of the form in which entries are hashed. docs/AUDIT.md describes every version. */
export const CHAIN_VERSION = 1;

/** The previous hash of the first entry of an org. */
export const GENESIS = '0'.repeat(64);

/**
 * A commitment, which is in the chain, and beside the chain the personal data that it commits to,
 * until that is erased.
 */
export type PersonalField =
  | {
      readonly commitment: string;
      readonly salt: string;
      readonly value: string;
      /** The people whose data it is; commitments of earlier versions do not say. */
      readonly subjects?: readonly string[];
    }
  | { readonly commitment: string; readonly erasedBy: string };

export type AuditFacts = Omit<AuditEntry, 'personal'>;

/**
 * The fields that version 1 hashes. A new field does not compile until it is listed here with its
 * own version.
 */
const FACTS = {
  auditId: true,
  orgId: true,
  at: true,
  actor: true,
  action: true,
  callId: true,
  interventionId: true,
  queue: true,
  direction: true,
  opportunityId: true,
  result: true,
  code: true,
  details: true,
} as const satisfies Record<keyof AuditFacts, true>;

const FACT_NAMES = Object.keys(FACTS) as (keyof AuditFacts)[];

/** The facts of an entry or of its row, without position, hashes and personal data. */
export const factsIn = <T>(
  source: Readonly<Partial<Record<keyof AuditFacts, T>>>,
): [keyof AuditFacts, T | undefined][] => FACT_NAMES.map((name) => [name, source[name]]);

/** An entry with its position and hashes in the chain of its org. */
export interface ChainedEntry extends AuditFacts {
  readonly v: number;
  readonly position: number;
  readonly previous: string;
  readonly contentHash: string;
  readonly hash: string;
  readonly personal: Readonly<Record<string, PersonalField>>;
}

const sha256 = (text: string): string => hash('sha256', text);

/**
 * Commits to a value that can be erased later. Without the salt nobody can find out which value it
 * was.
 */
export const commitmentOf = (salt: string, value: string, subjects?: readonly string[]): string =>
  subjects === undefined
    ? sha256(`dealside-audit-personal-v1\n${salt}\n${value}`)
    : OF_SUBJECTS +
      sha256(`dealside-audit-personal-v2\n${salt}\n${canonicalJson(subjects)}\n${value}`);

const OF_SUBJECTS = 'v2:';
/** Whether a commitment is to a value and to whose it is. */
export const isOfSubjects = (commitment: string): boolean => commitment.startsWith(OF_SUBJECTS);

/**
 * The hash over the content of an entry, without its position. `commitments` stand for its personal
 * data.
 */
export function contentHashOf(
  entry: AuditFacts,
  commitments: Readonly<Record<string, string>>,
): string {
  const facts = Object.fromEntries(factsIn<unknown>(entry));
  return sha256(
    `dealside-audit-content-v1\n${canonicalJson({ v: CHAIN_VERSION, ...facts, personal: commitments })}`,
  );
}

/**
 * The hash that binds an entry to its position and to all entries before it. The database computes
 * the same on insert.
 */
export const linkHashOf = ({
  orgId,
  position,
  previous,
  contentHash,
}: Pick<ChainedEntry, 'orgId' | 'position' | 'previous' | 'contentHash'>): string =>
  sha256(`dealside-audit-link-v1\n${orgId}\n${position}\n${previous}\n${contentHash}`);

/** The commitments of an entry by the names of its personal fields. */
export const commitmentsIn = (personal: ChainedEntry['personal']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(personal).map(([name, field]: [string, PersonalField | null]) => [
      name,
      field?.commitment ?? '',
    ]),
  );
