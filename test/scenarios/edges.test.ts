import assert from 'node:assert/strict';
import { signatureOf } from '../../local/carrier/webhooks/signature.ts';
import type { Console } from '../support/console.ts';
import { everyRoute } from '../support/routes.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('the edge of the server', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;

  before(async () => {
    world = await startWorld({ env: { RATE_LIMIT_PER_PERSON: '120', RATE_LIMIT_STRANGERS: '40' } });
    maya = world.as('maya');
  });
  after(() => world?.stop());

  const ask = (path: string, init: RequestInit = {}) => fetch(world.serverUrl + path, init);
  const authorized = async (more: Record<string, string> = {}) => ({
    authorization: `Bearer ${await maya.token()}`,
    ...more,
  });

  it('lets only the org’s own Lightning pages read its answers', async () => {
    const allowedFor = async (origin: string) =>
      (await ask('/api/me', { headers: await authorized({ origin }) })).headers.get(
        'access-control-allow-origin',
      );
    assert.equal(await allowedFor(world.orgUrl), world.orgUrl);
    for (const origin of [
      'https://evil.example',
      'null',
      `${world.orgUrl}.evil.example`,
      world.orgUrl.replace('http:', 'https:'),
    ])
      assert.equal(await allowedFor(origin), null, origin);
  });

  it('tells a preflight of a Lightning page what it may send, without cookies', async () => {
    const preflight = (origin: string) =>
      ask('/api/calls', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
    const own = await preflight(world.orgUrl);
    assert.equal(own.headers.get('access-control-allow-origin'), world.orgUrl);
    assert.match(own.headers.get('access-control-allow-headers')!, /authorization/);
    assert.equal(own.headers.get('access-control-allow-credentials'), null);
    assert.equal(
      (await preflight('https://evil.example')).headers.get('access-control-allow-origin'),
      null,
    );
  });

  it('sets no cookie and needs none, on any route', async () => {
    for (const { method, path } of everyRoute()) {
      if (method !== 'GET') continue;
      const answer = await ask(path.replace(/[:*]\w+/g, 'x').replace('/api/live', '/api/me'), {
        headers: await authorized(),
      });
      await answer.body?.cancel();
      assert.equal(answer.headers.get('set-cookie'), null, path);
    }
  });

  it('gives answers that no page can run, frame or guess the type of', async () => {
    for (const path of ['/api/me', '/healthz', '/nowhere']) {
      const { headers } = await ask(path, { headers: await authorized() });
      assert.equal(
        headers.get('content-security-policy'),
        "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        path,
      );
      assert.deepEqual(
        [
          headers.get('x-content-type-options'),
          headers.get('x-frame-options'),
          headers.get('referrer-policy'),
        ],
        ['nosniff', 'DENY', 'no-referrer'],
        path,
      );
      assert.match(headers.get('strict-transport-security')!, /max-age=\d{8}/);
    }
  });

  it('lets the softphone be framed by the org alone, and load from itself and the carrier', async () => {
    const { headers } = await ask('/softphone/');
    const policy = headers.get('content-security-policy')!;
    assert.equal(headers.get('x-frame-options'), null);
    for (const directive of [
      `frame-ancestors ${world.orgUrl}`,
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
    ])
      assert.ok(policy.includes(directive), `${directive} in ${policy}`);
    assert.ok(!/unsafe-eval|script-src[^;]*unsafe-inline|\*(?!\.twilio\.com)/.test(policy), policy);
  });

  it('sends a file of the softphone again only after it has changed', async () => {
    const first = await ask('/softphone/app.js');
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    const version = first.headers.get('etag')!;
    // As a browser asks; by itself fetch would ask for a copy of nobody's.
    const asking = (known: string) =>
      ask('/softphone/app.js', {
        headers: { 'if-none-match': known, 'cache-control': 'max-age=0' },
      });
    const again = await asking(version);
    assert.deepEqual([again.status, await again.text()], [304, '']);
    const older = await asking('"older"');
    assert.deepEqual([older.status, await older.text()], [200, await first.text()]);
  });

  it('does not hand out files beside the softphone', async () => {
    for (const path of [
      '/softphone/..%2f..%2fpackage.json',
      '/softphone/%2e%2e/%2e%2e/package.json',
      '/softphone/..%5c..%5cpackage.json',
      '/softphone//etc/passwd',
      '/softphone/index.html%00.js',
    ]) {
      const answer = await ask(path);
      assert.ok([400, 404].includes(answer.status), `${path} answered ${answer.status}`);
      assert.ok(!(await answer.text()).includes('"dealside"'), path);
    }
  });

  for (const [what, init, status] of [
    [
      'a huge body',
      {
        method: 'POST',
        body: JSON.stringify({ requestId: 'x'.repeat(100_000) }),
        headers: { 'content-type': 'application/json' },
      },
      422,
    ],
    [
      'a huge form',
      {
        method: 'POST',
        body: `a=${'x'.repeat(100_000)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      422,
    ],
    [
      'broken JSON',
      { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } },
      422,
    ],
    [
      'a deeply nested body',
      {
        method: 'POST',
        body: `{"requestId":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
        headers: { 'content-type': 'application/json' },
      },
      422,
    ],
    [
      'a prototype in disguise',
      {
        method: 'POST',
        body: '{"__proto__":{"roles":["admin"]},"constructor":{"prototype":{}}}',
        headers: { 'content-type': 'application/json' },
      },
      422,
    ],
    ['an address that cannot be decoded', { method: 'GET' }, 404],
  ] as const) {
    it(`refuses ${what} in plain words, and lives on`, async () => {
      const path = what.startsWith('an address') ? '/api/calls/%E0%A4%A' : '/api/calls';
      const answer = await ask(path, {
        ...init,
        headers: { ...(await authorized()), ...('headers' in init ? init.headers : {}) },
      });
      const text = await answer.text();
      assert.equal(answer.status, status, text);
      assert.ok(!/\n\s+at |node_modules/.test(text), 'no stack is shown');
      assert.equal((await maya.ask('GET', '/api/me')).status, 200);
    });
  }

  it('opens the live feed by a ticket once, within its time', async () => {
    const {
      body: { ticket },
    } = await maya.ask<{ ticket: string }>('POST', '/api/live/ticket');
    const abort = new AbortController();
    const first = await ask(`/api/live?ticket=${ticket}`, { signal: abort.signal });
    assert.equal(first.status, 200);
    abort.abort();
    const again = await ask(`/api/live?ticket=${ticket}`);
    assert.deepEqual(
      [again.status, ((await again.json()) as { error: { code: string } }).error.code],
      [401, 'not_authenticated'],
    );
    const {
      body: { ticket: late },
    } = await maya.ask<{ ticket: string }>('POST', '/api/live/ticket');
    await world.database(`update "OneTimeSecret" set "expiresAt" = now() - interval '1 second'`);
    assert.equal((await ask(`/api/live?ticket=${late}`)).status, 401);
  });

  it('does not believe a caller about the address it calls from', async () => {
    for (let i = 0; i < 41; i += 1)
      await ask('/api/me', {
        headers: { authorization: 'Bearer nonsense', 'x-forwarded-for': `10.0.0.${i}` },
      });
    // The minute in which they are counted may have passed meanwhile.
    const answer = await until('an address of its own invention is told to wait', async () => {
      const last = await ask('/api/me', {
        headers: { authorization: 'Bearer nonsense', 'x-forwarded-for': '10.9.9.9' },
      });
      return last.status === 429 ? last : undefined;
    });
    assert.match(answer.headers.get('retry-after')!, /^\d+$/);
  });
});

describe('strangers at the address of everybody else, behind a proxy that nobody set', function () {
  this.timeout(300_000);
  const TIMES = 300;
  const FORWARDED = { 'x-forwarded-for': '203.0.113.7' };
  let world: World;
  let maya: Console;
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld({ env: { RATE_LIMIT_STRANGERS: '40' } });
    maya = world.as('maya');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
    const forged = `${(await maya.token()).split('.').slice(0, 2).join('.')}.AAAA`;
    const [statuses, audited] = [new Set<number>(), await entries()];
    for (let i = 0; i < TIMES; i += 10)
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const [token, callback] = await Promise.all([
            ask('GET', '/api/me', { authorization: `Bearer ${forged}` }),
            ask('POST', '/telephony/conference', { 'x-twilio-signature': 'd3Jvbmc=' }),
          ]);
          statuses.add(token.status).add(callback.status);
        }),
      );
    assert.deepEqual([...statuses].sort(), [401, 403, 429], 'the limit was reached');
    assert.equal((await entries()) - audited, 2, 'one audit entry of each kind');
  });
  after(() => world?.stop());

  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    fetch(world.serverUrl + path, { method, headers: { ...FORWARDED, ...headers }, body });
  const asMaya = async (method: string, path: string, body: object = {}) =>
    ask(
      method,
      path,
      { authorization: `Bearer ${await maya.token()}`, 'content-type': 'application/json' },
      method === 'GET' ? undefined : JSON.stringify(body),
    );
  /** Without those that only say how often, once a minute as long as it goes on. */
  const entries = async () =>
    (
      await world.database(
        `select 1 from "AuditEntry" where "result" = 'refused' and "details"->>'times' is null`,
      )
    ).length;

  it('do not keep the carrier’s callbacks from being taken', async () => {
    const { url, params } = (
      await world.carrierControl<{ url: string; params: Record<string, string> }[]>(
        'GET',
        'callbacks',
      )
    )
      .filter((one) => one.url.endsWith('/telephony/conference'))
      .at(-1)!;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...FORWARDED, 'x-twilio-signature': signatureOf(world.authToken, url, params) },
      body: new URLSearchParams(params),
    });
    assert.equal(answer.status, 204);
  });

  it('do not keep health from being asked', async () => {
    for (const path of ['/healthz', '/readyz'])
      assert.equal((await ask('GET', path, {})).status, 200, path);
  });

  it('do not keep anybody from looking, staying, falling silent and leaving', async () => {
    const path = `/api/interventions/${interventionId}`;
    assert.equal((await asMaya('GET', '/api/calls')).status, 200);
    assert.equal((await asMaya('POST', '/api/live/ticket')).status, 201);
    assert.equal((await asMaya('POST', `${path}/presence`)).status, 204);
    const requestId = 'monitor-at-last';
    assert.equal(
      (await asMaya('POST', `${path}/mode`, { requestId, mode: 'monitor' })).status,
      202,
    );
    assert.equal((await asMaya('POST', `${path}/leave`)).status, 202);
  });

  it('have the server ask for its proxy setting', () => {
    assert.equal(
      world.serverLog.filter((line) => line.includes('no proxy is trusted')).length,
      1,
      world.serverLog.join(''),
    );
  });

  it('are told of to the org’s administrators, in a chain that is whole', async () => {
    const ada = world.as('ada');
    const { body } = await ada.ask<{ entries: { action: string; code: string }[] }>(
      'GET',
      '/api/audit?result=refused',
    );
    for (const code of ['token_signature_invalid', 'signature_invalid'])
      assert.ok(
        body.entries.some((entry) => entry.code === code),
        code,
      );
    assert.deepEqual(
      await world.database(`select distinct "orgId" from "AuditEntry" where "orgId" = 'unknown'`),
      [],
    );
  });
});

describe('a person who asks without end', function () {
  this.timeout(300_000);
  let world: World;
  before(async () => {
    world = await startWorld({ env: { RATE_LIMIT_PER_PERSON: '30' } });
  });
  after(() => world?.stop());

  it('is told to wait, and for how long, while colleagues are served', async () => {
    const maya = world.as('maya');
    const headers = { authorization: `Bearer ${await maya.token()}`, origin: world.orgUrl };
    const answer = await until(
      'she is told to wait',
      async () => {
        const last = await fetch(`${world.serverUrl}/api/me`, { headers });
        if (last.status === 429) return last;
        await last.body?.cancel();
        return undefined;
      },
      { everyMs: 1 },
    );
    const { error } = (await answer.json()) as { error: { code: string; until: string } };
    assert.deepEqual([answer.status, error.code], [429, 'rate_limited']);
    const seconds = Number(answer.headers.get('retry-after'));
    assert.ok(seconds >= 1 && seconds <= 60 && Date.parse(error.until) > Date.now());
    assert.match(answer.headers.get('access-control-expose-headers')!, /retry-after/);
    assert.equal((await world.as('ravi').ask('GET', '/api/me')).status, 200);
  });
});
