import type { Condition } from 'soql-parser-js';
import { OrgError } from '../errors/orgError.ts';
import type { FieldDef } from '../schema/fields.ts';

/**
 * The most records through which a query may search without an index. A real org has no such
 * number: it gives up after two minutes, which it needs for a table of millions.
 */
export const SCANS_AT_MOST = 50_000;

const INDEXED_NAMES = new Set(['Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'Email']);

/**
 * Fields that Salesforce indexes: ids, lookups, a few standard ones, and those that are external ids
 * or unique.
 * https://developer.salesforce.com/docs/atlas.en-us.salesforce_large_data_volumes_bp.meta/salesforce_large_data_volumes_bp/ldv_deployments_infrastructure_indexes.htm
 */
const isIndexed = ({ name, type, externalId, unique }: FieldDef): boolean =>
  type === 'id' ||
  type === 'reference' ||
  externalId === true ||
  unique === true ||
  INDEXED_NAMES.has(name);

type Token = Condition | 'AND' | 'OR' | 'NOT';

interface Leaf {
  readonly field?: string;
  readonly operator?: string;
  readonly value?: unknown;
  readonly openParen?: number;
  readonly closeParen?: number;
}

/**
 * Throws what an org answers when it had to search through all records and there are too many: no
 * condition that must hold is about an indexed field.
 */
export function refuseFullScan(
  tokens: readonly Token[],
  rows: number,
  fieldOf: (path: readonly string[]) => FieldDef,
  atMost: number,
): void {
  if (rows <= atMost) return;
  const leaves: { readonly isSelective: boolean; readonly depth: number }[] = [];
  let depth = 0;
  let isChoice = false;
  for (const token of tokens) {
    if (typeof token === 'string') {
      if (token === 'NOT' || (token === 'OR' && depth === 0)) isChoice = true;
      continue;
    }
    const leaf = token as Leaf;
    depth += leaf.openParen ?? 0;
    if (leaf.field) leaves.push({ isSelective: isSelective(leaf, fieldOf), depth });
    depth -= leaf.closeParen ?? 0;
  }
  const uses = isChoice
    ? leaves.every(({ isSelective: one }) => one)
    : leaves.some(({ isSelective: one, depth: at }) => one && at === 0) ||
      leaves.every(({ isSelective: one }) => one);
  if (!uses)
    throw new OrgError(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.');
}

function isSelective(
  { field, operator, value }: Leaf,
  fieldOf: (path: readonly string[]) => FieldDef,
): boolean {
  if (!field || field.includes('.')) return false;
  if (operator === '!=' || operator === '<>' || operator === 'NOT IN') return false;
  if (operator === 'LIKE' && /^'?%/.test(String(value))) return false;
  return isIndexed(fieldOf([field]));
}
