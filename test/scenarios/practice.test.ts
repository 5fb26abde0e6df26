import assert from 'node:assert/strict';
import pg from 'pg';
import type { practiceView } from '../../server/http/views/practiceViews.ts';
import { createFinishedCalls } from '../../server/store/calls/finishedCalls.ts';
import { createPastCalls } from '../../server/store/calls/pastCalls.ts';
import { createRepActivities } from '../../server/store/calls/repActivities.ts';
import { createBargeHabits } from '../../server/store/supervision/bargeHabits.ts';
import { createDebriefs } from '../../server/store/supervision/debriefs.ts';
import { createLatencyLedger } from '../../server/store/supervision/latencyLedger.ts';
import type { Console } from '../support/console.ts';
import type { OrgRecord } from '../support/orgStage.ts';
import { identityOf, leaveAs, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Practice {
  readonly scenarios: readonly { readonly code: string; readonly title: string }[];
  readonly calls: readonly NonNullable<ReturnType<typeof practiceView>>[];
  readonly total: number;
}

interface Leg {
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}

describe('a practice call', function () {
  this.timeout(300_000);
  let world: World;
  let ravi: Console;
  let maya: Console;
  let callId = '';

  before(async () => {
    world = await startWorld({
      env: { RECORD_CALLS: 'on' },
    });
    [ravi, maya] = [world.as('ravi'), world.as('maya')];
  });
  after(() => world?.stop());

  const practice = async (who: Console) => (await who.ask<Practice>('GET', '/api/practice')).body;
  const callRow = async () =>
    (
      await world.database<Record<string, unknown>>('select * from "Call" where "callId" = $1', [
        callId,
      ])
    )[0]!;
  const count = async (sql: string, values: unknown[] = []) =>
    (await world.database<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;

  it('is begun by a rep, and answered by a scripted customer without a number (G46, R14)', async () => {
    const { scenarios } = await practice(ravi);
    assert.deepEqual(
      scenarios.map(({ code }) => code),
      ['objection', 'angry', 'asks_for_manager', 'whisper'],
    );
    assert.deepEqual((await practice(maya)).scenarios, [], 'who is no rep is offered none');
    const placed = await ravi.ask<{
      call: { callId: string };
      connect: { params: Record<string, string> };
    }>('POST', '/api/practice', { requestId: 'practice-1', scenario: 'whisper' });
    assert.equal(placed.status, 201, JSON.stringify(placed.body));
    callId = placed.body.call.callId;
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(ravi)}`,
      params: placed.body.connect.params,
      script: { toneHz: 500 },
    });
    await until('it is live', async () => (await ravi.call(callId)).body.status === 'live');
    const { body } = await ravi.call(callId);
    assert.deepEqual(
      [body.isPractice, body.customer.name, body.customer.phone, body.recording, body.disclosure],
      [true, 'Practice: A whisper to follow', undefined, undefined, undefined],
    );
  });

  it('is refused to who is no rep, and while the rep is on another call', async () => {
    const asked = (who: Console) =>
      who.ask<{ error: { code: string } }>('POST', '/api/practice', {
        requestId: 'practice-2',
        scenario: 'angry',
      });
    assert.equal((await asked(maya)).body.error.code, 'not_a_rep');
    assert.equal((await asked(ravi)).body.error.code, 'rep_busy');
  });

  it('has no help, transfer, third party or disclosure', async () => {
    const code = async (path: string, body: object) =>
      (await ravi.ask<{ error: { code: string } }>('POST', `/api/calls/${callId}/${path}`, body))
        .body.error.code;
    assert.equal(
      await code('help', { requestId: 'practice-help', reasonCode: 'customer_is_upset' }),
      'practice_call',
    );
    assert.equal(
      await code('transfer', {
        requestId: 'practice-transfer',
        toUserId: await world.as('lena').userId(),
      }),
      'practice_call',
    );
    assert.equal(await code('disclosure', {}), 'practice_call');
  });

  it('is joined by the rep’s manager in every mode, and nobody is told of a law', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    const { body } = await maya.call(callId);
    const own = body.interventions.find((one) => one.interventionId === interventionId)!;
    assert.match(own.consentRule!, /^No law asks/);
    assert.equal(own.isRecorded, false);
    for (const [mode, more] of [
      ['whisper', {}],
      ['barge', { reasonCode: 'negotiation_help' }],
      ['takeover', { reasonCode: 'negotiation_help', repAfterTakeover: 'listens' }],
    ] as const) {
      const asked = await maya.switchTo(interventionId, mode, more);
      assert.equal(asked.status, 202, JSON.stringify(asked.body));
      await until(
        `Maya is in ${mode}`,
        async () => modeOf(await maya.call(callId), interventionId) === mode,
      );
    }
    await leaveAs(maya, callId, interventionId);
    const due = await maya.ask<{ interventions: unknown[] }>(
      'GET',
      '/api/interventions?outcome=due',
    );
    assert.deepEqual(due.body.interventions ?? [], [], 'no outcome is due');
  });

  it('whispers to the rep alone while the customer speaks', async () => {
    await until('a whisper was played', async () =>
      ((await callRow()).announcements as { kind: string; to: string; status: string }[]).some(
        ({ kind, to, status }) =>
          kind === 'practice_whisper' && to === 'rep' && status === 'played',
      ),
    );
    const legs = await world.carrierControl<Leg[]>('GET', 'legs');
    assert.ok(
      legs.some(({ to }) => to.startsWith('app:')),
      'the customer has a leg',
    );
    assert.deepEqual(
      legs
        .filter(({ told }) => told.some((words) => words.includes('who else decides')))
        .map(({ from }) => from),
      [`client:${await identityOf(ravi)}`],
    );
  });

  it('ends when the rep leaves: no colleague is rung, and there is nothing to finish', async () => {
    await ravi.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('it is over', async () => (await callRow()).status === 'ended');
    const wrapUps = await ravi.ask<{ total: number }>('GET', '/api/wrap-ups');
    assert.equal(wrapUps.body.total, 0);
  });

  it('is reviewed by its rep alone, and seen by the manager who joined', async () => {
    const review = (who: Console, ticked: string[]) =>
      who.ask<{ error?: { code: string } }>('PUT', `/api/practice/${callId}`, { ticked });
    const [due] = (await practice(ravi)).calls;
    assert.deepEqual([due!.isYours, due!.reviewedAt], [true, undefined]);
    assert.equal((await review(maya, [])).body.error?.code, 'call_not_found');
    assert.equal((await review(ravi, ['made_up'])).body.error?.code, 'invalid_request');
    assert.equal((await review(ravi, ['not_aloud', 'followed'])).status, 200);
    const [seen] = (await practice(maya)).calls;
    assert.deepEqual(
      [
        seen!.callId,
        seen!.isYours,
        seen!.supervisors,
        seen!.checklist.filter(({ isTicked }) => isTicked).map(({ code }) => code),
      ],
      [callId, false, ['Maya Okafor'], ['not_aloud', 'followed']],
    );
    assert.deepEqual((await practice(world.as('lena'))).calls, [], 'a colleague sees none of it');
  });

  it('is in no figure, limit or record of real calls, beside one that is', async () => {
    const realId = await liveCallOf(world, 'lena', 'Brightwater');
    await world.as('lena').ask('POST', `/api/calls/${realId}/hangup`, {});
    const written = async () =>
      (await world.orgControl<OrgRecord[]>('records/Rep_Call__c')).map((row) => row.Call_Id__c);
    await until('the real call is in the org', async () => (await written()).includes(realId));
    assert.ok(!(await written()).includes(callId));
    assert.equal((await world.orgControl<OrgRecord[]>('records/Call_Intervention__c')).length, 0);
    assert.equal(await count('"OutboxMessage" where "payload" ->> \'callId\' = $1', [callId]), 0);
    assert.equal(await count('"Dial" where "userId" = $1', [await ravi.userId()]), 0);
    await until(
      'the real call is counted',
      async () => (await count('"CallDay" where "answered" > 0')) > 0,
    );
    assert.deepEqual(
      await world.database(
        'select "repUserId", sum("answered")::int as answered from "CallDay" group by 1',
      ),
      [{ repUserId: await world.as('lena').userId(), answered: 1 }],
    );
    assert.equal(await count('"InterventionDay"'), 0);
    for (const table of ['CallAlert', 'TranscriptLine', 'HoldOutAssignment'])
      assert.equal(await count(`"${table}" where "callId" = $1`, [callId]), 0, table);
    const { records, opportunityId } = await callRow();
    assert.deepEqual([records, opportunityId], [null, null]);
    assert.equal(await count('"Recording" where "callId" = $1', [callId]), 0);
  });

  it('is not looked at by simulations, finished calls, debriefs, habits, latencies and presence', async () => {
    const pool = new pg.Pool({ connectionString: world.databaseUrl });
    try {
      const [row] = await world.database<{ orgId: string }>('select "orgId" from "Call" limit 1');
      const { orgId } = row!;
      const [from, to] = ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];
      const [raviId, mayaId] = [await ravi.userId(), await maya.userId()];
      assert.equal(await createPastCalls(pool).count({ orgId, from, to }), 1);
      const finished = await createFinishedCalls(pool).page(orgId, { size: 10 });
      assert.deepEqual(
        finished.map(({ rep }) => rep.userId),
        [await world.as('lena').userId()],
      );
      assert.deepEqual(
        await createDebriefs(pool).laterCalls(orgId, raviId, { after: from, limit: 10 }),
        [],
      );
      assert.deepEqual(await createBargeHabits(pool).since({ orgId, userId: mayaId }, from), {
        joined: 0,
        barged: 0,
      });
      assert.deepEqual(await createLatencyLedger(pool).summary({ orgId, since: from }), []);
      const activity = (await createRepActivities(pool).of(orgId, [raviId])).get(raviId);
      assert.deepEqual([activity!.isBusy, activity!.idleSince], [false, undefined]);
    } finally {
      await pool.end();
    }
  });
});
