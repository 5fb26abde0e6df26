import assert from 'node:assert/strict';
import { followMessages } from '../../softphone/src/messages.ts';
import { INITIAL, reduce, type SoftphoneEvent } from '../../softphone/src/state.ts';
import type { CallView, KnownMessages } from '../../softphone/src/types.ts';

const at = '2026-11-02T17:00:00.000Z';
const CALL_BACK = { messageId: 'Call_Back', name: 'Call Back', language: 'en' };

describe('messages for a machine', () => {
  const call = (answering: CallView['answering']): CallView => ({
    callId: 'c1',
    status: 'live',
    startedAt: at,
    rep: { userId: 'ravi', name: 'Ravi', present: true, silenced: false },
    customer: { name: 'Priya', onHold: false },
    answering,
    guests: [],
    interventions: [],
    you: { relation: 'rep', modes: [] },
  });
  const stateWith = (answering: CallView['answering'], userId = 'ravi') =>
    (
      [
        { type: 'me-known', me: { userId, modes: [], takesCalls: true } },
        { type: 'line-connecting', lineId: 'l', callId: 'c1', at },
        { type: 'line-status', lineId: 'l', status: 'open', at },
        { type: 'snapshot', feed: 'live', calls: [call(answering)], notices: [] },
      ] satisfies SoftphoneEvent[]
    ).reduce(reduce, INITIAL);

  async function asked(...states: ReturnType<typeof stateWith>[]) {
    const paths: string[] = [];
    const known: KnownMessages[] = [];
    const ask = async <T>(_method: string, path: string): Promise<T> => {
      paths.push(path);
      return { messages: [CALL_BACK] } as T;
    };
    const follow = followMessages({ server: { ask }, onKnown: (one) => known.push(one) });
    for (const state of states) follow(state);
    await Promise.resolve();
    await Promise.resolve();
    return { paths, known };
  }

  it('are asked for once, as soon as one can be left on the rep’s own call', async () => {
    const machine = stateWith({ by: 'machine', canLeaveMessage: true });
    const { paths, known } = await asked(stateWith(undefined), machine, machine);
    assert.deepEqual(paths, ['/api/calls/c1/messages']);
    assert.deepEqual(known, [{ callId: 'c1', messages: [CALL_BACK] }]);
  });

  it('are not asked for where none can be left, or on another rep’s call', async () => {
    const { paths } = await asked(
      stateWith({ by: 'human', canLeaveMessage: false }),
      stateWith({ by: 'machine', canLeaveMessage: false }),
      stateWith({ by: 'machine', canLeaveMessage: true }, 'lena'),
    );
    assert.deepEqual(paths, []);
  });
});
