import assert from 'node:assert/strict';
import type { MicrophoneStatus } from '../../softphone/src/microphone.ts';
import { openMicrophoneAgain } from '../../softphone/src/microphoneAgain.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import { VirtualClock } from './support/virtualClock.ts';

const CALL: SoftphoneState['call'] = {
  status: 'open',
  lineId: 'line1',
  callId: 'c1',
  muted: false,
  voice: { status: 'on' },
  since: '2026-11-02T17:00:00.000Z',
};

describe('a microphone that goes missing in a call', () => {
  let clock: VirtualClock;
  let state: SoftphoneState;
  let opened: number;
  let again: ReturnType<typeof openMicrophoneAgain>;

  beforeEach(() => {
    clock = new VirtualClock('2026-11-02T17:00:00.000Z');
    state = { ...INITIAL, call: CALL, microphone: 'ready' };
    opened = 0;
    again = openMicrophoneAgain({ state: () => state, open: () => (opened += 1), clock });
  });
  const becomes = (microphone: MicrophoneStatus): void => {
    state = { ...state, microphone };
    again.look();
  };

  it('is opened again by itself, ever more rarely until it is there', async () => {
    becomes('missing');
    await clock.pass(2_000);
    assert.equal(opened, 1);
    await clock.pass(3 * 60_000);
    assert.equal(opened, 7);
    becomes('ready');
    await clock.pass(10 * 60_000);
    assert.equal(opened, 7);
    becomes('missing');
    await clock.pass(2_000);
    assert.equal(opened, 8);
  });

  it('is left alone once the call is over', async () => {
    becomes('missing');
    state = { ...state, call: { status: 'idle' } };
    again.look();
    await clock.pass(60_000);
    assert.equal(opened, 0);
  });

  it('is not asked for where the person forbids it', async () => {
    becomes('denied');
    await clock.pass(60_000);
    assert.equal(opened, 0);
  });
});
