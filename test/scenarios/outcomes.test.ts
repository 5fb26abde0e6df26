import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import type { DayRow } from '../../server/domain/outcomes/totals.ts';
import type { WorthReport } from '../../server/domain/outcomes/worth.ts';
import type { OutcomesReport } from '../../server/domain/outcomes/report.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { insertEndedCalls, type EndedCall } from '../../local/machine/sample/endedCalls.ts';
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

/** Calls of the last days: one in five of them barged. */
async function callsOf(world: World, alias: string, count: number): Promise<EndedCall[]> {
  const [userId, supervisorUserId] = [
    await world.as(alias).userId(),
    await world.as('maya').userId(),
  ];
  return Array.from({ length: count }, (_, index) => {
    const answered = Date.now() - (index % 5) * 86_400_000 - 3_600_000;
    return {
      callId: `${alias}-${index}`,
      orgId: LOCAL_ORG_ID,
      repUserId: userId,
      repName: alias,
      repTimeZone: 'UTC',
      direction: 'outbound',
      answeredAt: new Date(answered).toISOString(),
      endedAt: new Date(answered + 120_000).toISOString(),
      askedForHelp: false,
      disposition: index % 2 ? 'advanced' : 'not_interested',
      drawn: {
        arm: index % 5 === 1 ? 'held_out' : 'shown',
        percent: 20,
        position: index,
      },
      interventions:
        index % 5 === 0
          ? [
              {
                interventionId: `${alias}-intervention-${index}`,
                supervisorUserId,
                supervisorName: 'Maya Okafor',
                modes: ['monitor', 'barge'],
                reasonCode: 'close_assist',
                outcomeCode: 'saved',
              },
            ]
          : [],
    };
  });
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

  it('are of another manager’s reps for that one alone', async () => {
    const { body } = await asked('tomas');
    assert.deepEqual(
      body.reps.points.map(({ name, n }) => [name, n]),
      [['jo', 35]],
    );
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

    it('is refused to a rep', async () => {
      const { status, body } = await world
        .as('ravi')
        .ask('GET', `/api/outcomes/worth?from=${day(29)}&to=${day(0)}`);
      assert.deepEqual([status, body.error.code], [403, 'outcomes_not_permitted']);
    });
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
        new Set(days.map((one) => `${one.day} ${one.repUserId} ${one.direction}`)).size,
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
        '/api/outcomes/days',
      ]);
      assert.deepEqual(
        body.paths['/api/outcomes/days']!.get.parameters.map(({ name }) => name),
        ['from', 'to', 'direction', 'format', 'after', 'limit'],
      );
      const { body: rows } = await rowsOf('rosa', '&limit=1');
      assert.deepEqual(
        Object.keys(body.components.schemas.Day!.properties),
        Object.keys(rows.days[0]!),
      );
    });
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
