import assert from 'node:assert/strict';
import pg from 'pg';
import type { EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { insertSample } from '../../../../local/machine/sample/insertSample.ts';
import {
  ORG_YEAR,
  planted,
  sampleCalls,
  type SampleOptions,
} from '../../../../local/machine/sample/sampleCalls.ts';
import { insertTranscripts } from '../../../../local/machine/sample/sampleTranscripts.ts';
import { isWithoutCalls } from '../../../../local/machine/sample/withoutCalls.ts';
import { createChainVerifier } from '../../../../server/domain/audit/verify.ts';
import { REFUSAL_CODES } from '../../../../server/domain/call/refusals.ts';
import { outcomesReport } from '../../../../server/domain/outcomes/report.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import { createAuditTrail } from '../../../../server/store/audit/auditTrail.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createTrustTotals } from '../../../../server/store/outcomes/trustTotals.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const OPTIONS: SampleOptions = {
  orgId: '00DSAMPLE',
  reps: Array.from({ length: 12 }, (_, index) => ({
    userId: `rep-${index}`,
    name: `Rep ${index}`,
    timeZone: 'America/New_York',
  })),
  supervisors: [{ userId: 'maya', name: 'Maya' }],
  calls: 24_000,
  days: 168,
  until: '2026-11-28T12:00:00Z',
  seed: 1,
};

describe('sample calls', () => {
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
  });
  after(() => database?.drop());

  it('are the same for the same seed, about as many as asked, and none on weekends', () => {
    const days = [...sampleCalls(OPTIONS)];
    assert.deepEqual([...sampleCalls(OPTIONS)], days);
    const calls = days.flat();
    assert.ok(Math.abs(calls.length / OPTIONS.calls - 1) < 0.2, `${calls.length} calls`);
    assert.equal(new Set(calls.map(({ callId }) => callId)).size, calls.length);
    assert.deepEqual(
      calls.filter(({ answeredAt }) => [0, 6].includes(new Date(answeredAt).getUTCDay())),
      [],
    );
  });

  it('have supervisors on 1.5 % of an org’s year, and customers who call again', () => {
    const calls = [...sampleCalls({ ...OPTIONS, ...ORG_YEAR, calls: 60_000, days: 365 })].flat();
    const share = (of: (call: EndedCall) => boolean): number =>
      calls.filter(of).length / calls.length;
    const joined = share(({ interventions }) => interventions.length > 0);
    assert.ok(joined > 0.013 && joined < 0.017, `${joined} joined`);
    const barged = share(({ interventions: [one] }) => one?.modes.includes('barge') === true);
    assert.ok(barged > 0.005 && barged < 0.02, `${barged} barged: as many as is usual`);
    const ended = new Map<string, number>();
    const again = share(({ customerPhone, direction, answeredAt, endedAt }) => {
      assert.ok(customerPhone);
      const before = ended.get(customerPhone) ?? -Infinity;
      ended.set(customerPhone, Date.parse(endedAt));
      return direction === 'inbound' && Date.parse(answeredAt) - before < 7 * 86_400_000;
    });
    assert.ok(again > 0.005 && again < 0.05, `${again} called again`);
    assert.match(planted({ ...OPTIONS, ...ORG_YEAR })[0]!, /^12 % of the callers/);
  });

  it('have no phone numbers where none are asked for', () => {
    assert.ok([...sampleCalls(OPTIONS)].flat().every((call) => !call.customerPhone));
  });

  it('have in the report what was planted, and owe no outcome', async () => {
    assert.equal(await isWithoutCalls(database.databaseUrl), true);
    const written = await insertSample(database.databaseUrl, sampleCalls(OPTIONS));
    assert.equal(await isWithoutCalls(database.databaseUrl), false);
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    try {
      const callDays = createCallDays(pool);
      await callDays.countDue(1_000);
      const question = { orgId: OPTIONS.orgId, from: '2026-01-01', to: '2026-12-31' };
      const report = outcomesReport(
        {
          from: question.from,
          reps: await callDays.reps(question, 'all'),
          periods: await callDays.periods(question, 'week', 'all'),
          interventions: await callDays.interventions(question, 'all'),
          tenures: await callDays.tenures(question, 'all'),
        },
        'barge',
        SHIPPED_VOCABULARY,
      );
      assert.equal(report.totals.answered, written);
      assert.match(planted(OPTIONS)[0]!, /^Rep 0 is barged/);
      assert.deepEqual(
        report.reps.points
          .filter(({ verdict }) => verdict === 'outlier_high')
          .map(({ name }) => name),
        ['Rep 0'],
      );
      assert.ok(report.chart.points.slice(-3).some(({ signal }) => signal));
      const { rows } = await pool.query(
        `select 1 from "Intervention" where "outcomeStatus" = 'due' limit 1`,
      );
      assert.deepEqual(rows, []);
    } finally {
      await pool.end();
    }
  });

  it('have tags and praise, on interventions that were heard, as they are kept of real calls', async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
    try {
      const { rows } = await pool.query<{ tagged: number; praised: number; unheard: number }>(
        `select count("outcomeTag")::int as "tagged",
           count(*) filter (where jsonb_path_exists(c."textWhispers",
             '$[*] ? (@.interventionId == $id && @.isPraise == true)',
             jsonb_build_object('id', i."interventionId")))::int as "praised",
           count(*) filter (where "outcomeTag" is not null and "outcomeCode" is null)::int as "unheard"
         from "Intervention" i join "Call" c using ("callId")`,
      );
      const [found] = rows;
      assert.ok(found!.tagged > 50 && found!.praised > 50, JSON.stringify(found));
      assert.equal(found!.unheard, 0);
    } finally {
      await pool.end();
    }
  });

  it('have refusals, also where nobody answered, which the audit says are a sample', async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    try {
      const { rows: entries } = await pool.query<{
        action: string;
        code: string;
        isAnswered: boolean;
        isOfCall: boolean;
        isSample: boolean;
      }>(
        `select a."action", a."code", c."answeredAt" is not null as "isAnswered",
           a."at" between c."startedAt" and c."endedAt" as "isOfCall",
           (a."details"->>'isSample')::boolean as "isSample"
         from "AuditEntry" a left join "Call" c using ("callId")`,
      );
      assert.ok(entries.length > 100, `${entries.length} refusals`);
      assert.ok(entries.every(({ isOfCall, isSample }) => isOfCall && isSample));
      assert.ok(new Set(entries.map(({ code }) => code)).size > 5);
      assert.ok(entries.some(({ action }) => action === 'ChangeMode'));
      assert.deepEqual(
        [...new Set(entries.filter((one) => !one.isAnswered).map(({ code }) => code))],
        ['call_not_live'],
      );
      assert.ok(entries.every(({ code }) => REFUSAL_CODES.some((known) => known === code)));
      const question = { orgId: OPTIONS.orgId, from: '2026-01-01', to: '2026-12-31' };
      const counted = await createTrustTotals(pool).refusals(question, 'all');
      assert.deepEqual(
        new Set(counted.map(({ code }) => code)),
        new Set(entries.map(({ code }) => code)),
      );
      assert.match(planted(OPTIONS).join(' '), /refusals, with isSample in their details/);
    } finally {
      await pool.end();
    }
  });

  it('leave the audit a chain that verifies', async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    try {
      const trail = createAuditTrail(pool);
      const chain = createChainVerifier({ orgId: OPTIONS.orgId });
      const entries = await trail.entries(OPTIONS.orgId, 0, 100_000);
      assert.ok(entries.length > 100);
      for (const entry of entries) assert.equal(chain.check(entry), undefined);
      assert.equal(chain.end(), undefined);
    } finally {
      await pool.end();
    }
  });

  it('are with customers whose place is known, so that a policy tried on them says something', async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    try {
      const { rows } = await pool.query<{ region: string; calls: number }>(
        `select "customerPlace"->>'region' as region, count(*)::int as calls from "Call"
         where "answeredAt" is not null group by 1`,
      );
      const all = rows.reduce((sum, { calls }) => sum + calls, 0);
      assert.deepEqual(rows.map(({ region }) => region).toSorted(), [
        'CA',
        'CO',
        'GA',
        'NC',
        'NY',
        'OH',
        'TX',
        'WA',
      ]);
      for (const { region, calls } of rows)
        assert.ok(calls > all / 16, `${calls} of ${all} calls are with ${region}`);
    } finally {
      await pool.end();
    }
  });

  it('have a transcript to read, for as long as they lasted', async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    try {
      await pool.query(`update "Call" set "transcribes" = true where "answeredAt" is not null`);
      const lines = await insertTranscripts(database.databaseUrl, OPTIONS.orgId);
      assert.ok(lines > 1_000, `${lines} lines`);
      const {
        rows: [found],
      } = await pool.query<{ without: number; outside: number; lines: number }>(
        `select count(*) filter (where "lineId" is null)::int as without,
           count(*) filter (where line."endedAt" > call."endedAt")::int as outside,
           count("lineId")::int as lines
         from "Call" as call left join "TranscriptLine" as line using ("callId")
         where call."transcribes"
           and call."endedAt" > (select max("endedAt") from "Call") - interval '30 days'`,
      );
      assert.deepEqual(found, { without: 0, outside: 0, lines });
    } finally {
      await pool.end();
    }
  });
});
