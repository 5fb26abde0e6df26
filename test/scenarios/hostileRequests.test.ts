import assert from 'node:assert/strict';
import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { importPKCS8, SignJWT } from 'jose';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { noiseOf } from '../proof/sequences/virtualTime.ts';
import { hostileRequests, type HostileRequest } from '../support/hostileRequests.ts';
import { everyRoute } from '../support/routes.ts';
import { liveCallOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';

const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 2_000);
const AT_ONCE = 16;
const SEED = 20_261_128;
const NUL = '\u0000';

describe('a server on the internet', function () {
  this.timeout(600_000);
  let world: World;
  let callId: string;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  before(async () => {
    world = await startWorld({
      env: { RATE_LIMIT_STRANGERS: '1000000', RATE_LIMIT_PER_ORG: '1000000' },
    });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(async () => {
    agent.destroy();
    await world?.stop();
  });

  /** A session of this user, signed as the org signs its own. */
  const signed = async (sub: string, more: object = {}): Promise<string> =>
    new SignJWT({ iss: LOCAL_ORG_ID, aud: world.serverUrl, sub, jti: 'j', ...more })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuedAt()
      .setExpirationTime('4m')
      .sign(await importPKCS8(world.orgSigningKey, 'RS256'));

  /** The status of the answer. A live feed is left as soon as it begins. */
  const statusOf = ({ method, path, headers, body }: HostileRequest): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = send(world.serverUrl + path, { method, headers, agent }, (answer) => {
        resolve(answer.statusCode!);
        if (answer.headers['content-type']?.startsWith('text/event-stream')) sent.destroy();
        else answer.resume();
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const post = async (path: string, body: string, more: Record<string, string> = {}) =>
    statusOf({
      method: 'POST',
      path,
      headers: {
        authorization: `Bearer ${await world.as('maya').token()}`,
        'content-type': 'application/json',
        ...more,
      },
      body: Buffer.from(body),
    });
  const get = (path: string, token?: string) =>
    statusOf({
      method: 'GET',
      path,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  for (const [what, sub] of [
    ['a NUL', `005${NUL}`],
    ['half of a surrogate pair', '005\ud800'],
    ['an object', { toString: 1 }],
  ] as const)
    it(`takes a session whose user is ${what} for none, signed or not`, async () => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const unsigned = `${part({ alg: 'RS256' })}.${part({ iss: LOCAL_ORG_ID, sub })}.AAAA`;
      const elsewhere = `${part({ alg: 'RS256' })}.${part({ iss: sub, sub })}.AAAA`;
      for (const token of [unsigned, elsewhere, await signed(sub as string)])
        assert.equal(await get('/api/me', token), 401);
    });

  it('refuses a NUL in an id, a query and a body as 400', async () => {
    const token = await world.as('maya').token();
    const ada = await world.as('ada').token();
    for (const path of ['/api/calls/%00', '/api/calls/a%00b/permissions', '/api/audit?callId=%00'])
      assert.equal(await get(path, path.includes('audit') ? ada : token), 400, path);
    for (const text of ['\\u0000', 'a\\ud800b'])
      assert.equal(
        await post(
          `/api/calls/${callId}/interventions`,
          `{"requestId":"12345678","note":"${text}"}`,
        ),
        400,
        text,
      );
  });

  it('refuses a body that cannot be decoded as 400', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'x'])
      assert.equal(
        await post('/api/calls', '{"requestId":"12345678"}', { 'content-encoding': encoding }),
        400,
        encoding,
      );
  });

  it('refuses a NUL in a header before anything reads it', async () => {
    const { hostname, port } = new URL(world.serverUrl);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /api/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer a${NUL}b\r\n\r\n`);
    const [head] = (
      await new Promise<string>((resolve, reject) => {
        socket.once('data', (data) => resolve(data.toString())).once('error', reject);
      })
    ).split('\r\n');
    assert.match(head!, / 400 /);
    socket.destroy();
  });

  it(`answers ${REQUESTS} hostile requests without one fault of its own, and lives on`, async () => {
    const people = ['maya', 'ravi', 'ada', 'lena'].map((alias) => world.as(alias));
    const next = hostileRequests(
      {
        routes: everyRoute(),
        tokens: [
          ...(await Promise.all(people.map((person) => person.token()))),
          ...(await Promise.all(
            [NUL, '005000000000000AAA', 'x'.repeat(500)].map((sub) => signed(sub)),
          )),
        ],
        publicUrl: world.serverUrl,
        authToken: world.authToken,
        ids: [callId, await people[0]!.userId(), 'monitor', '005000000000000AAA'],
      },
      noiseOf(SEED),
    );
    const faults: string[] = [];
    let left = REQUESTS;
    const attack = async (): Promise<void> => {
      while ((left -= 1) >= 0) {
        const request = next();
        const status = await statusOf(request);
        if (status >= 500)
          faults.push(
            `${status} ${request.method} ${request.path.slice(0, 120)} ${JSON.stringify({ ...request.headers, authorization: undefined }).slice(0, 200)} ${request.body?.toString().slice(0, 300) ?? ''}`,
          );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, attack));
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
    assert.equal((await people[0]!.ask('GET', '/api/me')).status, 200);
    assert.equal(await get('/readyz'), 200);
  });
});
