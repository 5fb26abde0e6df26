import assert from 'node:assert/strict';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { sections } from '../../softphone/src/panels/sections.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import { callWith } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const HEARD = {
  words: 'One moment, please.',
  at: ['2026-11-02T14:03:06.000Z', '2026-11-02T14:03:16.000Z'],
};
const onCall = (more: Partial<SoftphoneState>): SoftphoneState => ({
  ...INITIAL,
  timeZone: 'UTC',
  me: { userId: 'ravi', modes: [], takesCalls: true },
  call: {
    status: 'open',
    lineId: 'line1',
    callId: 'c1',
    muted: false,
    voice: { status: 'on' },
    since: '2026-11-02T14:00:00.000Z',
  },
  calls: [{ ...callWith(), customerHeard: HEARD }],
  ...more,
});
const line = (state: SoftphoneState): string =>
  textOnPaper(() =>
    sections(state, {
      choosing: {},
      choose: () => undefined,
      words: undefined,
      actions: {} as Actions,
    })['line']!.make(),
  ) ?? '';

describe('a rep who is back on a call', () => {
  it('reads what the customer heard meanwhile, and when', () =>
    assert.match(
      line(onCall({})),
      /the customer heard “One moment, please\.” at 2:03:06\sPM, 2:03:16\sPM\./,
    ));

  it('reads it in German', () =>
    assert.match(
      line(onCall({ language: 'de' })),
      /hörte der Kunde um 14:03:06, 14:03:16: „One moment, please\.“/,
    ));

  it('reads the times as they are written in the locale of Salesforce', () =>
    assert.match(
      line(onCall({ locale: 'en-GB' })),
      /the customer heard “One moment, please\.” at 14:03:06, 14:03:16\./,
    ));

  it('reads nothing of it where nothing was said', () =>
    assert.doesNotMatch(line(onCall({ calls: [callWith()] })), /the customer heard/));
});
