import assert from 'node:assert/strict';
import { once } from 'node:events';
import twilio from 'twilio';
import WebSocket from 'ws';
import { startCarrier, type Carrier } from '../../../../local/carrier/carrier.ts';
import { keptMsAsked } from '../../../../local/carrier/signaling/callers.ts';
import { until } from '../../../support/until.ts';

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const TWIML_APP_SID = `AP${'3'.repeat(32)}`;
const { AccessToken } = twilio.jwt;

interface Message {
  type: string;
  payload: {
    callsid?: string;
    error?: { code: number };
    parameters?: Record<string, string>;
    token?: { identity: string; ttl: number };
  };
}

describe('a softphone’s connection', () => {
  let carrier: Carrier;
  let socket: WebSocket;
  let received: Message[];

  before(async () => {
    carrier = await startCarrier({
      port: 0,
      ...ACCOUNT,
      voiceUrl: 'http://127.0.0.1:9/voice',
      twimlAppSid: TWIML_APP_SID,
      numbers: [{ phoneNumber: '+15005550100', voiceUrl: 'http://127.0.0.1:9/voice' }],
      callsPerSecond: 50,
    });
  });
  after(() => carrier.stop());
  beforeEach(async () => {
    received = [];
    await connect();
  });
  afterEach(() => socket.terminate());

  async function connect(): Promise<void> {
    socket = new WebSocket(`ws://127.0.0.1:${carrier.port}/signal`);
    socket.on(
      'message',
      (raw) => String(raw).trim() && received.push(JSON.parse(String(raw)) as Message),
    );
    await once(socket, 'open');
  }
  function token({ secret = ACCOUNT.apiKeySecret, ttl = 60, app = TWIML_APP_SID } = {}): string {
    const made = new AccessToken(ACCOUNT.accountSid, ACCOUNT.apiKeySid, secret, {
      identity: 'ravi',
      ttl,
    });
    made.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid: app, incomingAllow: true }));
    return made.toJwt();
  }
  const say = (type: string, payload: object) =>
    socket.send(JSON.stringify({ type, version: '1.6', payload }));
  const receivedMessage = (type: string) =>
    until(`the softphone is told ${type}`, () => received.find((message) => message.type === type));
  async function register(listen: object = {}): Promise<void> {
    say('listen', { token: token(), ...listen });
    assert.equal((await receivedMessage('connected')).payload.token?.identity, 'ravi');
    say('register', { media: { audio: true } });
    await receivedMessage('ready');
  }
  async function rung(listen: object = {}): Promise<string> {
    await register(listen);
    const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    await client
      .conferences('room')
      .participants.create({ from: '+15005550100', to: 'client:ravi?callId=c-1' });
    const { payload } = await receivedMessage('invite');
    assert.equal(payload.parameters?.Params, 'callId=c-1');
    return payload.callsid!;
  }
  const statusOf = async (callSid: string) => {
    const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    return (await client.calls(callSid).fetch()).status;
  };

  for (const [name, bad, code] of [
    ['forged', { secret: 'c'.repeat(32) }, 20101],
    ['expired', { ttl: -10 }, 20104],
  ] as const) {
    it(`with a ${name} token is refused with ${code}`, async () => {
      say('listen', { token: token(bad) });
      assert.equal((await receivedMessage('error')).payload.error?.code, code);
    });
  }
  it('is told once on a socket how long its token lasts, as the vendor does', async () => {
    await register();
    received = [];
    say('listen', { token: token() });
    assert.equal((await receivedMessage('connected')).payload.token, undefined);
  });
  it('whose token has expired is not registered any more, and cannot call', async () => {
    say('listen', { token: token({ ttl: 2 }) });
    await receivedMessage('connected');
    say('register', { media: { audio: true } });
    await receivedMessage('ready');
    const isRefused = async (): Promise<boolean> => {
      received = [];
      say('register', { media: { audio: true } });
      const answer = await until('the registration is answered', () =>
        received.find(({ type }) => type === 'ready' || type === 'error'),
      );
      return answer.payload?.error?.code === 31205;
    };
    await until('the token has expired', isRefused);
    const clients = await fetch(`http://127.0.0.1:${carrier.port}/_local/clients`);
    assert.equal((await clients.text()).includes('ravi'), false);
    say('invite', { callsid: 'TJS1', sdp: '', twilio: { params: '' } });
    assert.equal((await receivedMessage('hangup')).payload.error?.code, 20104);
    received = [];
    say('listen', { token: token() });
    await receivedMessage('connected');
    say('register', { media: { audio: true } });
    await receivedMessage('ready');
  });
  it('without a token cannot register', async () => {
    say('register', { media: { audio: true } });
    assert.equal((await receivedMessage('error')).payload.error?.code, 31202);
  });
  it('whose token names another TwiML App cannot call', async () => {
    say('listen', { token: token({ app: `AP${'4'.repeat(32)}` }) });
    await receivedMessage('connected');
    say('invite', { callsid: 'TJS1', sdp: '', twilio: { params: '' } });
    assert.equal((await receivedMessage('hangup')).payload.error?.code, 31201);
  });
  it('rings with the parameters it was dialed with, and can decline', async () => {
    const callSid = await rung();
    say('reject', { callsid: callSid });
    await until('the call is busy', async () => (await statusOf(callSid)) === 'busy');
  });
  it('is told to stop ringing when the caller gives up', async () => {
    const callSid = await rung();
    await fetch(`http://127.0.0.1:${carrier.port}/_local/legs/${callSid}`, { method: 'DELETE' });
    assert.equal((await receivedMessage('cancel')).payload.callsid, callSid);
  });
  it('that breaks keeps its call for as long as it has asked for, and no longer', async () => {
    const callSid = await rung({ reconnectTimeout: 2 });
    const brokenAt = Date.now();
    socket.terminate();
    await until('the call is over', async () => (await statusOf(callSid)) === 'canceled');
    assert.ok(Date.now() - brokenAt >= 2_000, 'the call was not kept');
  });
  it('can ask for 30 s at most', () => {
    assert.deepEqual(
      [keptMsAsked(45), keptMsAsked(30), keptMsAsked(0), keptMsAsked(-1)],
      [30_000, 30_000, 0, 0],
    );
  });
  it('that resumes a call which is over is told so', async () => {
    await register();
    say('invite', { callsid: 'CA0', reconnect: 'RT0', sdp: '' });
    assert.equal((await receivedMessage('hangup')).payload.callsid, 'CA0');
  });
  it('breaks on demand, alone, and its owner cannot be rung until it is made again', async () => {
    await register();
    const closed = once(socket, 'close');
    await fetch(`http://127.0.0.1:${carrier.port}/_local/drop-sockets`, {
      method: 'POST',
      body: JSON.stringify({ identity: 'maya' }),
    });
    await register();
    await fetch(`http://127.0.0.1:${carrier.port}/_local/drop-sockets`, {
      method: 'POST',
      body: JSON.stringify({ identity: 'ravi' }),
    });
    const registered = await fetch(`http://127.0.0.1:${carrier.port}/_local/clients`);
    assert.deepEqual(await registered.json(), []);
    await closed;
  });
  it('breaks when the carrier dies, and rings again once it has registered with the new one', async () => {
    await register();
    const closed = once(socket, 'close');
    await carrier.restart();
    await closed;
    received = [];
    await connect();
    await rung();
  });
  it('survives garbage', async () => {
    for (const garbage of [
      '{',
      'null',
      '[]',
      '{"type":"invite","payload":7}',
      '{"type":"answer"}',
      '\u0000',
    ])
      socket.send(garbage);
    await register();
  });
});
