import { createHash } from 'node:crypto';
import type { AuditEntry } from './entries.ts';
import { canonicalJson } from './canonicalJson.ts';

/** The form in which entries are hashed. Another form is another number; docs/AUDIT.md tells all of them. */
export const CHAIN_VERSION = 1;

/** What the first entry of an org follows. */
export const GENESIS = '0'.repeat(64);

/** The promise that stands in the chain for personal data, and the data beside the chain until it is erased. */
export type PersonalField =
  | { readonly commitment: string; readonly salt: string; readonly value: string }
  | { readonly commitment: string; readonly erasedBy: string };

export type AuditFacts = Omit<AuditEntry, 'personal'>;

/** An entry in its place in its org's chain. */
export interface ChainedEntry extends AuditFacts {
  readonly v: number;
  readonly position: number;
  readonly previous: string;
  readonly contentHash: string;
  readonly hash: string;
  readonly personal: Readonly<Record<string, PersonalField>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Binds a value that may be erased later: with the salt gone, nobody can tell which value it was. */
export const commitmentOf = (salt: string, value: string): string => sha256(`dealside-audit-personal-v1\n${salt}\n${value}`);

/** The hash over what an entry says, whatever its place. `commitments` stand for its personal data. */
export function contentHashOf(entry: AuditFacts, commitments: Readonly<Record<string, string>>): string {
  const { auditId, orgId, at, actor, action, callId, interventionId, queue, direction, opportunityId, result, code, details } = entry;
  return sha256(`dealside-audit-content-v1\n${canonicalJson({
    v: CHAIN_VERSION, auditId, orgId, at, actor, action, callId, interventionId, queue, direction, opportunityId,
    result, code, details, personal: commitments,
  })}`);
}

/** The hash that binds an entry to its place and to all entries before it. The database computes the same when it takes an entry in. */
export const linkHashOf = ({ orgId, position, previous, contentHash }: Pick<ChainedEntry, 'orgId' | 'position' | 'previous' | 'contentHash'>): string =>
  sha256(`dealside-audit-link-v1\n${orgId}\n${position}\n${previous}\n${contentHash}`);

export const commitmentsIn = (personal: ChainedEntry['personal']): Record<string, string> =>
  Object.fromEntries(Object.entries(personal).map(([name, field]: [string, PersonalField | null]) => [name, field?.commitment ?? '']));
