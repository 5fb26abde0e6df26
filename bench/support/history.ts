import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { Call } from '../../server/domain/call/call.ts';
import { WITH_CUSTOMER } from '../../server/domain/call/purpose.ts';
import type { PostgresStore } from '../../server/store/calls/postgresStore.ts';

/** Of the ended calls, every tenth had a supervisor. */

const SUPERVISED_SHARE = 0.1;
/** Chained or append-only: they are not multiplied. */
const NOT_MULTIPLIED = ['AuditEntry', 'CarrierReport', 'Incident'];

/**
 * Gives the database this many ended calls: two are written by the store, and the rows of all
 * tables that have a `callId` are multiplied.
 */
export async function writeHistory(
  databaseUrl: string,
  store: PostgresStore,
  { ended, supervisors }: { readonly ended: number; readonly supervisors: readonly string[] },
): Promise<void> {
  const supervised = Math.round(ended * SUPERVISED_SHARE);
  const plain = endedCall(false, supervisors[0]!);
  const watched = endedCall(true, supervisors[0]!);
  for (const call of [plain, watched]) await store.createCall(call, [], []);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    for (const { table, keys } of await tablesOfCalls(client))
      for (const [{ callId }, count] of [
        [plain, ended - supervised],
        [watched, supervised],
      ] as const)
        await multiply(client, { table, keys, callId, count, supervisors });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The tables whose rows belong to a call, those with keys of their own too. */
async function tablesOfCalls(client: pg.Client): Promise<{ table: string; keys: string[] }[]> {
  const { rows } = await client.query<{ table: string; keys: string[] }>(
    `select c.table_name as "table", array(
         select a.attname::text from pg_index i
           join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
         where i.indrelid = format('%I', c.table_name)::regclass and i.indisunique
           and a.atttypid = 'text'::regtype and a.attname <> 'callId') as keys
     from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'callId' and t.table_type = 'BASE TABLE'
       and not c.table_name = any($1)
     order by c.table_name <> 'Call', c.table_name`,
    [NOT_MULTIPLIED],
  );
  return rows;
}

async function multiply(
  client: pg.Client,
  wanted: {
    table: string;
    keys: readonly string[];
    callId: string;
    count: number;
    supervisors: readonly string[];
  },
): Promise<void> {
  const keys = wanted.keys.map((key) => `, '${key}', t."${key}" || '-' || n`).join('');
  await client.query(
    `insert into "${wanted.table}"
     select (jsonb_populate_record(t, jsonb_build_object(
       'callId', t."callId" || '-' || n,
       'supervisorUserId', ($3::text[])[1 + n % cardinality($3::text[])]${keys}))).*
     from "${wanted.table}" t cross join generate_series(1, $2::int) n where t."callId" = $1`,
    [wanted.callId, wanted.count, wanted.supervisors],
  );
}

function endedCall(isSupervised: boolean, supervisorUserId: string): Call {
  const [startedAt, endedAt] = [7 * 86_400_000, 7 * 86_400_000 - 300_000].map((agoMs) =>
    new Date(Date.now() - agoMs).toISOString(),
  ) as [string, string];
  const left = {
    status: 'left' as const,
    audibleTo: 'everyone' as const,
    onHold: false,
    joinedAt: startedAt,
    leftAt: endedAt,
  };
  const interventionId = randomUUID();
  return {
    orgId: LOCAL_ORG_ID,
    callId: `past-${randomUUID().slice(0, 8)}`,
    status: 'ended',
    direction: 'outbound',
    purpose: WITH_CUSTOMER,
    startedAt,
    answeredAt: startedAt,
    endedAt,
    endReason: 'hung_up',
    rep: { userId: '005Past0000000001AAA', name: 'Rep', managerIds: [supervisorUserId] },
    customer: { name: 'Customer', phone: '+14155550100', accountName: 'Account' },
    conferenceId: `CF${'9'.repeat(32)}`,
    participants: [
      { party: { role: 'customer' }, connectionId: `CA${'8'.repeat(32)}`, ...left },
      { party: { role: 'rep' }, connectionId: `CA${'7'.repeat(32)}`, ...left },
    ],
    interventions: isSupervised
      ? [
          {
            interventionId,
            supervisor: { userId: supervisorUserId, name: 'Supervisor', role: 'supervisor' },
            policyVersion: 'bench',
            policyRule: 'Managers_Own_Reports',
            noticeKinds: ['banner'],
            device: 'softphone',
            isRecorded: false,
            requestedAt: startedAt,
            modeHistory: [{ mode: 'monitor', at: startedAt }],
            whisperSkipped: false,
            status: 'ended',
            joinedAt: startedAt,
            leftAt: endedAt,
            endReason: 'supervisor_left',
            outcome: { status: 'given', code: 'advanced', at: endedAt },
          },
        ]
      : [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: false,
  };
}
