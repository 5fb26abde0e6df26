import assert from 'node:assert/strict';
import { followGuidance } from '../../softphone/src/guidance.ts';
import { talkLine } from '../../softphone/src/panels/talkLine.ts';
import { guidanceFor, watchQuiet } from '../../softphone/src/quiet.ts';
import { INITIAL, reduce, type SoftphoneState } from '../../softphone/src/state.ts';
import { callWith, supervision } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('how much a supervisor talks', () => {
  it('is the time with a voice since the customer hears them, and no gap in what is measured', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    const quiet = watchQuiet(clock);
    const hear = async (level: number, times: number) => {
      for (let n = 0; n < times; n += 1) {
        await clock.pass(100);
        quiet.heard(level);
      }
    };
    await hear(0.3, 20);
    await hear(0.01, 30);
    assert.equal(quiet.talkedMs(), 2_000);
    await clock.pass(60_000);
    quiet.heard(0.3);
    assert.equal(quiet.talkedMs(), 2_500, 'a minute without a measurement is not talk');
    quiet.begin();
    assert.equal(quiet.talkedMs(), 0);
  });

  it('is shown as a share of the time, not in the first seconds and not once nobody hears them', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    const supervising = (mode: 'barge' | 'monitor'): SoftphoneState => {
      const own = supervision('Maya', { mode, modeSince: '2026-11-30T08:00:00.000Z' });
      return {
        ...INITIAL,
        language: 'en',
        call: {
          status: 'open',
          callId: 'c1',
          interventionId: own.interventionId,
          lineId: 'line1',
          muted: false,
          since: '2026-11-30T08:00:00.000Z',
          voice: { status: 'on' },
        },
        calls: [callWith(own)],
      };
    };
    let state = supervising('barge');
    const guidance = followGuidance({
      state: () => state,
      dispatch: (event) => {
        state = reduce(state, event);
      },
      clock,
    });
    const talk = async (level: number, seconds: number) => {
      for (let n = 0; n < seconds * 10; n += 1) {
        await clock.pass(100);
        guidance.heard(level);
      }
      guidance.look();
    };
    guidance.look();
    await talk(0.3, 2);
    assert.equal(state.talkShare, undefined);
    await talk(0.01, 6);
    assert.equal(state.talkShare, 25);
    assert.match(
      textOnPaper(() => talkLine(state)) ?? '',
      / heard by the customer\. You talked 25% of it\.$/,
    );
    state = { ...supervising('monitor'), talkShare: 25 };
    await talk(0.01, 1);
    assert.equal(state.talkShare, undefined);
    assert.equal(talkLine(state), undefined);
  });
});

describe('a supervisor’s silence', () => {
  it('is counted from the last voice, and a room’s noise is none', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    const quiet = watchQuiet(clock);
    await clock.pass(10_000);
    quiet.heard(0.01);
    assert.equal(quiet.quietMs(), 10_000);
    quiet.heard(0.3);
    await clock.pass(4_000);
    assert.equal(quiet.quietMs(), 4_000);
    quiet.begin();
    assert.equal(quiet.quietMs(), 0);
  });

  it('is said to them 15 s before the call goes back, and in any case after half of the time', () => {
    const guide = { bargeGuideMs: 180_000, stepDownMs: 120_000 };
    const told = (quietMs: number, heardForMs = 0, by = guide) =>
      guidanceFor({ quietMs, heardForMs }, by);
    assert.equal(told(104_000), undefined);
    assert.equal(told(105_000), 'quiet');
    assert.equal(told(10_000, 0, { ...guide, stepDownMs: 20_000 }), 'quiet');
    assert.equal(told(0, 180_000), 'long');
    assert.equal(
      guidanceFor({ quietMs: 999_999, heardForMs: 0 }, { bargeGuideMs: 180_000 }),
      undefined,
    );
  });
});
