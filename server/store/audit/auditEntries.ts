import { randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import {
  commitmentOf,
  contentHashOf,
  factsIn,
  isOfSubjects,
  type AuditFacts,
  type ChainedEntry,
  type PersonalField,
} from '../../domain/audit/chain.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Store } from '../../ports/index.ts';
import { filtered, type Conditions } from '../database/filters.ts';

type Queryable = Pick<ClientBase, 'query'> | Pool;

const SALT_BYTES = 16;

const FILTERS: Conditions<Omit<Parameters<Store['findAudit']>[0], 'limit'>> = {
  orgId: (value) => `"orgId" = ${value}`,
  callId: (value) => `"callId" = ${value}`,
};

/**
 * Inserts entries in this order; a trigger gives each its position in its org's chain. Must be the
 * last statement of a transaction, because it locks the org's chain until the commit.
 */
export async function insertAudit(
  client: Queryable,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { entry, personal } = sealedRows(entries.map(seal));
  await client.query(`with "personal" as (${INSERT_PERSONAL('$2')}) ${INSERT_ENTRY('$1')}`, [
    JSON.stringify(entry),
    JSON.stringify(personal),
  ]);
}

/** Inserts sealed entries from one JSON parameter. */
export const INSERT_ENTRY = (parameter: string): string =>
  `insert into "AuditEntry" ("auditId", "orgId", "at", "actor", "action", "callId",
     "interventionId", "queue", "direction", "opportunityId", "result", "code", "details",
     "personal", "contentHash")
   select "auditId", "orgId", "at", "actor", "action", "callId", "interventionId", "queue",
     "direction", "opportunityId", "result", "code", "details", "personal", "contentHash"
   from jsonb_populate_recordset(null::"AuditEntry", ${parameter}::jsonb)`;

/** Inserts the personal data of sealed entries from one JSON parameter. */
export const INSERT_PERSONAL = (parameter: string): string =>
  `insert into "AuditPersonal" ("auditId", "name", "orgId", "subjects", "salt", "value")
   select "auditId", "name", "orgId", "subjects", "salt", "value"
   from jsonb_populate_recordset(null::"AuditPersonal", ${parameter}::jsonb)`;

export type SealedEntry = ReturnType<typeof seal>;

/**
 * The rows of sealed entries. Ordered by org, so that two transactions that write to several chains
 * cannot deadlock.
 */
export function sealedRows(sealed: readonly SealedEntry[]) {
  const byOrg = sealed.toSorted((a, b) =>
    a.row.orgId === b.row.orgId ? 0 : a.row.orgId < b.row.orgId ? -1 : 1,
  );
  return {
    entry: byOrg.map(({ row }) => row),
    personal: byOrg.flatMap(({ personal }) => personal),
  };
}

/**
 * Salts the personal data of an entry and replaces it by commitments, then hashes the entry's
 * content.
 */
export function seal({ personal = [], ...content }: AuditEntry) {
  // The hash must be over the time in the form in which the database returns it.
  const facts = { ...content, at: new Date(content.at).toISOString() };
  const salted = personal.map((fact) => ({
    auditId: facts.auditId,
    orgId: facts.orgId,
    salt: randomBytes(SALT_BYTES).toString('hex'),
    ...fact,
  }));
  const commitments = Object.fromEntries(
    salted.map(({ name, salt, value, subjects }) => [name, commitmentOf(salt, value, subjects)]),
  );
  return {
    row: { ...facts, personal: commitments, contentHash: contentHashOf(facts, commitments) },
    personal: salted,
  };
}

/** Returns entries, the newest of each org first, without position and personal data. */
export async function findEntries(
  pool: Pool,
  { limit = 200, ...query }: Parameters<Store['findAudit']>[0],
): Promise<AuditEntry[]> {
  const { where, values } = filtered(FILTERS, query);
  const { rows } = await pool.query<EntryRow>(
    `${SELECT} where ${where} order by "orgId", "position" desc limit $${values.length + 1}`,
    [...values, limit],
  );
  return rows.map(factsOf);
}

export interface EntryRow {
  orgId: string;
  position: string;
  version: number;
  auditId: string;
  at: Date;
  actor: AuditEntry['actor'];
  action: string;
  callId: string | null;
  interventionId: string | null;
  queue: string | null;
  direction: string | null;
  opportunityId: string | null;
  result: string;
  code: string | null;
  details: AuditEntry['details'];
  personal: Record<string, string>;
  contentHash: string;
  previous: string;
  hash: string;
  storedPersonal: {
    name: string;
    salt: string | null;
    value: string | null;
    subjects: string[];
    erasedBy: string | null;
  }[];
}

/** Selects entries with their personal data; a where clause must follow. */
export const SELECT = `select e.*, coalesce((
    select jsonb_agg(jsonb_build_object(
      'name', p."name", 'salt', p."salt", 'value', p."value", 'subjects', p."subjects",
      'erasedBy', p."erasedBy"))
    from "AuditPersonal" p where p."auditId" = e."auditId" and e."personal" <> '{}'), '[]')
    as "storedPersonal" from "AuditEntry" e`;

/**
 * Converts a row to an entry of the chain. Personal data that is missing although it was not erased
 * gets an empty `erasedBy`, which fails verification.
 */
export function chainedOf(row: EntryRow): ChainedEntry {
  const { position, version, previous, hash, contentHash, personal, storedPersonal } = row;
  const fields = Object.entries(personal).map(([name, commitment]): [string, PersonalField] => {
    const stored = storedPersonal.find((field) => field.name === name);
    if (stored?.salt != null && stored.value !== null)
      return [
        name,
        {
          commitment,
          salt: stored.salt,
          value: stored.value,
          ...(isOfSubjects(commitment) && { subjects: stored.subjects }),
        },
      ];
    return [name, { commitment, erasedBy: stored?.erasedBy ?? '' }];
  });
  return {
    ...factsOf(row),
    v: version,
    position: Number(position),
    previous,
    contentHash,
    hash,
    personal: Object.fromEntries(fields),
  };
}

const factsOf = (row: EntryRow): AuditFacts =>
  Object.fromEntries(
    factsIn<unknown>({ ...row, at: row.at.toISOString() }).filter(([, value]) => value !== null),
  ) as unknown as AuditFacts;
