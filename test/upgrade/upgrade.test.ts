import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { migrate } from '../../server/store/database/migrate.ts';
import { createLatencyLedger } from '../../server/store/supervision/latencyLedger.ts';
import { verdictOn } from '../support/auditChains.ts';
import type { Console } from '../support/console.ts';
import { modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { readAnswers, readDump, restore, SIGNING_KEY_FILE, type Dump, type Row } from './dump.ts';
import { lostFrom } from './lost.ts';
import { putThrough } from './putThrough.ts';
import { answersTo, asReadSince, ASKING, callsRead, withoutWording } from './questions.ts';
import { inTodaysNames, keyToday, tableToday } from './renamed.ts';

/** What Maya chose before the upgrade. */
const PIN = '482913';

describe('data of a Dealside that was started before an upgrade', function () {
  this.timeout(300_000);
  let world: World;
  let dump: Dump;
  let answers: Record<string, unknown>;
  let owner: pg.Client;
  let lost: string[];
  let running: Row;
  let ada: Console;
  let maya: Console;
  let lifeSigns: NodeJS.Timeout;

  before(async () => {
    [dump, answers] = await Promise.all([readDump(), readAnswers()]);
    running = dump
      .get('Intervention')!
      .find(
        ({ status, mode, pending, claimedAt }) =>
          status === 'active' && mode === 'whisper' && !pending && claimedAt,
      )!;
    world = await startWorld({
      announces: true,
      // What nobody asks for begins later: it would end the calls of which the carrier knows
      // nothing.
      env: { ROLES: 'web', DISCLOSURE: 'play', AUDIT_SIGNING_KEY_FILE: SIGNING_KEY_FILE },
      async prepare(place) {
        dump = await putThrough(place, dump, running.callId as string);
        await restore(place.databaseUrl, dump);
        await migrate(place.databaseUrl);
        owner = new pg.Client({ connectionString: place.databaseUrl });
        owner.on('error', () => undefined);
        await owner.connect();
        lost = await lostFrom(owner, dump);
      },
    });
    [ada, maya] = [world.as('ada'), world.as('maya')];
  });
  after(async () => {
    clearInterval(lifeSigns);
    await owner?.end();
    await world?.stop();
  });

  const text = async (path: string): Promise<string> =>
    (
      await fetch(world.serverUrl + path, {
        headers: { authorization: `Bearer ${await ada.token()}` },
      })
    ).text();
  const idsOf = (table: string, id: string, which: (row: Row) => boolean): string[] =>
    dump
      .get(table)!
      .filter(which)
      .map((row) => row[id] as string);
  /** What a message of this topic that waits still is about. */
  const pending = (topic: string) =>
    dump
      .get('OutboxMessage')!
      .filter((row) => row.topic === topic && row.availableAt !== null)
      .map(({ payload }) => payload as Row);
  /** The call with the carrier's names of today for its conference and legs. */
  function asPutThrough(call: Row & { participants: Row[] }): Row {
    const legs = dump
      .get('Participant')!
      .filter(({ callId }) => callId === call.callId)
      .toSorted((a, b) => Number(a.position) - Number(b.position));
    const { conferenceSid } = dump.get('Call')!.find(({ callId }) => callId === call.callId)!;
    return {
      ...call,
      ...(conferenceSid !== null && { conferenceSid }),
      participants: call.participants.map((leg, i) => ({
        ...leg,
        ...(legs[i]!.callSid !== null && { callSid: legs[i]!.callSid }),
      })),
    };
  }
  const records = (object: string) =>
    world.orgControl<Record<string, unknown>[]>(`records/${object}`);
  /** Waits until the org has a record of each, by its external id. */
  const inTheOrg = (object: string, ids: readonly string[]) =>
    until(`the org has ${object} ${[...new Set(ids)].join(', ')}`, async () => {
      const known = new Set((await records(object)).map(({ External_Id__c }) => External_Id__c));
      return ids.every((id) => known.has(id));
    });

  it('is all there when the tables have been brought up to date', () => assert.deepEqual(lost, []));

  it('would be missed: a row, a column', async () => {
    const [table, problem] = [
      pg.escapeIdentifier(tableToday('Notice')),
      pg.escapeIdentifier(keyToday('Notice', 'acknowledgedAt')),
    ];
    const planted = async (sql: string): Promise<string[]> => {
      await owner.query(`begin; ${sql}`);
      const found = await lostFrom(owner, dump);
      await owner.query('rollback');
      return found;
    };
    const removed = await planted(
      `delete from ${table} where ctid = (select min(ctid) from ${table})`,
    );
    assert.match(removed.join('\n'), /^Notice: .*\nNotice: 1 of \d+ rows are gone$/);
    const emptied = await planted(`update ${table} set ${problem} = null`);
    assert.equal(
      emptied.length,
      dump.get('Notice')!.filter(({ acknowledgedAt }) => acknowledgedAt).length,
    );
    assert.match(emptied[0]!, new RegExp(`^Notice: ${keyToday('Notice', 'acknowledgedAt')} of `));
  });

  it('is read as before: the calls, with all that is in them', async () => {
    const calls = await callsRead(world.databaseUrl, dump);
    const before = answers.calls as (Row & { participants: Row[] })[];
    before.forEach((call, i) =>
      assert.deepEqual(
        calls[i],
        {
          ...(inTodaysNames(asPutThrough(call), 'domain') as object),
          purpose: { kind: 'customer' },
        },
        String(call.callId),
      ),
    );
    assert.equal(calls.length, before.length);
  });

  describe('is answered as before', () => {
    for (const alias of ASKING) {
      it(`to ${alias}`, async () => {
        const given = await answersTo(world, alias, dump);
        const before = Object.entries(answers).filter(([question]) =>
          question.startsWith(`${alias} `),
        );
        assert.deepEqual(
          Object.keys(given).toSorted(),
          before.map(([question]) => question).toSorted(),
        );
        for (const [question, answer] of before)
          assert.deepEqual(
            given[question],
            asReadSince(alias, withoutWording(inTodaysNames(answer, 'api'))),
            question,
          );
      });
    }

    it('by the ledger of latencies', async () => {
      const rows = await createLatencyLedger(owner).summary({
        orgId: LOCAL_ORG_ID,
        since: '2026-11-01T00:00:00.000Z',
      });
      assert.deepEqual(rows, inTodaysNames(answers.latencies, 'api'));
    });
  });

  describe('is of use', () => {
    it('has its PIN', async () => {
      const { status, body } = await maya.ask<{ provedUntil: string }>('POST', '/api/pin/prove', {
        pin: PIN,
      });
      assert.equal(status, 200, JSON.stringify(body));
    });

    it('has an audit whose chain and checkpoints can be verified', async () => {
      const verified = (await text('/api/audit/verify'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { ok?: boolean });
      assert.equal(verified.at(-1)!.ok, true, JSON.stringify(verified.at(-1)));
      const verdict = verdictOn((await text('/api/audit/export')).trimEnd().split('\n'));
      assert.ok('head' in verdict, JSON.stringify(verdict));
      assert.ok(
        verdict.entries >
          dump.get('AuditEntry')!.filter(({ orgId }) => orgId === LOCAL_ORG_ID).length,
      );
      assert.equal(
        verdict.checkpoints,
        dump.get('AuditCheckpoint')!.filter(({ orgId }) => orgId === LOCAL_ORG_ID).length,
      );
    });

    it('is told to a customer who asks for it', async () => {
      const [{ customerPhone }] = dump
        .get('Call')!
        .filter(({ callId }) => callId === running.callId) as [Row];
      const { body } = await ada.ask<{ calls: { callId: string }[] }>(
        'POST',
        '/api/people/export',
        { person: { phone: customerPhone } },
      );
      assert.deepEqual(
        body.calls.map(({ callId }) => callId).toSorted(),
        idsOf('Call', 'callId', (row) => row.customerPhone === customerPhone).toSorted(),
      );
    });
  });

  describe('goes on', () => {
    const interventionId = () => running.interventionId as string;
    const view = () => maya.call(running.callId as string);
    const inMode = (mode: string) =>
      until(`Maya is in ${mode}`, async () => modeOf(await view(), interventionId()) === mode);

    before(async () => {
      lifeSigns = setInterval(
        () =>
          void maya
            .ask('POST', `/api/interventions/${interventionId()}/presence`)
            .catch(() => undefined),
        1_000,
      );
      await world.killServer({ ROLES: 'web,worker' });
    });

    it('with what Salesforce was still to be told', async () => {
      await inTheOrg(
        'Call_Intervention__c',
        pending('crm.intervention').map((payload) => payload.interventionId as string),
      );
      await inTheOrg(
        'Help_Request__c',
        pending('crm.help').map((payload) => payload.helpRequestId as string),
      );
      const numbers = pending('crm.checkpoint').map((payload) => payload.number);
      await until('the org has the checkpoint', async () =>
        (await records('Audit_Checkpoint__c')).some(({ Number__c }) => Number__c === numbers[0]),
      );
      await until(
        'the org has the acknowledgement',
        async () =>
          (await records('Monitoring_Acknowledgement__c')).length >=
          pending('crm.acknowledgement').length,
      );
      await until(
        'the rep is notified',
        async () =>
          (await world.orgControl<unknown[]>('notifications')).length >= pending('crm.bell').length,
      );
      // Messages that came since, such as about days that were counted again, may wait for long.
      const newest = Math.max(
        ...dump.get('OutboxMessage')!.map(({ messageId }) => Number(messageId)),
      );
      await until('nothing of before waits any more', async () => {
        const { rows } = await owner.query(
          `select 1 from "OutboxMessage" where "availableAt" is not null and "messageId" <= $1`,
          [newest],
        );
        return rows.length === 0;
      });
    });

    it('with what Salesforce had refused, when the administrator says so', async () => {
      const { messages } = (
        await ada.ask<{ messages: { messageId: string; payload: { interventionId: string } }[] }>(
          'GET',
          '/api/crm/dead-letters',
        )
      ).body;
      const refused = messages.filter(({ messageId }) =>
        idsOf('OutboxMessage', 'messageId', (row) => row.setAsideAt !== null)
          .map(String)
          .includes(messageId),
      );
      assert.ok(refused.length > 0);
      for (const { messageId } of refused)
        assert.equal(
          (await ada.ask('POST', `/api/crm/dead-letters/${messageId}/retry`, {})).status,
          202,
        );
      await inTheOrg(
        'Call_Intervention__c',
        refused.map(({ payload }) => payload.interventionId),
      );
    });

    it('with an intervention that runs: silent, whispering, left, judged', async () => {
      assert.equal((await view()).body.status, 'live');
      for (const mode of ['monitor', 'whisper']) {
        const { status, body } = await maya.switchTo(interventionId(), mode);
        assert.equal(status, 202, JSON.stringify(body));
        await inMode(mode);
      }
      assert.equal((await maya.leave(interventionId())).status, 202);
      await until('Maya has left', async () =>
        (await view()).body.interventions.every((one) => one.interventionId !== interventionId()),
      );
      assert.equal((await view()).body.status, 'live');
      assert.equal((await maya.giveOutcome(interventionId(), { outcome: 'advanced' })).status, 200);
      await inTheOrg('Call_Intervention__c', [interventionId()]);
    });

    it('with calls that the carrier knows no more: they end', async () => {
      const others = idsOf(
        'Call',
        'callId',
        ({ status, callId }) => status === 'live' && callId !== running.callId,
      );
      for (const callId of others)
        await until(
          'the call has ended',
          async () => ((await world.as('dana').call(callId)).body.status as string) === 'ended',
        );
    });

    it('with a chain of which no link is missing', async () => {
      const verdict = verdictOn((await text('/api/audit/export')).trimEnd().split('\n'));
      assert.ok('head' in verdict, JSON.stringify(verdict));
    });
  });
});
