import assert from 'node:assert/strict';
import { MODES, AUDIBLE_TO, type Mode } from '../../../../server/domain/call/modes.ts';
import { flagsOf, audienceOf } from '../../../../server/telephony/conference/participantFlags.ts';

const REP = `CA${'b'.repeat(32)}`;

const FLAGS: Record<Mode, object> = {
  monitor: { muted: true, coaching: false },
  whisper: { muted: false, coaching: true, callSidToCoach: REP },
  barge: { muted: false, coaching: false },
  takeover: { muted: false, coaching: false },
};

describe('the flags of a leg', () => {
  for (const mode of MODES) {
    it(`in ${mode} are ${JSON.stringify(FLAGS[mode])} (D1–D4)`, () => {
      assert.deepEqual(
        flagsOf(AUDIBLE_TO[mode], mode === 'monitor' ? undefined : REP),
        FLAGS[mode],
      );
    });

    it(`in ${mode} always name both muted and coaching, and read back as the same voice (D6)`, () => {
      const flags = flagsOf(AUDIBLE_TO[mode], REP);
      assert.deepEqual([typeof flags.muted, typeof flags.coaching], ['boolean', 'boolean']);
      assert.equal(audienceOf(flags), AUDIBLE_TO[mode]);
    });
  }

  it('never open a whisper to everybody for want of a rep to whisper to', () => {
    assert.throws(() => flagsOf('rep'), /needs the call SID of the rep/);
  });

  it('of a silenced whisper still name the rep, so that muting is the only change', () => {
    assert.deepEqual(flagsOf('nobody', REP), { muted: true, coaching: true, callSidToCoach: REP });
  });

  it('with a stale coaching flag under a mute are silence', () => {
    assert.equal(audienceOf({ muted: true, coaching: true }), 'nobody');
  });
});
