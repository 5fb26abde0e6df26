import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import {
  listenForCallChanges,
  type PostgresCallChanges,
} from '../../../../server/store/calls/callChanges.ts';
import { CHANNEL, newsOfCalls, newsOfIncident } from '../../../../server/store/calls/news.ts';
import { liveCall } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

describe('news of changed calls', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let teller: pg.Client;
  let changes: PostgresCallChanges;
  let heard: string[];

  beforeEach(async () => {
    database = await freshDatabase();
    teller = new pg.Client({ connectionString: database.databaseUrl });
    await teller.connect();
    changes = await listenForCallChanges(database.databaseUrl, quietLog);
    heard = [];
    changes.subscribe({ onChange: (callId) => heard.push(callId), onGap: () => heard.push('gap') });
  });
  afterEach(async () => {
    await changes?.close();
    await teller?.end();
    await database?.drop();
  });

  const tell = (callId: string, from = 'another') =>
    teller.query(`select pg_notify($1, $2)`, [CHANNEL, newsOfCalls(from, [callId])[0]]);
  const listeners = async () =>
    Number(
      (
        await teller.query(
          `select count(*)::int as n from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
        )
      ).rows[0].n,
    );
  const cut = () =>
    teller.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
    );

  it('is heard in the order of the commits', async () => {
    for (const callId of ['a', 'b', 'c']) await tell(callId);
    await until('all three are heard', () => heard.length === 3);
    assert.deepEqual(heard, ['a', 'b', 'c']);
  });

  it('of a change that was rolled back is not heard', async () => {
    await teller.query('begin');
    await tell('undone');
    await teller.query('rollback');
    await tell('done');
    await until('the later one is heard', () => heard.includes('done'));
    assert.deepEqual(heard, ['done']);
  });

  it('of this process is heard with the call, and not again when it comes back', async () => {
    changes.local.onCommitted([liveCall({ callId: 'own' })]);
    await tell('own', changes.local.from);
    await tell('later');
    await until('the later one is heard', () => heard.includes('later'));
    assert.deepEqual(heard, ['own', 'later']);
  });

  it('of many calls is told in payloads that PostgreSQL takes, and all are heard', async () => {
    const callIds = Array.from({ length: 400 }, () => randomUUID());
    for (const payload of newsOfCalls('another', callIds))
      await teller.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    await until('all are heard', () => heard.length === 400);
    assert.deepEqual(heard, callIds);
  });

  it('of an incident is no change of a call', async () => {
    const incidents: string[] = [];
    changes.subscribe({
      onChange: () => undefined,
      onIncident: (incidentId) => incidents.push(incidentId),
      onGap: () => undefined,
    });
    await teller.query('select pg_notify($1, $2)', [CHANNEL, newsOfIncident('incident-1')]);
    await until('the incident is heard', () => incidents.length === 1);
    assert.deepEqual([incidents, heard], [['incident-1'], []]);
  });

  it('is not heard by who unsubscribed', async () => {
    const late: string[] = [];
    changes.subscribe({ onChange: (callId) => late.push(callId), onGap: () => undefined })();
    await tell('a');
    await until('the other listener hears it', () => heard.length === 1);
    assert.deepEqual(late, []);
  });

  it('goes on after the connection was cut, and the gap is told once', async () => {
    for (let times = 1; times <= 2; times += 1) {
      heard.length = 0;
      await cut();
      await until('the gap is told', () => heard.includes('gap'));
      await tell('after');
      await until('the news is heard', () => heard.includes('after'));
      assert.deepEqual(heard, ['gap', 'after']);
    }
    assert.equal(await listeners(), 1);
  });

  it('leaves no connection behind when closed while reconnecting', async () => {
    await cut();
    await changes.close();
    await until('no connection is left', async () => (await listeners()) === 0);
  });
});
