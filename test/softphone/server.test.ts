import assert from 'node:assert/strict';
import {
  createServer,
  hasEnded,
  Problem,
  shownProblem,
  Unreachable,
  type Server,
} from '../../softphone/src/server.ts';
import { TEXTS } from '../../softphone/src/strings.ts';

describe('what a softphone asks of its own intervention', () => {
  const realFetch = globalThis.fetch;
  let server: Server;
  let asked: string[];
  /** By the beginning of the authorization. */
  let answers: Record<string, Response>;

  const refusal = (status: number, code: string): Response =>
    Response.json({ error: { code, message: 'No.' } }, { status });
  const empty = (): Response => new Response(null, { status: 204 });

  beforeEach(() => {
    asked = [];
    answers = { Intervention: empty(), Bearer: empty() };
    globalThis.fetch = async (_path, init) => {
      const { authorization } = init!.headers as { authorization: string };
      asked.push(authorization);
      return answers[authorization.split(' ')[0]!]!.clone();
    };
    server = createServer(
      { get: async () => ({ token: 'session' }) as never, forget: () => undefined },
      () => TEXTS.en,
    );
    server.rememberKey('i1', 'key-1');
  });
  afterEach(() => void (globalThis.fetch = realFetch));

  it('goes by its key, and by the session where there is none', async () => {
    await server.askOwn('i1', 'presence', {});
    await server.askOwn('i2', 'presence', {});
    assert.deepEqual(asked, ['Intervention key-1', 'Bearer session']);
  });

  it('goes by the session from then on where the server does not know the key', async () => {
    answers.Intervention = refusal(401, 'not_authenticated');
    await server.askOwn('i1', 'presence', {});
    await server.askOwn('i1', 'presence', {});
    assert.deepEqual(asked, ['Intervention key-1', 'Bearer session', 'Bearer session']);
  });

  it('is told that the intervention has ended, which is as good as having left', async () => {
    answers.Intervention = refusal(409, 'intervention_ended');
    await assert.rejects(server.askOwn('i1', 'presence', {}), hasEnded);
    await server.askOwn('i1', 'leave', {});
    assert.deepEqual(asked, ['Intervention key-1', 'Intervention key-1']);
  });

  it('is refused otherwise as ever', async () => {
    answers.Intervention = refusal(409, 'customer_unattended');
    await assert.rejects(
      server.askOwn('i1', 'leave', {}),
      (fault: unknown) => fault instanceof Error && fault.message === 'No.' && !hasEnded(fault),
    );
  });

  it('is told that there was no answer where a proxy between answers with a page', async () => {
    answers.Bearer = new Response('<html>502 Bad Gateway</html>', { status: 502 });
    await assert.rejects(server.ask('GET', '/api/me/reach'), {
      message: TEXTS.en.noAnswer,
      hint: TEXTS.en.waitAndRetry,
    });
  });
});

describe('a fault that the softphone shows', () => {
  const realReport = globalThis.reportError;
  let reported: unknown[];
  beforeEach(() => {
    reported = [];
    globalThis.reportError = (fault) => void reported.push(fault);
  });
  afterEach(() => void (globalThis.reportError = realReport));

  it('is a refusal in its own words', () => {
    const refused = new Problem('The call has ended.', 'Place another one.');
    assert.deepEqual(shownProblem(refused, TEXTS.en), {
      message: 'The call has ended.',
      hint: 'Place another one.',
    });
    assert.deepEqual(reported, []);
  });

  it('is never in words of the browser, which are for its console', () => {
    const fault = new TypeError("Cannot read properties of undefined (reading 'sid')");
    assert.deepEqual(shownProblem(fault, TEXTS.de), {
      message: TEXTS.de.failed,
      hint: TEXTS.de.waitAndRetry,
    });
    assert.deepEqual(reported, [fault]);
  });
});

describe('a request whose session the server refuses', () => {
  const realFetch = globalThis.fetch;
  let server: Server;
  let asked: string[];
  let forgotten: number;
  /** The code by which each of the sessions is refused; the others are taken. */
  let refused: Record<string, string>;

  beforeEach(() => {
    asked = [];
    forgotten = 0;
    refused = {};
    globalThis.fetch = async (_path, init) => {
      const session = (init!.headers as { authorization: string }).authorization.split(' ')[1]!;
      asked.push(session);
      const code = refused[session];
      return code
        ? Response.json(
            { error: { code, message: `Refused: ${code}.`, hint: 'Reload.' } },
            { status: 401 },
          )
        : Response.json({ done: true });
    };
    server = createServer(
      {
        get: async () => ({ token: `session-${forgotten + 1}` }) as never,
        forget: () => void (forgotten += 1),
      },
      () => TEXTS.en,
    );
  });
  afterEach(() => void (globalThis.fetch = realFetch));

  for (const code of ['token_expired', 'not_authenticated'])
    it(`is repeated once with another session: ${code}`, async () => {
      refused = { 'session-1': code };
      assert.deepEqual(await server.ask('GET', '/api/things'), { done: true });
      assert.deepEqual(asked, ['session-1', 'session-2']);
    });

  it('says why in the words of the server where the other one is refused as well', async () => {
    refused = { 'session-1': 'token_expired', 'session-2': 'token_expired' };
    await assert.rejects(
      server.ask('GET', '/api/things'),
      (fault: unknown) =>
        fault instanceof Problem &&
        fault.message === 'Refused: token_expired.' &&
        fault.hint === 'Reload.',
    );
    assert.deepEqual(asked, ['session-1', 'session-2']);
  });

  for (const code of ['token_signature_invalid', 'org_unknown', 'signing_key_not_valid'])
    it(`says why at once where another one does not help: ${code}`, async () => {
      refused = { 'session-1': code };
      await assert.rejects(server.ask('GET', '/api/things'), { message: `Refused: ${code}.` });
      assert.deepEqual(asked, ['session-1']);
    });

  it('that must arrive is to be sent again, by another session', async () => {
    refused = { 'session-1': 'token_expired' };
    await assert.rejects(server.tell('/api/calls/c1/hangup'), Unreachable);
    await server.tell('/api/calls/c1/hangup');
    assert.deepEqual(asked, ['session-1', 'session-2']);
  });

  it('that must arrive is to be sent again where there is no session', async () => {
    const without = createServer(
      { get: () => Promise.reject(new Problem('Ended.')), forget: () => undefined },
      () => TEXTS.en,
    );
    await assert.rejects(without.tell('/api/calls/c1/hangup'), Unreachable);
  });
});
