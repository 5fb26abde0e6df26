import assert from 'node:assert/strict';
import { createHearing } from '../../../../server/commands/words/hearing.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { LegStatus } from '../../../../server/ports/index.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';

const RUNNING: LegStatus = { status: 'running' };
const CALL = liveCall({ participants: [participant('customer'), participant('rep')] });

/** The carrier's transcriptions of a call, looked at as time goes by. */
function stage() {
  const statuses = new Map<string, LegStatus>([
    ['CA-customer', RUNNING],
    ['CA-rep', RUNNING],
  ]);
  const changes: (readonly unknown[])[] = [];
  let now = 0;
  const hearing = createHearing({
    legs: { of: async () => statuses },
    clock: { now: () => at(now) },
    onChanged: ({ callId }) => changes.push(hearing.lostWords(callId)),
  });
  return {
    statuses,
    changes,
    hearing,
    async look(second: number, call: Call = CALL) {
      now = second;
      await hearing.look([call]);
      return hearing.heardSince(call.callId);
    },
  };
}

describe('the silence of customer and rep', () => {
  it('counts from when both can be heard', async () => {
    const { look } = stage();
    assert.equal(await look(1), at(1));
    assert.equal(await look(9), at(1));
  });

  const held = participant('customer', { onHold: true });
  const others: Readonly<Record<string, Partial<Call>>> = {
    'the recording is paused': {
      recordingPause: { status: 'paused', until: at(60) } as Call['recordingPause'],
    },
    'the customer is on hold': { participants: [held, participant('rep')] },
    'a colleague is asked first': {
      participants: [participant('customer'), participant('rep'), participant('colleague')],
    },
    'a coach whispers': {
      participants: [...CALL.participants, participant('supervisor', { audibleTo: 'rep' })],
    },
    'an announcement is played': {
      announcements: [{ status: 'requested' } as Call['announcements'][number]],
    },
  };
  for (const [what, facts] of Object.entries(others))
    it(`does not while ${what}, and begins anew afterwards`, async () => {
      const { look } = stage();
      await look(1);
      assert.equal(await look(9, { ...CALL, ...facts } as Call), undefined);
      assert.equal(await look(20), at(20));
    });

  it('goes on while a supervisor listens', async () => {
    const { look } = stage();
    const monitor = participant('supervisor', { audibleTo: 'nobody' });
    await look(1);
    assert.equal(await look(9, liveCall({ participants: [...CALL.participants, monitor] })), at(1));
  });

  it('does not while a transcription has failed, which is said until it runs again', async () => {
    const { look, statuses, hearing, changes } = stage();
    await look(1);
    statuses.set('CA-customer', { status: 'failed', isDue: false, isGivenUp: false });
    assert.equal(await look(5), undefined);
    assert.deepEqual(hearing.dueAgain(CALL.callId), []);
    statuses.set('CA-customer', { status: 'failed', isDue: true, isGivenUp: false });
    await look(7);
    assert.deepEqual(hearing.dueAgain(CALL.callId), ['CA-customer']);
    statuses.set('CA-customer', RUNNING);
    assert.equal(await look(9), at(9));
    assert.deepEqual(changes, [[{ speaker: 'customer', isGivenUp: false }], []]);
  });

  it('begins anew after nobody was on the only call', async () => {
    const { look } = stage();
    await look(1);
    assert.equal(await look(9, liveCall({ participants: [] })), undefined);
    assert.equal(await look(20), at(20));
  });

  it('is not said to miss words of a phone that hangs up', async () => {
    const { look, statuses, hearing, changes } = stage();
    await look(1);
    statuses.set('CA-customer', { status: 'failed', isDue: false, isGivenUp: false });
    await look(2);
    assert.deepEqual(hearing.lostWords(CALL.callId), []);
    await look(3, liveCall({ participants: [participant('rep')] }));
    assert.deepEqual(changes, []);
  });
});
