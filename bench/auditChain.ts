/**
 * Cost of the audit's hash chain for a change (a row, an outbox message, a notification, two
 * entries), for several ways to chain and without a chain. Prints a table.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../local/machine/postgres/postgres.ts';

const SECONDS = Number(process.argv[2] ?? 4);
const CLIENTS = 12;
const ENTRIES = 2;
const SEAL_EVERY_MS = 5;

interface Variant {
  readonly name: string;
  readonly setUp: string;
  /** Writes the entries, in the transaction of the change. */
  audit(client: pg.PoolClient, orgId: string): Promise<unknown>;
  /** Chains committed entries; returns how long the oldest had waited, in milliseconds. */
  seal?(client: pg.Client): Promise<number>;
}

const TABLE = `create table entry (
    id bigserial primary key, org text not null, position bigint, content text not null,
    previous text, hash text, at timestamptz not null default clock_timestamp());
  create unique index on entry (org, position);`;
const LINK = `encode(sha256(convert_to(new.org || new.position || new.previous || new.content, 'UTF8')), 'hex')`;
const trigger = (head: string, after = ''): string => `${TABLE}
  create table head (org text primary key, position bigint not null, hash text not null);
  create function chain() returns trigger language plpgsql as $$
  declare head record;
  begin
    ${head}
    new.position := coalesce(head.position, 0) + 1;
    new.previous := coalesce(head.hash, repeat('0', 64));
    new.hash := ${LINK};
    ${after}
    return new;
  end $$;
  create trigger chain before insert on entry for each row execute function chain();`;

const insert = (client: pg.PoolClient, orgId: string): Promise<unknown> =>
  client.query(`insert into entry (org, content) select $1, c from unnest($2::text[]) c`, [
    orgId,
    Array.from({ length: ENTRIES }, () => randomUUID().repeat(2)),
  ]);

const VARIANTS: readonly Variant[] = [
  { name: 'no chain', setUp: TABLE, audit: insert },
  {
    name: 'chained by the trigger, advisory lock',
    setUp: trigger(`perform pg_advisory_xact_lock(hashtextextended(new.org, 0));
      select position, hash into head from entry where org = new.org order by position desc limit 1;`),
    audit: insert,
  },
  {
    name: 'chained by the trigger, head row locked',
    setUp: trigger(
      `insert into head values (new.org, 0, repeat('0', 64)) on conflict do nothing;
       select position, hash into head from head where org = new.org for update;`,
      `update head set position = new.position, hash = new.hash where org = new.org;`,
    ),
    audit: insert,
  },
  {
    name: 'sealed by a worker afterwards',
    setUp: `${TABLE} create index on entry (id) where hash is null;`,
    audit: insert,
    async seal(client) {
      const { rows } = await client.query<{ waited: number | null }>(
        `with due as (
          select id, org, content, at from entry where hash is null order by id limit 500 for update),
        numbered as (
          select d.*, row_number() over (partition by d.org order by d.id)
            + coalesce((select max(e.position) from entry e where e.org = d.org), 0) as place
          from due d),
        sealed as (
          update entry e set position = n.place,
            hash = encode(sha256(convert_to(n.org || n.place || n.content, 'UTF8')), 'hex')
          from numbered n where n.id = e.id returning e.at)
        select (extract(epoch from clock_timestamp() - min(at)) * 1000)::float as waited from sealed`,
      );
      return rows[0]?.waited ?? 0;
    },
  },
];

const dir = mkdtempSync(join(tmpdir(), 'dealside-bench-'));
chmodSync(dir, 0o711);
const postgres = await startPostgres({ dir: join(dir, 'postgres') });
try {
  process.stdout.write(
    `${CLIENTS} clients, ${ENTRIES} entries a change, ${SECONDS} s each, PostgreSQL that waits for the disk\n\n`,
  );
  process.stdout.write(
    '| Way | Orgs | Changes a second | Median ms | 99 % ms | Unsealed at most, ms |\n|---|---|---|---|---|---|\n',
  );
  for (const orgs of [1, 8]) for (const variant of VARIANTS) await run(variant, orgs);
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}

async function run(variant: Variant, orgs: number): Promise<void> {
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await postgres.createDatabase(name);
  const pool = new pg.Pool({ connectionString: postgres.databaseUrl(name), max: CLIENTS });
  // Connections are interrupted when the database stops.
  pool.on('error', () => undefined);
  await pool.query(`${variant.setUp} create table call (id int primary key, n int not null);
    insert into call select i, 0 from generate_series(1, ${CLIENTS}) i;
    create table outbox (id bigserial primary key, key text unique);`);
  const until = Date.now() + SECONDS * 1000;
  const took: number[] = [];
  const sealing = variant.seal ? sealer(name, variant.seal, until) : Promise.resolve(undefined);
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, n) => {
      const client = await pool.connect();
      for (let i = 0; Date.now() < until; i += 1) {
        const startedAt = performance.now();
        await client.query('begin');
        await client.query('update call set n = n + 1 where id = $1', [n + 1]);
        await client.query('insert into outbox (key) values ($1)', [`${n}-${i}`]);
        await client.query(`select pg_notify('changed', $1)`, [`${n}-${i}`]);
        await variant.audit(client, `org-${(n + i) % orgs}`);
        await client.query('commit');
        took.push(performance.now() - startedAt);
      }
      client.release();
    }),
  );
  const unsealed = await sealing;
  took.sort((a, b) => a - b);
  const at = (share: number): string => took[Math.floor(took.length * share)]!.toFixed(1);
  process.stdout.write(
    `| ${variant.name} | ${orgs} | ${Math.round(took.length / SECONDS)} | ${at(0.5)} | ${at(0.99)} | ${unsealed === undefined ? '0' : Math.round(unsealed)} |\n`,
  );
  await pool.end();
}

async function sealer(
  name: string,
  seal: NonNullable<Variant['seal']>,
  until: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl(name) });
  await client.connect();
  let longestMs = 0;
  while (Date.now() < until) {
    longestMs = Math.max(longestMs, await seal(client));
    await pause(SEAL_EVERY_MS);
  }
  await client.end();
  return longestMs;
}
