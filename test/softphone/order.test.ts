import assert from 'node:assert/strict';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { sections } from '../../softphone/src/panels/sections.ts';
import { INITIAL } from '../../softphone/src/state.ts';

const names = Object.keys(
  sections(INITIAL, {
    choosing: {},
    choose: () => undefined,
    words: undefined,
    actions: {} as Actions,
  }),
);

describe('the softphone of a rep whose call has supervisors', () => {
  it('has the buttons of the call above the notices of them, however many there are', () => {
    assert.ok(names.indexOf('line') < names.indexOf('notices'), names.join());
    assert.ok(names.indexOf('rings') < names.indexOf('line'), names.join());
  });
});

describe('the softphone of a rep who has practiced', () => {
  it('asks how it went above the keys, where it is in view', () => {
    assert.ok(names.indexOf('practiceReview') < names.indexOf('dialPad'), names.join());
    assert.ok(names.indexOf('dialPad') < names.indexOf('practice'), names.join());
  });
});
