import assert from 'node:assert/strict';
import {
  INITIAL,
  isMicrophoneOff,
  reduce,
  type SoftphoneEvent,
  type SoftphoneState,
} from '../../softphone/src/state.ts';
import type { Mode, Supervision } from '../../softphone/src/types.ts';
import { fallsSilentAt } from '../../softphone/src/voice.ts';
import { callWith, supervision } from './support/builders.ts';

const at = '2026-11-02T17:00:00.000Z';
const interventionId = 'Maya';
const feed = (more: Partial<Supervision>): SoftphoneEvent => ({
  type: 'snapshot',
  feed: 'live',
  calls: [callWith(supervision(interventionId, more))],
  notices: [],
});
const after = (from: SoftphoneState, ...events: SoftphoneEvent[]): SoftphoneState =>
  events.reduce(reduce, from);
const silenced: SoftphoneEvent = { type: 'voice-silenced', interventionId };
const asked = (mode: Mode, requestId = 'r1'): SoftphoneEvent => ({
  type: 'voice-asked',
  interventionId,
  requestId,
  mode,
});
const answered = (accepted: boolean, requestId = 'r1'): SoftphoneEvent => ({
  type: 'voice-answered',
  interventionId,
  requestId,
  accepted,
});

const whispering = after(
  INITIAL,
  { type: 'line-connecting', lineId: 'l1', callId: 'c1', interventionId, at },
  { type: 'line-status', lineId: 'l1', status: 'open', at },
  feed({ mode: 'whisper' }),
);

describe('the microphone of a supervisor who whispers', () => {
  it('is on', () => assert.equal(isMicrophoneOff(whispering), false));

  it('is off at the click on Monitor, whatever the server says or does not say', () => {
    const clicked = after(whispering, silenced);
    assert.equal(isMicrophoneOff(clicked), true);
    for (const more of [{ mode: 'whisper' }, { mode: 'whisper', pendingMode: 'monitor' }] as const)
      assert.equal(isMicrophoneOff(after(clicked, feed(more))), true);
    assert.equal(isMicrophoneOff(after(clicked, feed({ mode: 'monitor' }))), true);
  });

  it('stays off when a louder mode is confirmed that was asked for before the click', () => {
    const late = after(
      whispering,
      asked('barge'),
      silenced,
      answered(true),
      feed({ mode: 'whisper', pendingMode: 'barge' }),
      feed({ mode: 'barge' }),
    );
    assert.equal(isMicrophoneOff(late), true);
  });

  it('is on again once a mode that was asked for after the click is confirmed, not before', () => {
    const steps = [
      asked('barge'),
      feed({ mode: 'barge' }),
      feed({ mode: 'monitor', pendingMode: 'barge' }),
      answered(true),
      feed({ mode: 'barge' }),
    ];
    let state = after(whispering, silenced, feed({ mode: 'monitor' }));
    const off = steps.map((step) => isMicrophoneOff((state = reduce(state, step))));
    assert.deepEqual(off, [true, true, true, true, false]);
  });

  it('stays off when the server refuses, and can be asked for again', () => {
    const refused = after(whispering, silenced, asked('whisper'), answered(false));
    assert.equal(isMicrophoneOff(after(refused, feed({ mode: 'whisper' }))), true);
    const again = after(refused, asked('whisper', 'r2'), answered(true, 'r2'));
    assert.equal(isMicrophoneOff(again), false);
  });

  it('knows nothing of clicks on another call', () =>
    assert.equal(
      isMicrophoneOff(after(whispering, { ...silenced, interventionId: 'Dana' })),
      false,
    ));
});

describe('a click on Monitor', () => {
  const own = (mode: Mode): Supervision => supervision(interventionId, { mode });
  const alone = { ...callWith(), rep: { userId: 'r', name: 'R', present: false, silenced: false } };

  it('mutes in every mode, but for a takeover whose rep has gone', () => {
    for (const mode of ['whisper', 'barge', 'takeover'] as const)
      assert.equal(fallsSilentAt('monitor', own(mode), callWith()), true);
    assert.equal(fallsSilentAt('monitor', own('takeover'), alone), false);
    assert.equal(fallsSilentAt('barge', own('whisper'), callWith()), false);
  });
});
