import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDemo, type Demo } from '../../../../local/machine/demo/demo.ts';
import { until } from '../../../support/until.ts';

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

describe('the scripted rep of npm start', () => {
  let systems: Server;
  let demo: Demo | undefined;
  let url: string;
  let calls: {
    callId: string;
    status: string;
    rep: { present: boolean };
    answeredAt?: string;
    interventions: { status: string }[];
  }[];
  let asked: string[];

  /** The org, the server and the carrier, as far as the demo asks them. */
  const ANSWERS: Record<string, () => unknown> = {
    'GET /as/lena/context': () => ({ userId: 'u-lena' }),
    'GET /as/lena/opportunities': () => [
      { Id: 'd-1', Name: 'Brightwater', OwnerId: 'u-lena', OwnerName: 'Lena' },
    ],
    'POST /as/lena/apex/DealsideSessionToken.issue': () => ({
      token: 'session',
      expiresAt: IN_AN_HOUR,
    }),
    'GET /api/calls': () => ({ calls }),
    'POST /api/calls': () => {
      calls = [{ callId: 'c-1', status: 'ringing', rep: { present: true }, interventions: [] }];
      return { connect: { params: { callId: 'c-1' } } };
    },
    'POST /api/softphone/token': () => ({ identity: 'lena' }),
    'GET /_local/conferences': () => [],
    'POST /_local/calls': () => ({}),
    'POST /api/calls/c-1/hangup': () => {
      calls = [];
      return {};
    },
  };
  const heartbeats = (): number => asked.filter((one) => one === 'POST /api/me/heartbeat').length;

  beforeEach(async () => {
    calls = [];
    asked = [];
    systems = createServer(({ method, url: path = '' }, response) => {
      const request = `${method} ${path.split('?')[0]}`;
      asked.push(request);
      const answer = ANSWERS[request];
      if (answer) response.end(JSON.stringify(answer()));
      else response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => systems.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(systems.address() as AddressInfo).port}`;
    demo = await startDemo({
      orgUrl: url,
      serverUrl: url,
      carrierUrl: url,
      say: (line) => assert.fail(line),
      checkEveryMs: 5,
    });
  });
  afterEach(async () => {
    await demo?.stop();
    systems.close();
  });

  it('is heard of while she talks, whatever page that somebody opened as her is closed', async () => {
    const looks = () => asked.filter((one) => one === 'GET /api/calls').length;
    await until('the demo has looked at its call', async () => looks() > 2);
    assert.equal(heartbeats(), 0, 'nobody is to be waited for before the call is live');
    calls = [{ ...calls[0]!, status: 'live' }];
    await until('her softphone sends heartbeats', async () => heartbeats() > 2);
    calls = [];
    const looked = looks();
    await until('the demo has seen that the call is over', async () => looks() > looked + 2);
    const sent = heartbeats();
    const later = looks();
    await until('the demo has looked again', async () => looks() > later + 2);
    assert.equal(heartbeats(), sent);
  });

  it('ends a call that has become long, but never while somebody supervises it', async () => {
    const looks = () => asked.filter((one) => one === 'GET /api/calls').length;
    const hangups = () => asked.filter((one) => one === 'POST /api/calls/c-1/hangup').length;
    const live = { ...calls[0]!, status: 'live' };
    const lookedAtAgain = async () => {
      const looked = looks();
      await until('the demo has looked at its call', async () => looks() > looked + 2);
    };
    const answered = (minutesAgo: number) =>
      new Date(Date.now() - minutesAgo * 60_000).toISOString();
    calls = [{ ...live, answeredAt: answered(1) }];
    await lookedAtAgain();
    calls = [{ ...live, answeredAt: answered(60), interventions: [{ status: 'active' }] }];
    await lookedAtAgain();
    assert.equal(hangups(), 0);
    calls = [{ ...live, answeredAt: answered(60), interventions: [{ status: 'ended' }] }];
    await until('it is hung up', async () => hangups() === 1);
  });
});
