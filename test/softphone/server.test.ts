import assert from 'node:assert/strict';
import { createServer, hasEnded, type Server } from '../../softphone/src/server.ts';
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
      async () => ({ token: 'session' }) as never,
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
});
