import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { LOCAL_ORG_ID } from '../../../local/org/ids/localOrgId.ts';
import type { Console } from '../../support/console.ts';
import { everyRoute } from '../../support/routes.ts';
import { identityOf, modeOf } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import { startWorld, type World } from '../../support/world.ts';
import { OTHER_ORG_ID } from '../../support/worldOrgs.ts';
import { fillFirstOrg, roundsAreDone, rowsOfFirstOrg, type Room } from './firstOrg.ts';
import { requestFor, WITHOUT_SESSION, type Known } from './requests.ts';

const OURS = Object.keys(WITHOUT_SESSION);
const PEOPLE = ['ada', 'quinn', 'dana', 'maya', 'lena'];

/** The rows that only one of them has. */
const differenceOf = (before: string, after: string): string[] => {
  const [were, are] = [before, after].map((rows) => rows.split('\n').filter((row) => row !== ''));
  return [
    ...were!.filter((row) => !are!.includes(row)).map((row) => `- ${row}`),
    ...are!.filter((row) => !were!.includes(row)).map((row) => `+ ${row}`),
  ];
};

/** Two orgs of the same people with the same ids: nothing but the org keeps them apart. */
describe('two orgs on one server', function () {
  this.timeout(900_000);
  let world: World;
  let known: Known;
  let marks: readonly string[];
  let maya: Console;

  before(async () => {
    world = await startWorld({ twoOrgs: true });
    ({ known, marks, maya } = await fillFirstOrg(world));
  });
  after(() => world?.stop());

  it('are seen by this test: the first org’s own people are shown what is theirs', async () => {
    for (const [who, path, mark] of [
      ['maya', `/api/calls/${known.callId}`, known.interventionId],
      ['maya', '/api/calls', 'Firstborn'],
      ['ada', '/api/audit', known.callId],
      ['ada', '/api/policy', known.version],
      ['maya', '/api/step-up', known.credentialId],
      ['quinn', `/api/calls/${known.callId}/permissions`, known.callId],
    ] as const) {
      const { status, body } = await world.as(who).ask('GET', path);
      assert.equal(status, 200, path);
      assert.ok(JSON.stringify(body).includes(mark), `${path} shows ${mark}`);
    }
    const tables = [...(await rowsOfFirstOrg(world))]
      .filter(([, rows]) => rows !== '')
      .map(([table]) => table)
      .sort();
    for (const table of [
      'AuditEntry',
      'Call',
      'Intervention',
      'Latency',
      'Notice',
      'Participant',
      'Passkey',
      'Pin',
      'PolicyInForce',
      'Recording',
    ])
      assert.ok(tables.includes(table), table);
  });

  it('have routes that all were thought of', () => {
    const names = everyRoute().map(({ method, path }) => `${method} ${path}`);
    assert.ok(names.length > 40, `${names.length} routes`);
    assert.deepEqual(
      OURS.filter((name) => !names.includes(name)),
      [],
      'a route that is no more',
    );
  });

  it('never show or touch each other by any route', async () => {
    await roundsAreDone(world);
    const before = await rowsOfFirstOrg(world);
    // Reading comes first: afterwards the asker's own audit tells what the asker named.
    const routes = everyRoute()
      .filter(({ method, path }) => !OURS.includes(`${method} ${path}`))
      .toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));
    const answered = new Map<string, number[]>();
    const people = PEOPLE.map((alias) => world.other!.as(alias));
    for (const route of routes) {
      const { method, path, body, namesTheOther } = requestFor(route, known);
      for (const person of people) {
        if (path === '/api/live') continue;
        const name = `${person.alias}: ${method} ${path}`;
        const answer = await fetch(world.serverUrl + path, {
          method,
          headers: {
            authorization: `Bearer ${await person.token()}`,
            'content-type': 'application/json',
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        const text = (await answer.text()) + JSON.stringify([...answer.headers]);
        answered.set(`${route.method} ${route.path}`, [
          ...(answered.get(`${route.method} ${route.path}`) ?? []),
          answer.status,
        ]);
        assert.ok(answer.status < 500, `${name} failed: ${text}`);
        assert.notEqual(answer.status, 422, `${name} was not asked properly: ${text}`);
        if (namesTheOther)
          assert.ok(
            [403, 404].includes(answer.status),
            `${name} answered ${answer.status}: ${text}`,
          );
        const shown = marks.filter(
          (mark) => text.includes(mark) && !(path.includes(mark) || path.startsWith('/api/audit')),
        );
        assert.deepEqual(shown, [], `${name} shows what is the first org’s`);
      }
    }
    for (const route of routes.filter((one) => requestFor(one, known).namesTheOther)) {
      assert.ok(
        answered.get(`${route.method} ${route.path}`)?.includes(404),
        `${route.method} ${route.path} was asked by somebody who may`,
      );
    }
    const after = await rowsOfFirstOrg(world);
    for (const [table, rows] of before)
      assert.deepEqual(
        differenceOf(rows, after.get(table) ?? ''),
        [],
        `${table} of the first org was touched`,
      );
  });

  it('have audits that say nothing of each other', async () => {
    const ada = world.other!.as('ada');
    for (const path of ['/api/audit?limit=500', '/api/audit/export', '/api/audit/checkpoints']) {
      const answer = await fetch(world.serverUrl + path, {
        headers: { authorization: `Bearer ${await ada.token()}` },
      });
      const text = await answer.text();
      assert.equal(answer.status, 200, text);
      // Ids that the other org's people asked for stand in their own audit as they asked for them;
      // nothing else does.
      for (const mark of marks.filter((one) => !Object.values(known).includes(one)))
        assert.ok(!text.includes(mark), `${path} shows ${mark}`);
    }
    const foreign = await world.database(
      `select 1 from "AuditEntry" where "orgId" = '${OTHER_ORG_ID}' and ("opportunityId" is not null or "direction" is not null) and "callId" = '${known.callId}'`,
    );
    assert.deepEqual(foreign, [], 'nothing that only the call itself knows');
  });

  it('have live feeds that say nothing of each other', async () => {
    const ticket = (
      await world.other!.as('quinn').ask<{ ticket: string }>('POST', '/api/live/ticket')
    ).body.ticket;
    const abort = new AbortController();
    const feed = await fetch(`${world.serverUrl}/api/live?ticket=${ticket}`, {
      signal: abort.signal,
    });
    let text = '';
    const reading = (async () => {
      for await (const chunk of feed.body!.pipeThrough(
        new TextDecoderStream(),
      ) as unknown as AsyncIterable<string>)
        text += chunk;
    })().catch(() => undefined);
    try {
      await until('the snapshot', () => text.includes('event: snapshot'));
      await maya.switchTo(known.interventionId, 'whisper');
      await until(
        'Maya whispers',
        async () => modeOf(await maya.call(known.callId), known.interventionId) === 'whisper',
      );
      await world.other!.as('lena').placeCall({ opportunityId: known.opportunityId });
      await until('a change of the own org', () => text.includes('event: call'));
      assert.deepEqual(
        marks.filter((mark) => text.includes(mark)),
        [],
      );
    } finally {
      abort.abort();
      await reading;
    }
  });

  it('have softphones that cannot join each other’s calls', async () => {
    const namesake = world.other!.as('maya');
    const sitting = async () =>
      (await world.carrierControl<Room[]>('GET', 'conferences')).find(
        (room) => room.friendlyName === known.callId,
      )!.participants.length;
    const before = await sitting();
    for (const params of [{ interventionId: known.interventionId }, { callId: known.callId }]) {
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(namesake)}`,
        params,
        script: { toneHz: 900 },
      });
    }
    await until(
      'both were turned away',
      async () =>
        world.serverLog.filter((line) => line.includes('participant not admitted')).length >= 2,
    );
    assert.equal(await sitting(), before);
  });

  describe('have sessions that', () => {
    const signed = async (issuer: string, key: string) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(issuer)
        .setSubject(known.userId)
        .setAudience(world.serverUrl)
        .setIssuedAt(now)
        .setExpirationTime(now + 300)
        .sign(await importPKCS8(key, 'RS256'));
    };
    const ask = async (token: string, origin?: string) => {
      const answer = await fetch(`${world.serverUrl}/api/me`, {
        headers: { authorization: `Bearer ${token}`, ...(origin && { origin }) },
      });
      return {
        status: answer.status,
        code: ((await answer.json()) as { error?: { code: string } }).error?.code,
        allowed: answer.headers.get('access-control-allow-origin'),
      };
    };

    it('one org’s key cannot sign for the other', async () => {
      assert.equal(
        (await ask(await signed(LOCAL_ORG_ID, world.other!.signingKey))).code,
        'token_signature_invalid',
      );
      assert.equal(
        (await ask(await signed(OTHER_ORG_ID, world.orgSigningKey))).code,
        'token_signature_invalid',
      );
      assert.equal((await ask(await signed(OTHER_ORG_ID, world.other!.signingKey))).status, 200);
    });

    it('a forged sign-in leaves nothing in the audit of the org it claims', async () => {
      const count = async () =>
        (
          await world.database(
            `select 1 from "AuditEntry" where "orgId" = '${LOCAL_ORG_ID}' and "action" = 'SignIn'`,
          )
        ).length;
      const before = await count();
      await ask(await signed(LOCAL_ORG_ID, world.other!.signingKey));
      assert.equal(await count(), before);
    });

    it('a page of the other org cannot use', async () => {
      const token = await signed(LOCAL_ORG_ID, world.orgSigningKey);
      assert.deepEqual(await ask(token, world.orgUrl), {
        status: 200,
        code: undefined,
        allowed: world.orgUrl,
      });
      assert.equal((await ask(token, world.other!.orgUrl)).code, 'origin_not_allowed');
      assert.deepEqual(await ask(token, 'https://evil.example'), {
        status: 403,
        code: 'origin_not_allowed',
        allowed: null,
      });
      assert.equal(
        (await ask(token, world.serverUrl)).status,
        200,
        'the softphone is a page of ours',
      );
    });
  });

  it('have softphone pages that name only the org that opens them', async () => {
    const policyFor = async (query: string, referer?: string) => {
      const answer = await fetch(`${world.serverUrl}/softphone/${query}`, {
        headers: referer ? { referer } : {},
      });
      return answer.status === 200
        ? {
            frames: answer.headers.get('content-security-policy')!.split('frame-ancestors ')[1],
            text: await answer.text(),
          }
        : answer.status;
    };
    assert.equal(await policyFor(''), 404);
    for (const shown of [
      await policyFor(`?org=${LOCAL_ORG_ID}`),
      await policyFor('', `${world.orgUrl}/as/maya`),
    ]) {
      assert.ok(
        typeof shown === 'object' &&
          shown.frames === world.orgUrl &&
          !shown.text.includes(world.other!.orgUrl),
      );
    }
  });
});
