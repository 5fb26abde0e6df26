import assert from 'node:assert/strict';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import type { CallDays } from '../../../../server/ports/index.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { freshDatabase, withConnection, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DOUTCOMES';
const LADDER = ['monitor', 'whisper', 'barge', 'takeover'];
const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Auckland', 'Not/AZone', null];
const YEAR = { orgId: ORG, from: '2026-01-01', to: '2026-12-31' };

/** Numbers that are the same in each run (Park and Miller). */
function numbers(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function sampleCalls(count: number): EndedCall[] {
  const next = numbers(20261128);
  return Array.from({ length: count }, (_, index) => {
    const rep = next(7);
    const answered = Date.parse('2026-03-27T00:00:00Z') + next(6 * 86_400) * 1000;
    return {
      callId: `call-${index}`,
      orgId: ORG,
      repUserId: `rep-${rep}`,
      repName: `Rep ${rep}`,
      repTimeZone: ZONES[rep % ZONES.length]!,
      direction: next(2) ? 'inbound' : 'outbound',
      answeredAt: new Date(answered).toISOString(),
      endedAt: new Date(answered + (60 + next(600)) * 1000).toISOString(),
      askedForHelp: next(10) === 0,
      interventions: Array.from({ length: next(5) === 0 ? 1 + next(2) : 0 }, (_, position) => ({
        interventionId: `intervention-${index}-${position}`,
        supervisorUserId: `supervisor-${next(3)}`,
        supervisorName: 'A supervisor',
        modes: LADDER.slice(0, next(5)),
        reasonCode: next(2) ? 'close_assist' : null,
        outcomeCode: next(2) ? 'saved' : null,
      })),
    };
  });
}

const highest = (modes: readonly string[]): number =>
  Math.max(-1, ...modes.map((mode) => LADDER.indexOf(mode)));
const known = (zone: string | null): string =>
  zone === null || zone === 'Not/AZone' ? 'UTC' : zone;
const dayOf = ({ answeredAt, repTimeZone }: EndedCall): string =>
  Temporal.Instant.from(answeredAt).toZonedDateTimeISO(known(repTimeZone)).toPlainDate().toString();

/** The totals of each day, from the calls themselves. */
function expectedDays(calls: readonly EndedCall[]) {
  const days = new Map<string, Record<string, unknown> & { answered: number }>();
  for (const call of calls) {
    const from = dayOf(call);
    const day = days.get(from) ?? {
      from,
      answered: 0,
      ...Object.fromEntries(LADDER.map((mode) => [mode, 0])),
    };
    days.set(from, day);
    day.answered += 1;
    const mode = LADDER[Math.max(-1, ...call.interventions.map(({ modes }) => highest(modes)))];
    if (mode)
      (day as Record<string, unknown>)[mode] = ((day as Record<string, number>)[mode] ?? 0) + 1;
  }
  return [...days.values()].sort((a, b) => String(a.from).localeCompare(String(b.from)));
}

describe('the totals of each day', () => {
  const calls = sampleCalls(2_000);
  let database: FreshDatabase;
  let pool: pg.Pool;
  let callDays: CallDays;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    callDays = createCallDays(pool);
    await insertEndedCalls(pool, calls);
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  const countAll = () => callDays.countDue(1_000);
  const periods = () => callDays.periods(YEAR, 'day', 'all');

  it('are those of the calls, by the day of the rep, whatever the time zone', async () => {
    assert.ok((await callDays.due(ORG)) > 0);
    await countAll();
    assert.equal(await callDays.due(ORG), 0);
    assert.deepEqual(await periods(), expectedDays(calls));
  });

  it('are those of each rep', async () => {
    for (const rep of await callDays.reps(YEAR, 'all')) {
      const own = calls.filter(({ repUserId }) => repUserId === rep.userId);
      assert.equal(rep.answered, own.length);
      assert.equal(rep.helpRequested, own.filter(({ askedForHelp }) => askedForHelp).length);
      assert.equal(
        rep.talkSeconds,
        own.reduce(
          (sum, { answeredAt, endedAt }) =>
            sum + (Date.parse(endedAt) - Date.parse(answeredAt)) / 1000,
          0,
        ),
      );
    }
  });

  it('are of one direction, and of named reps, where that is asked', async () => {
    const some = calls.filter(
      ({ direction, repUserId }) => direction === 'inbound' && repUserId === 'rep-3',
    );
    assert.deepEqual(
      await callDays.periods({ ...YEAR, direction: 'inbound' }, 'day', ['rep-3']),
      expectedDays(some),
    );
    assert.deepEqual(await callDays.periods(YEAR, 'day', []), []);
  });

  it('are of another org’s calls in no number', async () => {
    assert.deepEqual(await callDays.periods({ ...YEAR, orgId: '00DOTHER' }, 'day', 'all'), []);
  });

  it('count interventions by supervisor, highest mode, reason and outcome, and not those who never joined', async () => {
    const joined = calls
      .flatMap(({ interventions }) => interventions)
      .filter(({ modes }) => modes.length > 0);
    const counted = await callDays.interventions(YEAR, 'all');
    assert.equal(
      counted.reduce((sum, { interventions }) => sum + interventions, 0),
      joined.length,
    );
    for (const { supervisorUserId, mode, reasonCode, outcomeCode, interventions } of counted)
      assert.equal(
        interventions,
        joined.filter(
          (one) =>
            one.supervisorUserId === supervisorUserId &&
            LADDER[highest(one.modes)] === mode &&
            one.reasonCode === (reasonCode ?? null) &&
            one.outcomeCode === (outcomeCode ?? null),
        ).length,
      );
  });

  describe('when a call changes afterwards', () => {
    it('are counted again, for its day alone', async () => {
      const { callId } = calls.find(({ interventions }) =>
        interventions.some(({ modes }) => modes.length),
      )!;
      await pool.query(`update "Intervention" set "outcomeCode" = 'lost' where "callId" = $1`, [
        callId,
      ]);
      assert.equal(await callDays.due(ORG), 1);
      await countAll();
      const { rows } = await pool.query(
        `select count(*)::int as raw, (select coalesce(sum("interventions"), 0)::int
           from "InterventionDay" where "outcomeCode" = 'lost') as counted
         from "Intervention" where "outcomeCode" = 'lost' and "modeHistory" <> '[]'`,
      );
      assert.equal(rows[0].counted, rows[0].raw);
    });

    it('stay due when counting fails half way', async () => {
      await pool.query(
        `update "Call" set "endedAt" = "endedAt" + interval '1 second' where "callId" = 'call-1'`,
      );
      const before = await periods();
      await pool.query(`alter table "InterventionDay" rename to "Elsewhere"`);
      await assert.rejects(countAll());
      await pool.query(`alter table "Elsewhere" rename to "InterventionDay"`);
      assert.equal(await callDays.due(ORG), 1);
      assert.deepEqual(await periods(), before);
      await countAll();
      assert.equal(await callDays.due(ORG), 0);
    });

    it('of one day that cannot be counted hold up no other day', async () => {
      const [first, other] = [...new Set(calls.map(dayOf))].sort();
      await pool.query(
        `alter table "CallDay" add constraint no_first check ("day" <> '${first}') not valid`,
      );
      const touched = [first, other].map(
        (day) => calls.find((call) => dayOf(call) === day)!.callId,
      );
      for (const callId of touched)
        await pool.query(`update "Call" set "repName" = "repName" where "callId" = $1`, [callId]);
      await assert.rejects(countAll(), /no_first/);
      assert.equal(await callDays.due(ORG), 1);
      await pool.query(`alter table "CallDay" drop constraint no_first`);
      await countAll();
      assert.equal(await callDays.due(ORG), 0);
    });

    it('count what was written while they were counted the next time', async () => {
      const late: EndedCall = { ...calls[0]!, callId: 'late', interventions: [] };
      await withConnection(pool, async (writing) => {
        await writing.query('begin');
        await insertEndedCalls(writing, [late]);
        await countAll();
        assert.deepEqual(await periods(), expectedDays(calls));
        await writing.query('commit');
      });
      await countAll();
      assert.deepEqual(await periods(), expectedDays([...calls, late]));
      await pool.query(`delete from "Call" where "callId" = 'late'`);
    });
  });

  it('are those of the calls again when all are recomputed, whatever stood there', async () => {
    await pool.query(`update "CallDay" set "answered" = "answered" + 5`);
    await pool.query(
      `insert into "CallDay" select "orgId", "day" + 400, "repUserId", "direction", "repName", 1, 1, 0, 0, 0, 0, 0, 0 from "CallDay" limit 3`,
    );
    await callDays.makeAllDue(ORG);
    await countAll();
    assert.deepEqual(
      await callDays.periods({ ...YEAR, to: '2027-12-31' }, 'day', 'all'),
      expectedDays(calls),
    );
  });

  it('are by weeks from Monday, where that is asked', async () => {
    const weeks = await callDays.periods(YEAR, 'week', 'all');
    assert.ok(weeks.every(({ from }) => Temporal.PlainDate.from(from).dayOfWeek === 1));
    assert.equal(
      weeks.reduce((sum, { answered }) => sum + answered, 0),
      calls.length,
    );
  });
});
