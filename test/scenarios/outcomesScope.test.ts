import assert from 'node:assert/strict';
import pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
} from '../../local/machine/sample/endedCalls.ts';
import { insertSampleRefusals } from '../../local/machine/sample/sampleRefusals.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { OutcomesReport } from '../../server/domain/outcomes/report.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { createDealTotals } from '../../server/store/outcomes/dealResults.ts';
import { withEverything } from '../support/callWithEverything.ts';
import { callsOf } from '../support/outcomeCalls.ts';
import { startWorld, type World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
const PERIOD = `from=${day(29)}&to=${day(0)}`;
/** They have no numbers of calls. */
const WITHOUT_NUMBERS = [
  '/api/outcomes/openapi.json',
  '/api/outcomes/filters',
  '/api/outcomes/program-starts',
  '/api/outcomes/program-starts/{userId}',
];
/** Compare new reps after months, or have what is only in Salesforce (outcomes.test.ts). */
const NEED_MORE = [
  '/api/outcomes/proficiency',
  '/api/outcomes/first-days',
  '/api/outcomes/receipts',
];
/** Rows of the file that only readers of everybody's numbers have. */
const OF_THE_ORG = /^trust,(auditFaults|differences|audioPassed),/;
/** Beside what each path answers without a choice. */
const CHOICES = ['', '&mode=monitor', '&direction=inbound', '&reasonCode=close_assist'];

describe('what happens outside of a reader’s scope', () => {
  let world: World;
  let pool: pg.Pool;
  let paths: readonly string[];
  let ofTeamBefore: Map<string, unknown>;
  let ofTeam: Map<string, unknown>;
  let ofAllBefore: Map<string, unknown>;
  let ofAll: Map<string, unknown>;

  async function add(calls: readonly EndedCall[]): Promise<void> {
    const those = calls.map(withEverything);
    await insertEndedCalls(pool, those);
    const unanswered = those
      .filter(({ direction }) => direction === 'inbound')
      .map(({ interventions: _none, ...call }, place) => ({
        ...call,
        callId: `${call.callId}-unanswered`,
        startedAt: call.answeredAt,
        endReason: place % 2 ? ('voicemail' as const) : ('abandoned' as const),
      }));
    await insertUnansweredCalls(pool, unanswered);
    await insertSampleRefusals(
      pool,
      [...those, ...unanswered].map(({ callId, direction, endedAt: at, repUserId: userId }) => ({
        callId,
        direction,
        at,
        orgId: LOCAL_ORG_ID,
        action: 'StartIntervention',
        code: 'consent_missing',
        actor: { userId, role: 'manager' },
      })),
    );
    await createCallDays(pool).countDue(1_000);
    await createDealTotals(pool).countDue(1_000);
  }

  /** The answer to each question, as text or bytes. */
  async function answers(alias: string): Promise<Map<string, unknown>> {
    const console = world.as(alias);
    const token = await console.token();
    const found = new Map<string, unknown>();
    const formats = (path: string): readonly string[] =>
      path.endsWith('/file')
        ? ['&format=csv', '&format=parquet']
        : path.endsWith('/days')
          ? ['&limit=1000', '&format=csv', '&format=parquet']
          : [''];
    for (const path of paths)
      for (const choice of path.endsWith('/calls') || path.endsWith('/days') ? [''] : CHOICES)
        for (const format of formats(path)) {
          const question = `${path}?${PERIOD}${choice}${format}`;
          const response = await fetch(`${console.serverUrl}${question}`, {
            headers: { authorization: `Bearer ${token}` },
          });
          const body = Buffer.from(await response.arrayBuffer());
          found.set(question, `${response.status} ${body.toString('latin1')}`);
        }
    return found;
  }

  before(async () => {
    world = await startWorld();
    pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    const { body } = await world
      .as('rosa')
      .ask<{ paths: object }>('GET', '/api/outcomes/openapi.json');
    paths = Object.keys(body.paths).filter((path) => !WITHOUT_NUMBERS.includes(path));
    const jos = await callsOf(world, 'jo', 60);
    await add([
      ...(await callsOf(world, 'ravi', 40)),
      ...(await callsOf(world, 'lena', 40)),
      ...jos.slice(0, 10),
    ]);
    [ofTeamBefore, ofAllBefore] = [await answers('maya'), await answers('rosa')];
    await add(jos.slice(10));
    [ofTeam, ofAll] = [await answers('maya'), await answers('rosa')];
  });
  after(async () => {
    await pool?.end();
    await world?.stop();
  });

  it('is in every number of the whole org', () => {
    const asked = [...ofAllBefore.keys()].filter(
      (question) =>
        !/mode=|reasonCode/.test(question) && !NEED_MORE.some((path) => question.startsWith(path)),
    );
    assert.ok(asked.length > 12);
    for (const question of asked) {
      assert.match(String(ofAll.get(question)), /^200 /, question);
      assert.notEqual(ofAll.get(question), ofAllBefore.get(question), question);
    }
  });

  it('changes nothing that a manager of other reps is answered, in a page or a file', () => {
    for (const [question, answer] of ofTeam) {
      assert.match(String(answer), /^200 /, question);
      assert.equal(answer, ofTeamBefore.get(question), question);
    }
  });

  it('leaves the manager what the whole org has of that team', async () => {
    const rosa = world.as('rosa');
    const [maya, token] = [await world.as('maya').userId(), await rosa.token()];
    for (const [question, answer] of ofTeam) {
      if (!question.includes('format=csv')) continue;
      const response = await fetch(`${rosa.serverUrl}${question}&team=${maya}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const lines = (await response.text()).split('\r\n');
      assert.deepEqual(
        lines.filter((line) => !OF_THE_ORG.test(line)),
        String(answer).slice('200 '.length).split('\r\n'),
        question,
      );
    }
  });

  it('has how a supervisor compares for themselves and their manager, and no name for others', async () => {
    const supervisors = async (alias: string) => {
      const { body } = await world.as(alias).ask<OutcomesReport>('GET', `/api/outcomes?${PERIOD}`);
      return [body.supervisors.points.map(({ name }) => name), body.otherSupervisors];
    };
    for (const alias of ['maya', 'dana', 'rosa'])
      assert.deepEqual(await supervisors(alias), [['Maya Okafor'], 0], alias);
    assert.deepEqual(await supervisors('tomas'), [[], 1]);
  });

  it('and what happens within it are refused to a rep, whatever is asked', async () => {
    const refused = await answers('ravi');
    assert.equal(refused.size, ofTeam.size);
    for (const [question, answer] of refused)
      assert.match(String(answer), /^403 .*"outcomes_not_permitted"/, question);
    const { status } = await world.as('ravi').ask('GET', `/api/outcomes/filters?${PERIOD}`);
    assert.equal(status, 403);
  });
});
