import issue from '@salesforce/apex/DealsideSessionToken.issue';
import {
  forgetSession,
  leave,
  request,
  requestSilence,
  session,
  storeInterventionKey,
} from 'c/dealsideSession';
import { aSession } from 'test/apex';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);

const apex = issue as unknown as jest.Mock;
let server: FakeServer;

beforeEach(() => {
  forgetSession();
  apex.mockReset();
  apex.mockImplementation(() => Promise.resolve(aSession(`token-${apex.mock.calls.length}`)));
  server = new FakeServer();
});

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (problem) => ({ code: problem.code, message: problem.message, hint: problem.hint }),
  );

describe('a session', () => {
  it('is asked of Apex once, however many need it at the same time', async () => {
    const [one, other] = await Promise.all([session(), session()]);
    expect(one).toBe(other);
    expect(apex).toHaveBeenCalledTimes(1);
  });

  it('is renewed when less than a minute is left', async () => {
    apex.mockResolvedValueOnce(aSession('old', 59_000));
    expect((await session()).token).toBe('old');
    expect((await session()).token).toBe('token-2');
  });

  it('says that the person is to sign in again whose Salesforce session has ended', async () => {
    for (const fault of [
      { status: 401, body: { message: 'Session expired or invalid' } },
      { body: { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' } },
    ]) {
      apex.mockRejectedValueOnce(fault);
      await expect(session()).rejects.toMatchObject({
        code: 'session_ended',
        message: 'Your Salesforce session has ended.',
        hint: expect.stringContaining('sign in again'),
      });
    }
  });

  it('fails in the words of Apex', async () => {
    apex.mockRejectedValueOnce({ body: { message: 'Dealside is not set up.' } });
    expect(await refusalOf(session())).toMatchObject({
      code: 'session_unavailable',
      message: 'Dealside is not set up.',
    });
    expect((await session()).token).toBe('token-2');
  });
});

describe('silence and leaving', () => {
  const MODE = '/api/interventions/i1/mode';
  const LEAVE = '/api/interventions/i1/leave';
  const tokens = () => server.asked.map(({ token }) => token);

  beforeEach(async () => {
    await session();
    storeInterventionKey('i1', 'key-1');
  });

  it('are requested by the key of the intervention', async () => {
    server.on(`POST ${MODE}`, { done: true }).on(`POST ${LEAVE}`, {});
    expect(await requestSilence('i1', { mode: 'monitor' })).toEqual({ done: true });
    await leave('i1');
    expect(tokens()).toEqual(['Intervention key-1', 'Intervention key-1']);
  });

  it('are not requested again where the intervention has ended, which is as good as having left', async () => {
    const ended = { code: 'intervention_ended', message: 'It is over.' };
    server.refuses(`POST ${MODE}`, 409, ended).refuses(`POST ${LEAVE}`, 409, ended);
    expect(await refusalOf(requestSilence('i1', { mode: 'monitor' }))).toMatchObject(ended);
    expect(await refusalOf(leave('i1'))).toBeUndefined();
    expect(tokens()).toEqual(['Intervention key-1', 'Intervention key-1']);
  });

  it('are requested by the session where the server does not know the key, now and later', async () => {
    server.refuses(`POST ${LEAVE}`, 401, { code: 'not_authenticated', message: 'Who are you?' });
    expect(await refusalOf(leave('i1'))).toMatchObject({ code: 'not_authenticated' });
    expect(tokens().slice(0, 2)).toEqual(['Intervention key-1', 'Bearer token-1']);
    server.on(`POST ${LEAVE}`, {});
    await leave('i1');
    expect(tokens().at(-1)).toMatch(/^Bearer /);
  });
});

describe('a request', () => {
  it('gives up waiting for what is only read, and not for what may have been done', async () => {
    await session();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    globalThis.fetch = () => new Promise(() => undefined);
    const read = refusalOf(request('GET', '/api/things'));
    let isDone = false;
    void refusalOf(request('POST', '/api/things', {})).finally(() => {
      isDone = true;
    });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await read).toEqual({
      code: 'network',
      message: "The Dealside server isn't responding.",
      hint: "Try again in a moment. Calls aren't affected.",
    });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(isDone).toBe(false);
    jest.useRealTimers();
  });

  it('carries the session and answers data', async () => {
    server.on('POST /api/things', { done: true });
    expect(await request('POST', '/api/things', { one: 1 })).toEqual({ done: true });
    expect(server.asked).toEqual([
      {
        method: 'POST',
        path: '/api/things',
        query: expect.any(URLSearchParams),
        body: { one: 1 },
        token: 'Bearer token-1',
      },
    ]);
  });

  it('answers nothing for an empty answer', async () => {
    server.on('POST /api/things', undefined, 204);
    expect(await request('POST', '/api/things')).toBeUndefined();
  });

  it.each(['token_expired', 'not_authenticated'])(
    'is repeated once with a new session where that can help: %s',
    async (code) => {
      server.refuses('GET /api/things', 401, { code, message: 'Your Dealside session expired.' });
      expect(await refusalOf(request('GET', '/api/things'))).toMatchObject({
        code,
        message: 'Your Dealside session expired.',
      });
      expect(server.asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
    },
  );

  it.each(['token_signature_invalid', 'org_unknown', 'signing_key_not_valid'])(
    'is not repeated where another session does not help: %s',
    async (code) => {
      server.refuses('GET /api/things', 401, { code, message: 'Ask your administrator.' });
      expect(await refusalOf(request('GET', '/api/things'))).toMatchObject({ code });
      expect(server.asked).toHaveLength(1);
    },
  );

  it('is refused in the server’s words', async () => {
    server.refuses('GET /api/things', 403, {
      code: 'out_of_scope',
      message: 'Not your team.',
      hint: 'Ask the manager.',
    });
    expect(await refusalOf(request('GET', '/api/things'))).toEqual({
      code: 'out_of_scope',
      message: 'Not your team.',
      hint: 'Ask the manager.',
    });
  });

  it('says that the network is at fault when it is', async () => {
    server.goDown();
    expect(await refusalOf(request('GET', '/api/things'))).toMatchObject({
      code: 'network',
      message: "Can't reach the Dealside server.",
    });
  });

  it('has words for an answer without any', async () => {
    server.on('GET /api/things', undefined, 502);
    expect(await refusalOf(request('GET', '/api/things'))).toMatchObject({ code: 'server' });
  });
});
