import { randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Store } from '../../ports/index.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { commitmentOf, contentHashOf, type AuditFacts, type ChainedEntry, type PersonalField } from '../../domain/audit/chain.ts';

type Asking = Pick<ClientBase, 'query'> | Pool;

const SALT_BYTES = 16;

const FILTERS: Conditions<Omit<Parameters<Store['findAudit']>[0], 'limit'>> = {
  orgId: (value) => `"orgId" = ${value}`,
  callId: (value) => `"callId" = ${value}`,
};

/**
 * Writes entries in this order; the database gives each its place in its org's chain. Must be the last statement of a
 * transaction: the chain of the org is locked from here to the end.
 */
export async function insertAudit(client: Asking, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const sealed = entries.map(seal);
  // By org, so that two transactions that write to several chains never wait for each other.
  sealed.sort((a, b) => (a.row.orgId === b.row.orgId ? 0 : a.row.orgId < b.row.orgId ? -1 : 1));
  await client.query(
    `with "kept" as (
       insert into "AuditPersonal" ("auditId", "name", "orgId", "subjects", "salt", "value")
       select "auditId", "name", "orgId", "subjects", "salt", "value" from jsonb_populate_recordset(null::"AuditPersonal", $2::jsonb))
     insert into "AuditEntry" ("auditId", "orgId", "at", "actor", "action", "callId", "interventionId", "queue", "direction", "opportunityId",
       "result", "code", "details", "personal", "contentHash")
     select "auditId", "orgId", "at", "actor", "action", "callId", "interventionId", "queue", "direction", "opportunityId",
       "result", "code", "details", "personal", "contentHash"
     from jsonb_populate_recordset(null::"AuditEntry", $1::jsonb)`,
    [JSON.stringify(sealed.map(({ row }) => row)), JSON.stringify(sealed.flatMap(({ personal }) => personal))],
  );
}

function seal({ personal = [], ...said }: AuditEntry) {
  // As the database will give it back.
  const facts = { ...said, at: new Date(said.at).toISOString() };
  const kept = personal.map((fact) => ({ auditId: facts.auditId, orgId: facts.orgId, salt: randomBytes(SALT_BYTES).toString('hex'), ...fact }));
  const commitments = Object.fromEntries(kept.map(({ name, salt, value }) => [name, commitmentOf(salt, value)]));
  return { row: { ...facts, personal: commitments, contentHash: contentHashOf(facts, commitments) }, personal: kept };
}

/** Newest first in each org; without its place in the chain and without personal data. */
export async function findEntries(pool: Pool, { limit = 200, ...query }: Parameters<Store['findAudit']>[0]): Promise<AuditEntry[]> {
  const { where, values } = filtered(FILTERS, query);
  const { rows } = await pool.query<EntryRow>(`${SELECT} where ${where} order by "orgId", "position" desc limit $${values.length + 1}`, [...values, limit]);
  return rows.map(factsOf);
}

export interface EntryRow {
  orgId: string; position: string; version: number; auditId: string; at: Date; actor: AuditEntry['actor']; action: string;
  callId: string | null; interventionId: string | null; queue: string | null; direction: string | null; opportunityId: string | null;
  result: string; code: string | null; details: AuditEntry['details']; personal: Record<string, string>; contentHash: string; previous: string; hash: string;
  beside: { name: string; salt: string | null; value: string | null; erasedBy: string | null }[];
}

export const SELECT = `select e.*, coalesce((select jsonb_agg(jsonb_build_object('name', p."name", 'salt', p."salt", 'value', p."value", 'erasedBy', p."erasedBy"))
  from "AuditPersonal" p where p."auditId" = e."auditId" and e."personal" <> '{}'), '[]') as beside from "AuditEntry" e`;

/** The entry in its chain. Personal data that is gone without an erasure shows as erased by nobody, which no check accepts. */
export function chainedOf(row: EntryRow): ChainedEntry {
  const { position, version, previous, hash, contentHash, personal, beside } = row;
  const fields = Object.entries(personal).map(([name, commitment]): [string, PersonalField] => {
    const kept = beside.find((one) => one.name === name);
    if (kept?.salt != null && kept.value !== null) return [name, { commitment, salt: kept.salt, value: kept.value }];
    return [name, { commitment, erasedBy: kept?.erasedBy ?? '' }];
  });
  return { ...factsOf(row), v: version, position: Number(position), previous, contentHash, hash, personal: Object.fromEntries(fields) };
}

function factsOf(row: EntryRow): AuditFacts {
  const { auditId, orgId, at, actor, action, callId, interventionId, queue, direction, opportunityId, result, code, details } = row;
  const facts = { auditId, orgId, at: at.toISOString(), actor, action, callId, interventionId, queue, direction, opportunityId, result, code, details };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as unknown as AuditFacts;
}
