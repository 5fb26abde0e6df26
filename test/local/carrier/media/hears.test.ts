import assert from 'node:assert/strict';
import { hears, type Audibility } from '../../../../local/carrier/media/hears.ts';

const FLAGS = [false, true];
const all: Audibility[] = FLAGS.flatMap((muted) =>
  FLAGS.flatMap((hold) =>
    FLAGS.map((coaching) => ({
      callSid: 'speaker',
      muted,
      hold,
      coaching,
      ...(coaching && { callSidToCoach: 'rep' }),
    })),
  ),
);
const listener = (callSid: string, hold = false): Audibility => ({
  callSid,
  muted: false,
  hold,
  coaching: false,
});

describe('who hears whom in a conference', () => {
  for (const speaker of all) {
    const silent = speaker.muted || speaker.hold;
    const name =
      [speaker.muted && 'muted', speaker.hold && 'held', speaker.coaching && 'coaching']
        .filter(Boolean)
        .join(', ') || 'plain';
    it(`a ${name} speaker: ${silent ? 'nobody' : speaker.coaching ? 'the coached one alone' : 'everyone'}`, () => {
      assert.equal(hears(listener('rep'), speaker), !silent);
      assert.equal(hears(listener('customer'), speaker), !silent && !speaker.coaching);
    });
  }
  it('a held listener hears nobody', () =>
    assert.equal(hears(listener('customer', true), listener('rep')), false));
  it('a muted listener hears', () =>
    assert.equal(hears({ ...listener('customer'), muted: true }, listener('rep')), true));
  it('nobody hears himself', () => assert.equal(hears(listener('rep'), listener('rep')), false));
});
