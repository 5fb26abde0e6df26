import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import { insertEndedCalls } from '../../local/machine/sample/endedCalls.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { OutcomesReport } from '../../server/domain/outcomes/report.ts';
import { DAY_KEY, type DayRow } from '../../server/domain/outcomes/totals.ts';
import type { TrustReport } from '../../server/domain/outcomes/trust.ts';
import type { WorthReport } from '../../server/domain/outcomes/worth.ts';
import { callsOf } from '../support/outcomeCalls.ts';
import { shownRows } from '../support/shownRows.ts';
import { startWorld, type World } from '../support/world.ts';

const CLI = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

type Outcomes = OutcomesReport & {
  readonly scope: string;
  readonly by: string;
  readonly daysDue: number;
};

interface OpenApi {
  readonly paths: Record<string, { get: { parameters: { name: string }[] } }>;
  readonly components: { schemas: Record<string, { properties: object }> };
}

describe('outcomes', () => {
  let world: World;
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const asked = (alias: string, query = '') =>
    world.as(alias).ask<Outcomes>('GET', `/api/outcomes?from=${day(29)}&to=${day(0)}${query}`);

  before(async () => {
    world = await startWorld();
    const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 1 });
    for (const [alias, count] of [
      ['ravi', 20],
      ['lena', 10],
      ['jo', 35],
    ] as const)
      await insertEndedCalls(pool, await callsOf(world, alias, count));
    await pool.end();
  });
  after(() => world?.stop());

  it('are counted on demand from the calls themselves', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [CLI, 'outcomes', 'recompute', '--org', LOCAL_ORG_ID],
      { env: { ...process.env, DATABASE_URL: world.databaseUrl } },
    );
    assert.match(stdout, /^The totals of \d days are those of their calls\.$/m);
  });

  it('are of everybody for RevOps', async () => {
    const { status, body } = await asked('rosa');
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      [body.scope, body.by, body.daysDue, body.totals.answered, body.totals.barge],
      ['everybody', 'day', 0, 65, 13],
    );
    assert.deepEqual(
      body.byReason.map(({ reasonCode, interventions, saved }) => [
        reasonCode,
        interventions,
        saved,
      ]),
      [['close_assist', 13, 13]],
    );
  });

  it('are of their reps for managers, in every number', async () => {
    const { body } = await asked('maya');
    assert.deepEqual([body.scope, body.totals.answered, body.totals.barge], ['reps', 30, 6]);
    assert.deepEqual(body.reps.points.map(({ name }) => name).sort(), ['lena', 'ravi']);
    assert.equal(
      body.chart.points.reduce((sum, { n }) => sum + n, 0),
      30,
    );
    assert.equal(body.byMode[0]!.interventions, 6);
    assert.equal(body.supervisors.points[0]!.n, 6);
  });

  it('are of another manager’s reps for that one alone, without the figures of other supervisors', async () => {
    const { body } = await asked('tomas');
    assert.deepEqual([body.supervisors.points, body.otherSupervisors], [[], 1]);
    const reps = body.reps.points.map(({ name, n }) => [name, n]);
    assert.deepEqual(reps, [['jo', 35]]);
  });

  it('are refused to a rep, and the refusal is in the audit', async () => {
    const { status, body } = await asked('ravi');
    assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted']);
    const [entry] = await world.database<{ action: string }>(
      `select "action" from "AuditEntry" where "code" = 'outcomes_not_permitted'`,
    );
    assert.equal(entry?.action, 'ReadOutcomes');
  });

  describe('and what they are worth', () => {
    const worthOf = (alias: string) =>
      world.as(alias).ask<WorthReport>('GET', `/api/outcomes/worth?from=${day(29)}&to=${day(0)}`);

    it('is of everybody for RevOps', async () => {
      const { status, body } = await worthOf('rosa');
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(body.cost.interventions, 13);
      assert.ok(body.holdOut.status === 'too_few');
      assert.deepEqual(
        [body.holdOut.shown.drawn, body.holdOut.heldOut.drawn, body.holdOut.reps],
        [52, 13, 3],
      );
      assert.deepEqual([body.trust.noticesGiven.events, body.trust.noticesGiven.n], [26, 26]);
    });

    it('is of their reps for managers, in every number', async () => {
      const { body } = await worthOf('maya');
      assert.ok(body.holdOut.status === 'too_few' && body.comparison.status === 'too_few');
      assert.deepEqual(
        [body.cost.interventions, body.holdOut.reps, body.holdOut.shown.drawn],
        [6, 2, 24],
      );
      assert.equal(body.comparison.joined + body.comparison.others, 30);
      assert.equal(body.trust.noticesGiven.n, 12);
    });

    it('counts what calls were about by who joined, of the reader’s reps alone', async () => {
      const calls = async (alias: string) =>
        Object.fromEntries(
          (await worthOf(alias)).body.savedByIssue.flatMap(({ issue, groups }) =>
            groups.map(({ mode = 'nobody', calls }) => [`${issue} ${mode}`, calls]),
          ),
        );
      assert.deepEqual(await calls('rosa'), {
        'declined nobody': 26,
        'declined barge': 7,
        'progress nobody': 26,
        'progress barge': 6,
      });
      assert.deepEqual(Object.values(await calls('maya')), [12, 3, 12, 3]);
    });

    it('is refused to a rep', async () => {
      const { status, body } = await world
        .as('ravi')
        .ask('GET', `/api/outcomes/worth?from=${day(29)}&to=${day(0)}`);
      assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted']);
    });
  });

  it('have faults of the whole org only for who reads everybody’s numbers', async () => {
    const trust = async (alias: string, more = '') =>
      (
        await world
          .as(alias)
          .ask<TrustReport>('GET', `/api/outcomes/trust?from=${day(29)}&to=${day(0)}${more}`)
      ).body;
    assert.deepEqual((await trust('rosa')).org?.auditFaults, 0);
    assert.equal((await trust('maya')).org, undefined);
    for (const part of ['alerts', 'trust', 'coaching']) {
      const { status, body } = await world
        .as('ravi')
        .ask('GET', `/api/outcomes/${part}?from=${day(29)}&to=${day(0)}`);
      assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted'], part);
    }
  });

  describe('and their rows', () => {
    const rowsOf = (alias: string, query = '') =>
      world
        .as(alias)
        .ask<{ days: DayRow[]; next?: string }>(
          'GET',
          `/api/outcomes/days?from=${day(29)}&to=${day(0)}${query}`,
        );
    const answered = (days: readonly DayRow[]): number =>
      days.reduce((sum, one) => sum + one.answered, 0);
    const file = async (alias: string, format: string): Promise<ArrayBuffer> => {
      const console = world.as(alias);
      const response = await fetch(
        `${console.serverUrl}/api/outcomes/days?from=${day(29)}&to=${day(0)}&format=${format}`,
        { headers: { authorization: `Bearer ${await console.token()}` } },
      );
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-disposition') ?? '', new RegExp(format));
      return response.arrayBuffer();
    };

    it('come page by page, each once, and add up to what the page shows', async () => {
      const days: DayRow[] = [];
      let next: string | undefined;
      do {
        const { body } = await rowsOf('rosa', `&limit=4${next ? `&after=${next}` : ''}`);
        assert.ok(body.days.length <= 4);
        days.push(...body.days);
        next = body.next;
      } while (next);
      assert.equal(answered(days), 65);
      assert.equal(
        new Set(days.map((one) => DAY_KEY.map((part) => one[part]).join(' '))).size,
        days.length,
      );
    });

    it('are the same as Parquet and CSV, of the reader’s reps alone', async () => {
      const { body } = await rowsOf('maya', '&limit=1000');
      assert.equal(answered(body.days), 30);
      assert.deepEqual(
        await parquetReadObjects({ file: await file('maya', 'parquet') }),
        body.days,
      );
      const lines = Buffer.from(await file('maya', 'csv'))
        .toString()
        .trimEnd()
        .split('\r\n');
      assert.equal(lines.length, body.days.length + 1);
    });

    it('are refused to a rep, also as a file', async () => {
      for (const format of ['json', 'csv', 'parquet']) {
        const { status, body } = await rowsOf('ravi', `&format=${format}`);
        assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted'], format);
      }
    });

    it('do not begin at a place that nobody was told', async () => {
      const { status, body } = await rowsOf('rosa', '&after=anything');
      assert.deepEqual([status, body.error.field], [422, 'after']);
    });

    it('are described by an OpenAPI document that names every parameter', async () => {
      const { body } = await world.as('rosa').ask<OpenApi>('GET', '/api/outcomes/openapi.json');
      assert.deepEqual(Object.keys(body.paths), [
        '/api/outcomes',
        '/api/outcomes/worth',
        '/api/outcomes/deals',
        '/api/outcomes/proficiency',
        '/api/outcomes/first-days',
        '/api/outcomes/waiting',
        '/api/outcomes/alerts',
        '/api/outcomes/receipts',
        '/api/outcomes/trust',
        '/api/outcomes/coaching',
        '/api/outcomes/filters',
        ...['', '/{userId}'].map((end) => `/api/outcomes/program-starts${end}`),
        '/api/outcomes/calls',
        '/api/outcomes/file',
        '/api/outcomes/days',
      ]);
      assert.deepEqual(
        body.paths['/api/outcomes/days']!.get.parameters.map(({ name }) => name),
        ['from', 'to', 'direction', 'team', 'queueId', 'format', 'after', 'limit'],
      );
      const { body: rows } = await rowsOf('rosa', '&limit=1');
      assert.deepEqual(
        Object.keys(body.components.schemas.Day!.properties),
        Object.keys(rows.days[0]!),
      );
    });
  });

  describe('and the calls behind them', () => {
    interface Found {
      readonly calls: readonly {
        callId: string;
        rep: { name: string };
        interventions: readonly { mode: string; reason?: string; outcome?: string }[];
      }[];
      readonly next?: { readonly answeredAt: string; readonly callId: string };
    }
    const found = async (alias: string, query: string) => {
      const calls: Found['calls'][number][] = [];
      let after = '';
      do {
        const { status, body } = await world
          .as(alias)
          .ask<Found>('GET', `/api/outcomes/calls?from=${day(29)}&to=${day(0)}${query}${after}`);
        assert.equal(status, 200, JSON.stringify(body));
        calls.push(...body.calls);
        after = body.next
          ? `&answeredAt=${encodeURIComponent(body.next.answeredAt)}&callId=${body.next.callId}`
          : '';
      } while (after);
      assert.equal(new Set(calls.map(({ callId }) => callId)).size, calls.length);
      return calls;
    };

    it('are as many as each number says, page by page, of the reader’s reps alone', async () => {
      const lena = await world.as('lena').userId();
      const maya = await world.as('maya').userId();
      for (const [alias, query, count] of [
        ['rosa', '', 65],
        ['rosa', '&mode=barge', 13],
        ['rosa', '&mode=nobody', 52],
        ['rosa', `&mode=barge&repUserId=${lena}`, 2],
        ['rosa', `&mode=barge&supervisorUserId=${maya}`, 13],
        ['rosa', '&mode=barge&reasonCode=close_assist&outcome=saved', 13],
        ['rosa', '&mode=barge&withoutReason=true', 0],
        ['rosa', '&mode=barge&ofInterventions=true', 13],
        ['rosa', '&arm=held_out', 13],
        ['rosa', '&askedForHelp=true', 0],
        ['rosa', '&issue=progress&mode=nobody', 26],
        ['rosa', '&issue=retention&isSaved=true', 0],
        ['tomas', '&issue=declined', 18],
        ['rosa', `&team=${maya}`, 30],
        ['maya', '', 30],
        ['maya', '&mode=barge', 6],
        ['tomas', '&mode=barge', 7],
        ['tomas', `&repUserId=${lena}`, 0],
      ] as const)
        assert.equal((await found(alias, query)).length, count, `${alias} ${query}`);
      const [call] = await found('maya', '&mode=barge');
      assert.equal(call!.interventions[0]!.mode, 'barge');
      assert.ok(call!.interventions[0]!.reason && call!.interventions[0]!.outcome);
    });

    it('are refused to a rep', async () => {
      const { status, body } = await world
        .as('ravi')
        .ask('GET', `/api/outcomes/calls?from=${day(29)}&to=${day(0)}`);
      assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted']);
    });
  });

  it('are of a team, and with a reason, where that is chosen', async () => {
    const maya = await world.as('maya').userId();
    const { body: choices } = await world
      .as('rosa')
      .ask<{ teams: { value: string; label: string }[]; reasons: { value: string }[] }>(
        'GET',
        `/api/outcomes/filters?from=${day(29)}&to=${day(0)}`,
      );
    assert.ok(choices.teams.some(({ value, label }) => value === maya && /Maya/.test(label)));
    assert.ok(choices.reasons.some(({ value }) => value === 'close_assist'));
    const { body: own } = await world
      .as('maya')
      .ask<typeof choices>('GET', `/api/outcomes/filters?from=${day(29)}&to=${day(0)}`);
    assert.deepEqual(
      own.teams.map(({ value }) => value),
      [maya],
    );
    const team = await asked('rosa', `&team=${maya}`);
    assert.deepEqual([team.body.totals.answered, team.body.totals.barge], [30, 6]);
    const reason = await asked('rosa', '&reasonCode=close_assist');
    assert.deepEqual([reason.body.totals.answered, reason.body.totals.barge], [65, 13]);
    const other = await asked('rosa', '&reasonCode=large_deal');
    assert.deepEqual(
      [other.body.totals.answered, other.body.totals.barge, other.body.byReason.length],
      [65, 0, 0],
    );
  });

  it('are the same as a file, in CSV and in Parquet, for each reader', async () => {
    const period = `from=${day(29)}&to=${day(0)}`;
    for (const alias of ['rosa', 'maya']) {
      const console = world.as(alias);
      const file = async (format: string): Promise<ArrayBuffer> => {
        const response = await fetch(
          `${console.serverUrl}/api/outcomes/file?${period}&format=${format}`,
          { headers: { authorization: `Bearer ${await console.token()}` } },
        );
        assert.equal(response.status, 200);
        return response.arrayBuffer();
      };
      const shown = await shownRows(console, period);
      const rows = (await parquetReadObjects({ file: await file('parquet') })).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value != null)),
      );
      assert.deepEqual(rows, JSON.parse(JSON.stringify(shown)));
      const [head, ...lines] = Buffer.from(await file('csv'))
        .toString()
        .trimEnd()
        .split('\r\n');
      assert.equal(head, 'table,name,n,events,value,low,high,reading');
      assert.equal(lines.length, shown.length);
      const barge = shown.find(({ table, name }) => table === 'mode' && name === 'barge')!;
      assert.ok(
        lines.includes(
          `mode,barge,${barge.n},${barge.events},${barge.value},${barge.low},${barge.high},`,
        ),
      );
    }
  });

  it('name the field of a question that makes no sense', async () => {
    for (const [query, field] of [
      [`from=${day(0)}&to=${day(9)}`, 'to'],
      ['from=2020-01-01&to=2026-01-01', 'from'],
      [`from=yesterday&to=${day(0)}`, 'from'],
      [`from=${day(9)}&to=${day(0)}&mode=shout`, 'mode'],
    ]) {
      const { status, body } = await world.as('rosa').ask('GET', `/api/outcomes?${query}`);
      assert.deepEqual([status, body.error.field], [422, field], query);
    }
  });
});
