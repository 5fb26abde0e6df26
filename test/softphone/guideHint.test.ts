import assert from 'node:assert/strict';
import { reportToPage } from '../../softphone/src/pageReport.ts';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { sections } from '../../softphone/src/panels/sections.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import type { Supervision } from '../../softphone/src/types.ts';
import { callWith, supervision } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const supervising = (own: Supervision, more: Partial<SoftphoneState>): SoftphoneState => ({
  ...INITIAL,
  language: 'en',
  call: {
    status: 'open',
    callId: 'c1',
    interventionId: own.interventionId,
    lineId: 'line1',
    muted: false,
    since: '2026-11-02T17:00:00.000Z',
    voice: { status: 'on' },
  },
  calls: [callWith(own)],
  ...more,
});
const sectionsOf = (state: SoftphoneState) =>
  sections(state, {
    choosing: {},
    choose: () => undefined,
    words: undefined,
    actions: {} as Actions,
  });

for (const [where, hasCallBar, section] of [
  ['beside the call bar', true, 'line'],
  ['with its own controls', false, 'supervision'],
] as const) {
  describe(`the softphone ${where}`, () => {
    it('warns a supervisor who has said nothing before the call goes back (R17)', () => {
      const talking = supervision('Maya', { mode: 'barge' });
      const before = supervising(talking, { hasCallBar });
      const state = supervising(talking, { hasCallBar, guidance: 'quiet' });
      assert.match(
        textOnPaper(() => sectionsOf(state)[section]!.make()) ?? '',
        /You haven't spoken for a while\. The call goes back to Ravi in a moment\./,
      );
      assert.notEqual(
        JSON.stringify(sectionsOf(state)[section]!.shows),
        JSON.stringify(sectionsOf(before)[section]!.shows),
        'the section is drawn again when the warning comes',
      );
    });

    it('tells a supervisor that the call went back', () => {
      const own = supervision('Maya', {
        mode: 'monitor',
        modeHistory: [{ mode: 'monitor', because: 'quiet' }],
      });
      assert.match(
        textOnPaper(() => sectionsOf(supervising(own, { hasCallBar }))[section]!.make()) ?? '',
        /You were silent, so the call went back to Ravi\. You are listening\./,
      );
    });
  });
}

describe('the page around the softphone', () => {
  const posted = (before: SoftphoneState, now: SoftphoneState) => {
    const messages: object[] = [];
    reportToPage({ post: (message) => messages.push(message) }, before, now);
    return messages;
  };

  it('is told of a warning when it comes, and when it is over', () => {
    const talking = supervision('Maya', { mode: 'barge' });
    const [quiet, warned] = [
      supervising(talking, { hasCallBar: true }),
      supervising(talking, { hasCallBar: true, guidance: 'long' }),
    ];
    const heard = { ...warned, call: quiet.call };
    assert.deepEqual(posted(quiet, { ...heard, calls: quiet.calls }), [
      {
        type: 'guide',
        message: 'You have been in this call for a while. Can Ravi go on alone?',
      },
    ]);
    assert.deepEqual(posted(heard, heard), []);
    assert.deepEqual(posted(heard, quiet), [{ type: 'guide', message: undefined }]);
  });
});
