import type { Pool } from 'pg';
import type { Checkpoint, SigningKey } from '../../domain/audit/checkpoint.ts';
import type {
  AuditQuery,
  AuditTrail,
  ChainHead,
  StoredCheckpoint,
} from '../../ports/audit/audit.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { chainedOf, SELECT, type EntryRow } from './auditEntries.ts';

interface HeadRow {
  orgId: string;
  position: string;
  hash: string;
}
type CheckpointRow = Omit<Checkpoint, 'takenAt'> & { takenAt: Date };

const CHECKPOINT = `select
  c."orgId", c."number", c."statement", c."signature", c."keyId", c."takenAt"
  from "AuditCheckpoint" c`;

const FILTERS: Conditions<Omit<AuditQuery, 'limit'>> = {
  orgId: (value) => `"orgId" = ${value}`,
  callId: (value) => `"callId" = ${value}`,
  userId: (value) =>
    `("actor" ->> 'userId' = ${value} or "details" ->> 'supervisorUserId' = ${value} or "details" ->> 'repUserId' = ${value})`,
  actions: (value) => `"action" = any(${value}::text[])`,
  result: (value) => `"result" = ${value}`,
  mode: (value) => `"details" ->> 'mode' = ${value}`,
  recordingId: (value) => `"details" ->> 'recordingId' = ${value}`,
  exportId: (value) => `"details" ->> 'exportId' = ${value}`,
  after: (value) => `"position" > ${value}::bigint`,
  before: (value) => `"position" < ${value}::bigint`,
};

/** `hasCrm` returns whether checkpoints of an org are written to the CRM. */
export function createAuditTrail(
  pool: Pool,
  hasCrm: (orgId: string) => boolean = () => true,
): AuditTrail {
  return {
    ...chainEntries(pool),
    ...chainCheckpoints(pool, hasCrm),
  };
}

const headOf = ({ orgId, position, hash }: HeadRow): ChainHead => ({
  orgId,
  position: Number(position),
  hash,
});

const checkpointOf = ({ takenAt, ...row }: CheckpointRow): Checkpoint => ({
  ...row,
  takenAt: takenAt.toISOString(),
});

/** The entries of the chains, and where each chain ends. */
const chainEntries = (pool: Pool): Pick<AuditTrail, 'heads' | 'head' | 'entries' | 'search'> => ({
  async heads() {
    // A loose index scan: one index lookup per org instead of a scan of all entries.
    const { rows } = await pool.query<HeadRow>(
      `with recursive orgs as (
          (select "orgId" from "AuditEntry" order by "orgId" limit 1)
          union all
          select (
            select e."orgId" from "AuditEntry" e
            where e."orgId" > orgs."orgId" order by e."orgId" limit 1)
          from orgs where orgs."orgId" is not null)
        select head.* from orgs, lateral (
          select "orgId", "position", "hash" from "AuditEntry" e
          where e."orgId" = orgs."orgId" order by "position" desc limit 1) head`,
    );
    return rows.map(headOf);
  },

  async head(orgId) {
    const { rows } = await pool.query<HeadRow>(
      `select "orgId", "position", "hash" from "AuditEntry"
         where "orgId" = $1 order by "position" desc limit 1`,
      [orgId],
    );
    return rows[0] && headOf(rows[0]);
  },

  async entries(orgId, afterPosition, limit) {
    const { rows } = await pool.query<EntryRow>(
      `${SELECT} where "orgId" = $1 and "position" > $2 order by "position" limit $3`,
      [orgId, afterPosition, limit],
    );
    return rows.map(chainedOf);
  },

  async search({ limit, ...query }) {
    const { where, values } = filtered(FILTERS, query);
    const { rows } = await pool.query<EntryRow>(
      `${SELECT} where ${where} order by "position" desc limit $${values.length + 1}`,
      [...values, limit],
    );
    return rows.map(chainedOf);
  },
});

/** The checkpoints of the chains, with the keys that signed them. */
const chainCheckpoints = (
  pool: Pool,
  hasCrm: (orgId: string) => boolean,
): Pick<
  AuditTrail,
  'checkpoints' | 'checkpoint' | 'lastCheckpoint' | 'signingKeys' | 'storeCheckpoint'
> => ({
  async checkpoints(orgId) {
    const { rows } = await pool.query<
      CheckpointRow & { inSalesforce: StoredCheckpoint['inSalesforce'] }
    >(
      `select c."orgId", c."number", c."statement", c."signature", c."keyId", c."takenAt",
           case when m."doneAt" is not null then 'written'
             when m."deadLetteredAt" is not null then 'failed' else 'waiting' end as "inSalesforce"
         from "AuditCheckpoint" c left join "OutboxMessage" m
           on m."key" = 'crm.checkpoint:' || c."orgId" || ':' || c."number"
         where c."orgId" = $1 order by c."number"`,
      [orgId],
    );
    return rows.map(({ inSalesforce, ...row }) => ({ ...checkpointOf(row), inSalesforce }));
  },

  async checkpoint(orgId, number) {
    const { rows } = await pool.query<CheckpointRow>(
      `${CHECKPOINT} where "orgId" = $1 and "number" = $2`,
      [orgId, number],
    );
    return rows[0] && checkpointOf(rows[0]);
  },

  async lastCheckpoint(orgId) {
    const { rows } = await pool.query<CheckpointRow>(
      `${CHECKPOINT} where "orgId" = $1 order by "number" desc limit 1`,
      [orgId],
    );
    return rows[0] && checkpointOf(rows[0]);
  },

  async signingKeys(keyIds) {
    const { rows } = await pool.query<SigningKey>(
      `select "keyId", "publicKey" from "AuditSigningKey"
         where "keyId" = any($1) order by "firstUsedAt"`,
      [keyIds],
    );
    return rows;
  },

  async storeCheckpoint({ orgId, number, statement, signature, keyId, takenAt }, { publicKey }) {
    const { rowCount } = await pool.query(
      `with "key" as (
             insert into "AuditSigningKey" ("keyId", "publicKey") values ($5, $7)
             on conflict do nothing),
           "taken" as (
             insert into "AuditCheckpoint"
               ("orgId", "number", "statement", "signature", "keyId", "takenAt")
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning "orgId", "number"),
           "message" as (
             insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
             select 'crm.checkpoint:' || "orgId" || ':' || "number", "orgId", 'crm.checkpoint',
               jsonb_build_object('number', "number") from "taken" where $8::boolean)
         select 1 from "taken"`,
      [orgId, number, statement, signature, keyId, takenAt, publicKey, hasCrm(orgId)],
    );
    return rowCount === 1;
  },
});
