import pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
  type UnansweredCall,
} from './endedCalls.ts';
import {
  createSampleRefusals,
  insertSampleRefusals,
  type SampleRefusal,
} from './sampleRefusals.ts';
import { createSampleWaiting } from './sampleWaiting.ts';

const BATCH = 5_000;

/** What sample calls fill, by rows or by triggers. */
const FILLED_TABLES = [
  'Call',
  'Participant',
  'Intervention',
  'Notice',
  'DealSnapshot',
  'HoldOutAssignment',
  'CallRating',
  'CallAlert',
  'CallTalk',
  'Debrief',
  'CalibrationScore',
  'AuditEntry',
  'CallDayDue',
  'DealDue',
  'DebriefDue',
];

const WAITING_SEED = 3;
const REFUSALS_SEED = 4;

/**
 * Writes sample calls, unanswered callers, and what was refused on both, in batches. Returns how
 * many calls were answered.
 *
 * @param onProgress called with the number written so far
 */
export async function insertSample(
  databaseUrl: string,
  days: Iterable<readonly EndedCall[]>,
  onProgress: (written: number) => void = () => undefined,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  let written = 0;
  let waiting: EndedCall[] = [];
  let unanswered: UnansweredCall[] = [];
  let refusals: SampleRefusal[] = [];
  const withWaiting = createSampleWaiting(WAITING_SEED);
  const refusedOn = createSampleRefusals(REFUSALS_SEED);
  const write = async (): Promise<void> => {
    await insertEndedCalls(pool, waiting);
    await insertUnansweredCalls(pool, unanswered);
    await insertSampleRefusals(pool, refusals);
    unanswered = [];
    refusals = [];
    written += waiting.length;
    waiting = [];
    onProgress(written);
  };
  try {
    for (const day of days) {
      const waited = withWaiting(day);
      waiting.push(...waited.calls);
      unanswered.push(...waited.unanswered);
      refusals.push(...refusedOn(waited.calls, waited.unanswered));
      if (waiting.length >= BATCH) await write();
    }
    if (waiting.length > 0) await write();
    // PostgreSQL would do this within minutes, but would plan for empty tables until then.
    await pool.query(`analyze ${FILLED_TABLES.map((table) => `"${table}"`).join(', ')}`);
    return written;
  } finally {
    await pool.end();
  }
}

/**
 * Leaves the messages in the outbox that the server would write to the org about ended calls:
 * interventions and help requests on calls of these reps, because the org has no records of others;
 * their calls of the last two weeks; their first acknowledgments; and the totals of each day, once
 * the server has counted them.
 */
export async function notifyOrgOfSample(
  databaseUrl: string,
  orgId: string,
  reps: readonly string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
       select 'crm.intervention:sample:' || "interventionId", "orgId", 'crm.intervention',
         jsonb_build_object('callId', "callId", 'interventionId', "interventionId")
       from "Intervention" join "Call" using ("callId")
       where "orgId" = $1 and "repUserId" = any($2)
       order by "answeredAt"`,
      [orgId, reps],
    );
    await client.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
       select 'crm.help:sample:' || (request->>'helpRequestId'), "orgId", 'crm.help',
         jsonb_build_object('callId', "callId", 'helpRequestId', request->>'helpRequestId')
       from "Call", jsonb_array_elements("pastHelp") as request
       where "orgId" = $1 and "repUserId" = any($2)
       order by "answeredAt"`,
      [orgId, reps],
    );
    await client.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
       select 'crm.call:sample:' || "callId", "orgId", 'crm.call',
         jsonb_build_object('callId', "callId", 'repUserId', "repUserId")
       from "Call" where "orgId" = $1 and "repUserId" = any($2)
         and "answeredAt" > (select max("answeredAt") from "Call" where "orgId" = $1)
           - interval '14 days'
       order by "answeredAt"`,
      [orgId, reps],
    );
    await client.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
       select distinct on ("repUserId") 'crm.acknowledgement:sample:' || "repUserId", "orgId",
         'crm.acknowledgement', jsonb_build_object('callId', "callId", 'noticeId', "noticeId")
       from "Notice" join "Call" using ("callId")
       where "orgId" = $1 and "repUserId" = any($2) and "acknowledgedAt" is not null
       order by "repUserId", "acknowledgedAt"`,
      [orgId, reps],
    );
    await client.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "availableAt")
       select 'crm.callDay:sample:' || day, $1, 'crm.callDay', jsonb_build_object('day', day),
         now() + interval '90 seconds'
       from (select distinct to_char(coalesce("answeredAt", "startedAt")
           at time zone coalesce("repTimeZone", 'UTC'), 'YYYY-MM-DD') as day
         from "Call" where "orgId" = $1 and "status" = 'ended') as days
       order by day`,
      [orgId],
    );
    await client.query('analyze "OutboxMessage"');
  } finally {
    await client.end();
  }
}
