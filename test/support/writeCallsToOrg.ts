import assert from 'node:assert/strict';
import type pg from 'pg';
import { deliverCallDays } from '../../server/commands/jobs/deliverCallDays.ts';
import type { CrmConnection } from '../../server/crm/session/connection.ts';
import { createCrmActivities } from '../../server/crm/writes/activities.ts';
import { createCrmCallDays } from '../../server/crm/writes/callDays.ts';
import { createExistingReader } from '../../server/crm/writes/existingRecords.ts';
import { createCrmHelpRecords } from '../../server/crm/writes/helpRecords.ts';
import { createCrmRepCalls } from '../../server/crm/writes/repCalls.ts';
import { loadCalls } from '../../server/store/calls/loadCalls.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { createDayTotals } from '../../server/store/outcomes/dayTotals.ts';

/** Writes these ended calls, and the totals of all due days, to the org by what the server has. */
export async function writeCallsToOrg(
  pool: pg.Pool,
  crm: CrmConnection,
  callIds: readonly string[],
): Promise<void> {
  await writeDayTotals(pool, crm);
  const calls = await loadCalls(pool, callIds);
  assert.equal(calls.length, callIds.length);
  const interventions = calls.flatMap((call) =>
    call.interventions.map(({ interventionId }) => ({ call, interventionId })),
  );
  const written = [
    ...(await createCrmActivities(crm).recordInterventions(interventions)),
    ...(await createCrmRepCalls(crm, { logging: async () => 'all' }).recordRepCalls(
      calls.map((call) => ({ call, repUserId: call.rep.userId })),
    )),
    ...(await createCrmHelpRecords(crm).recordHelp(
      calls.flatMap(
        (call) => call.pastHelp?.map(({ helpRequestId }) => ({ call, helpRequestId })) ?? [],
      ),
    )),
  ];
  assert.deepEqual(
    written.filter((one) => one !== undefined),
    [],
  );
}

async function writeDayTotals(pool: pg.Pool, crm: CrmConnection): Promise<void> {
  const callDays = createCrmCallDays(crm, createExistingReader(crm, Date.now).queueNames);
  await createCallDays(pool, 0).countDue(1_000);
  const dayTotals = createDayTotals(pool);
  const { rows } = await pool.query(
    `select "key", "orgId", "topic", "payload" from "OutboxMessage" where "topic" = 'crm.callDay'`,
  );
  const results = await deliverCallDays({
    dayTotals,
    callDays: { recordCallDays: (_orgId, totals) => callDays.recordCallDays(totals) },
  })(rows);
  assert.ok(results.length > 0 && results.every((one) => one === undefined));
}
