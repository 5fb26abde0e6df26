import assert from 'node:assert/strict';
import { AUDIO_CHECK_MODES } from '../../../../server/domain/audioCheck/audioCheck.ts';
import {
  AUDIBLE_TO,
  replacesRep,
  isHeardByCustomer,
  isHeardByRepOnly,
  isSilent,
  JOIN_MODE,
  modeByAudience,
  MODES,
  NEEDS_REASON,
  type AudibleTo,
} from '../../../../server/domain/call/modes.ts';

describe('the table of modes', () => {
  it('begins with the silent mode in which everybody joins', () => {
    assert.equal(MODES[0], JOIN_MODE);
    assert.equal(isSilent(JOIN_MODE), true);
  });

  it('tells each mode from the others by who hears the supervisor and what the rep does, which is all the carrier reports', () => {
    const reported = MODES.map(
      (mode) => `${AUDIBLE_TO[mode]}, ${replacesRep(mode) ? 'the rep gives way' : 'the rep talks'}`,
    );
    assert.deepEqual(
      reported.filter((one, i) => reported.indexOf(one) !== i),
      [],
    );
  });

  it('asks for a reason where the customer hears the supervisor', () => {
    for (const mode of MODES) assert.equal(NEEDS_REASON[mode], isHeardByCustomer(mode), mode);
  });

  it('has one audience for each mode', () => {
    for (const mode of MODES)
      assert.equal(
        [isSilent(mode), isHeardByRepOnly(mode), isHeardByCustomer(mode)].filter(Boolean).length,
        1,
        mode,
      );
  });

  it('has a mode for every audience that the carrier can report, with and without a rep', () => {
    const table: Record<AudibleTo, [withRep: string, withoutRep: string]> = {
      nobody: ['monitor', 'monitor'],
      rep: ['whisper', 'whisper'],
      everyone: ['barge', 'takeover'],
    };
    for (const [audience, modes] of Object.entries(table)) {
      assert.deepEqual(
        [modeByAudience(audience as AudibleTo, true), modeByAudience(audience as AudibleTo, false)],
        modes,
        audience,
      );
    }
  });

  it('is gone through whole by the audio check', () => {
    assert.deepEqual(
      MODES.filter((mode) => !AUDIO_CHECK_MODES.includes(mode)),
      [],
    );
  });
});
