import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Presence {
  team: { name: string; status: string; since?: string; until?: string }[];
  counts: Record<string, number>;
}

/** The reps of the local org, by team. */
const WEST = ['Lena Brandt', 'Ravi Patel'];
const EAST = ['Jo Kim'];
const DACH = ['Mila Berger'];
const EVERYONE = [...EAST, ...WEST, ...DACH].toSorted();

describe('who is free, busy or away, of those whose calls a person may monitor (V1)', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());

  const presenceOf = async (alias: string): Promise<Presence> =>
    (await world.as(alias).ask<Presence>('GET', '/api/presence')).body;
  const namesFor = async (alias: string): Promise<string[]> =>
    (await presenceOf(alias)).team.map(({ name }) => name).toSorted();

  for (const [alias, who, reps] of [
    ['maya', 'a manager', WEST],
    ['tomas', 'another team’s manager', EAST],
    ['dana', 'a second-line manager', EVERYONE],
    ['quinn', 'a quality analyst', EVERYONE],
    ['ada', 'an administrator', EVERYONE],
    ['cora', 'a coach, of their own group', ['Jo Kim', 'Ravi Patel']],
    ['sven', 'a specialist, of who shares a skill', ['Ravi Patel']],
  ] as const)
    it(`is said to ${who}`, async () => assert.deepEqual(await namesFor(alias), reps));

  for (const [alias, who] of [
    ['ines', 'an investigator without a covert rule'],
    ['rosa', 'RevOps'],
    ['lena', 'a rep'],
  ] as const)
    it(`is not said to ${who}, who may monitor no one`, async () =>
      assert.deepEqual(await namesFor(alias), []));

  it('counts each once, by what they are doing', async () => {
    const { team, counts } = await presenceOf('quinn');
    assert.equal(
      Object.values(counts).reduce((sum, one) => sum + one, 0),
      team.length,
    );
    assert.equal(counts.offline, team.filter(({ status }) => status === 'offline').length);
  });

  it('says of a rep with an open page whose softphone is disconnected that it is, until it is back', async () => {
    const ravi = world.as('ravi');
    const status = async () =>
      (await presenceOf('quinn')).team.find(({ name }) => name === 'Ravi Patel')?.status;
    const feed = await ravi.watch();
    await until('his page is seen', async () => (await status()) === 'available');
    const says = async (isConnected: boolean) =>
      (await ravi.ask('PUT', '/api/me/phone', { isConnected })).status;
    assert.equal(await says(false), 204);
    assert.equal(await status(), 'no_phone');
    assert.equal(await says(true), 204);
    assert.equal(await status(), 'available');
    feed.close();
  });

  it('counts on a rep with two pages as long as one of their softphones is connected, whichever spoke last', async () => {
    const lena = world.as('lena');
    const status = async () =>
      (await presenceOf('quinn')).team.find(({ name }) => name === 'Lena Brandt')?.status;
    const feed = await lena.watch();
    await until('her page is seen', async () => (await status()) === 'available');
    const says = async (tabId: string, isConnected: boolean) =>
      assert.equal((await lena.ask('PUT', '/api/me/phone', { isConnected, tabId })).status, 204);
    const closes = async (tabId: string) =>
      assert.equal((await lena.ask('POST', '/api/me/phone/close', { tabId })).status, 204);
    await says('one', true);
    await says('two', false);
    assert.equal(await status(), 'available');
    await says('one', false);
    assert.equal(await status(), 'no_phone');
    await says('two', true);
    await says('one', false);
    assert.equal(await status(), 'available');
    await closes('two');
    assert.equal(await status(), 'no_phone');
    await closes('one');
    assert.equal(await status(), 'available', 'no page says that it is not');
    await says('one', false);
    await says('two', true);
    assert.equal(await status(), 'available', 'a report that arrives after the end counts not');
    await says('three', false);
    assert.equal(await status(), 'no_phone');
    await closes('three');
    const expires = (said: 'four' | 'five' | '') =>
      world.database(
        `update "RepPresence" set "phones" = jsonb_set("phones", array['${said}', 'at'],
           to_jsonb(to_char(now() at time zone 'utc' - interval '6 minutes',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) where "phones" ? '${said}'`,
      );
    await says('four', true);
    await says('five', false);
    await expires('four');
    assert.equal(await status(), 'no_phone', 'a page that crashed counts no longer');
    await says('four', false);
    const pages = async (): Promise<string[]> => {
      const rows = await world.database<{ pages: string[] }>(
        `select array(select page from jsonb_each("phones") as e(page, said)
           where not said ? 'isClosed' order by 1) as "pages"
         from "RepPresence" where "phones" ? 'four'`,
      );
      return rows[0]!.pages;
    };
    assert.deepEqual(await pages(), ['five', 'four']);
    for (const one of ['four', 'five']) await closes(one);
    assert.equal((await lena.ask('PUT', '/api/me/phone', { isConnected: false })).status, 204);
    await expires('');
    await closes('six');
    assert.equal(await status(), 'no_phone', 'a page of before says so only once');
    await says('seven', true);
    assert.deepEqual(await pages(), ['seven'], 'until the rep has another page');
    feed.close();
  });
});

/** Marcus Hale, whose deal is Lena's. */
const KNOWN = '+12065550187';
/** Priya Raman, whose deal is Ravi's. */
const PRIYA = '+14155550142';
const UNKNOWN = '+15005550123';

describe('a rep after a call', () => {
  let world: World;
  let lena: Console;
  let ravi: Console;
  let wall: Feed;

  before(async () => {
    world = await startWorld({
      inbound: {
        Unknown_Callers_Kind__c: 'queue',
        Unknown_Callers__c: 'Renewals',
        After_Call_Seconds__c: 600,
      },
      callsAtAnyHour: true,
    });
    [lena, ravi] = [world.as('lena'), world.as('ravi')];
    wall = await world.as('maya').watch();
    for (const who of [lena, ravi]) {
      await who.watch();
      await world.carrierControl('POST', 'scripts', {
        address: `client:${await identityOf(who)}`,
        script: { toneHz: 500, ringMs: 50 },
      });
    }
  });
  after(async () => {
    wall?.close();
    await world?.stop();
  });

  const callIn = (from: string) =>
    world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100 },
    });
  const liveCall = (name: string) =>
    until(`${name} has a live call`, () =>
      [...wall.calls.values()].find((one) => one.status === 'live' && one.rep.name === name),
    );
  const hangUp = async (who: Console, callId: string) => {
    await who.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call has ended', () => wall.calls.get(callId)?.status === 'ended');
  };
  const msLeft = async (who: Console) =>
    (await who.ask<{ msLeft?: number }>('GET', '/api/me/after-call')).body.msLeft;
  const statusOf = async (name: string) =>
    (await world.as('maya').ask<Presence>('GET', '/api/presence')).body.team.find(
      (rep) => rep.name === name,
    );
  const away = (who: Console, isAway: boolean) =>
    who.ask('PUT', '/api/me/availability', { isAway });

  it('is said to be so, with the time it lasts, and knows how long it is', async () => {
    await away(ravi, true);
    await callIn(KNOWN);
    const call = await liveCall('Lena Brandt');
    assert.equal(await msLeft(lena), undefined, 'none during the call');
    await hangUp(lena, call.callId);
    const { status, since, until: ends } = (await statusOf('Lena Brandt'))!;
    assert.equal(status, 'after_call');
    assert.equal(Date.parse(ends!) - Date.parse(since!), 600_000);
    const left = (await msLeft(lena))!;
    assert.ok(left > 500_000 && left <= 600_000, `${left} ms are left`);
  });
  it('is not rung by a group: the caller waits, and rings at the moment the rep is ready', async () => {
    await callIn(UNKNOWN);
    const [waiting] = await until('the caller is there', async () => {
      const rows = await world.database<{ callId: string; finishing: unknown[] }>(
        `select c."callId", c."ringing"->'finishing' as "finishing" from "Call" c
         join "Participant" p on p."callId" = c."callId"
         where c."status" = 'ringing' and p."role" = 'customer' and p."status" = 'connected'`,
      );
      return rows.length > 0 ? rows : undefined;
    });
    assert.equal(waiting!.finishing.length, 1);
    const rung = async () =>
      (
        await world.database<{ role: string }>(
          `select "role" from "Participant" where "callId" = $1 and "role" <> 'customer'`,
          [waiting!.callId],
        )
      ).length;
    assert.equal(await rung(), 0);
    assert.equal((await lena.ask('POST', '/api/me/ready')).status, 204);
    const call = await liveCall('Lena Brandt');
    assert.equal(call.callId, waiting!.callId);
    await hangUp(lena, call.callId);
  });
  it('is waited for also by a caller who is theirs if nobody answers', async () => {
    await away(lena, true);
    await away(ravi, false);
    await callIn(PRIYA);
    await hangUp(ravi, (await liveCall('Ravi Patel')).callId);
    await callIn(UNKNOWN);
    await until('the caller waits for him', () =>
      [...wall.calls.values()].some((one) => one.status === 'ringing'),
    );
    assert.ok(await msLeft(ravi), 'the call that waits is none of his yet');
    assert.equal((await ravi.ask('POST', '/api/me/ready')).status, 204);
    await hangUp(ravi, (await liveCall('Ravi Patel')).callId);
    await away(ravi, true);
    await away(lena, false);
  });
  it('is over at its time without anybody doing something, and rings then', async () => {
    await callIn(UNKNOWN);
    // Her last call ended long enough ago.
    await world.database(
      `update "Call" set "endedAt" = "endedAt" - interval '10 minutes' where "status" = 'ended'`,
    );
    await until('the caller is there, and her time is over', async () => {
      const [row] = await world.database(
        `update "Call" c set "dueAt" = now(), "ringing" = jsonb_set(c."ringing",
           '{finishing,0,until}', to_jsonb(to_char(now() at time zone 'utc',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
         from "Participant" p where p."callId" = c."callId" and c."status" = 'ringing'
           and p."role" = 'customer' and p."status" = 'connected' returning c."callId"`,
      );
      return row;
    });
    const call = await liveCall('Lena Brandt');
    await hangUp(lena, call.callId);
  });
  it('ends when the rep calls somebody', async () => {
    assert.ok(await msLeft(lena));
    const placed = await lena.ask<{ call: { callId: string } }>('POST', '/api/calls', {
      requestId: crypto.randomUUID(),
      to: KNOWN,
    });
    assert.ok(placed.status < 300, JSON.stringify(placed.body));
    assert.equal(await msLeft(lena), undefined);
    assert.equal((await statusOf('Lena Brandt'))?.status, 'busy');
  });
});
