import assert from 'node:assert/strict';
import { createSessions } from '../../softphone/src/sessions.ts';
import type { Session } from '../../softphone/src/types.ts';

const HOUR_MS = 3_600_000;
const session = (token: string): Session =>
  ({ token, expiresAt: new Date(Date.now() + HOUR_MS).toISOString() }) as Session;
const ENDED = {
  code: 'session_ended',
  message: 'Your Salesforce session has ended.',
  hint: 'Reload the page and sign in again.',
};

describe('the softphone’s session', () => {
  let requested: number;
  let starts: number;
  let sessions: ReturnType<typeof createSessions>;

  beforeEach(() => {
    requested = 0;
    starts = 0;
    sessions = createSessions({
      requestSession: () => void (requested += 1),
      onFirst: () => void (starts += 1),
    });
  });

  it('is requested of the Salesforce page, and starts the softphone once', async () => {
    const asked = sessions.get();
    sessions.arrived(session('one'));
    assert.equal((await asked).token, 'one');
    sessions.forget();
    sessions.arrived(session('two'));
    assert.deepEqual([(await sessions.get()).token, requested, starts], ['two', 1, 1]);
  });

  it('is another one after the server has refused it', async () => {
    sessions.arrived(session('one'));
    sessions.forget();
    const asked = sessions.get();
    sessions.arrived(session('two'));
    assert.deepEqual([(await asked).token, requested], ['two', 1]);
  });

  it('that Salesforce no longer gives is said to all who wait for it, in the words of the page', async () => {
    const asked = [sessions.get(), sessions.get()];
    sessions.refused(ENDED);
    for (const one of asked) await assert.rejects(one, ENDED);
  });

  it('is not given later to who was refused: what a person clicked then is not done now', async () => {
    const asked = sessions.get();
    sessions.refused(ENDED);
    sessions.arrived(session('after signing in'));
    await assert.rejects(asked, ENDED);
    assert.equal((await sessions.get()).token, 'after signing in');
  });
});
