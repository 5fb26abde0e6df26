import assert from 'node:assert/strict';
import type { ConnectionVerdict } from '../../softphone/src/connection.ts';
import type { Engaged } from '../../softphone/src/line.ts';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { sections } from '../../softphone/src/panels/sections.ts';
import type { Reach } from '../../softphone/src/reach.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import { callWith } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const POOR: ConnectionVerdict = { status: 'poor', because: 'silence' };
const onCall = (status: Engaged['status'], more: Partial<SoftphoneState>): SoftphoneState => ({
  ...INITIAL,
  me: { userId: 'ravi', modes: [], takesCalls: true },
  call: {
    status,
    lineId: 'line1',
    callId: 'c1',
    muted: false,
    voice: { status: 'on' },
    since: '2026-11-02T17:00:00.000Z',
  },
  calls: [callWith()],
  ...more,
});
const page = (state: SoftphoneState): string =>
  Object.values(
    sections(state, {
      choosing: {},
      choose: () => undefined,
      words: undefined,
      actions: {} as Actions,
    }),
  )
    .map(({ make }) => textOnPaper(make) ?? '')
    .join('\n');

describe('what the softphone says of the network', () => {
  it('is of the connection that is there, not of the one before while another is being made', () => {
    assert.match(page(onCall('open', { connection: POOR })), /No sound reaches you/);
    assert.doesNotMatch(page(onCall('connecting', { connection: POOR })), /No sound/);
  });

  it('is said once, however many have noticed it', () => {
    const both = page(onCall('open', { connection: POOR, quality: 'noSound' }));
    assert.match(both, /No sound reaches you/);
    assert.doesNotMatch(both, /No sound is getting through/);
    assert.match(page(onCall('open', { quality: 'noSound' })), /No sound is getting through/);
  });

  it('comes with the rep’s own phone, where there is one, and never twice', () => {
    const number = '+14155550199';
    const reach: Reach = { device: 'softphone', number, numbers: [{ number, from: 'crm' }] };
    const offers = (state: SoftphoneState): number =>
      page(state).split('Continue on my phone').length - 1;
    assert.equal(offers(onCall('open', { connection: POOR, reach })), 1);
    assert.equal(offers(onCall('open', { reach })), 1);
    assert.equal(offers(onCall('open', { connection: POOR })), 0);
    assert.match(page(onCall('open', { connection: POOR })), /Try another network/);
  });

  it('takes nothing from what is said of the microphone', () =>
    assert.match(
      page(onCall('open', { connection: POOR, quality: 'silent' })),
      /Your microphone isn't sending any sound/,
    ));

  it('is drawn anew when another way of noticing it begins or ends', () => {
    const shows = (state: SoftphoneState): string =>
      JSON.stringify(
        sections(state, {
          choosing: {},
          choose: () => undefined,
          words: undefined,
          actions: {} as Actions,
        })['line']!.shows,
      );
    assert.notEqual(
      shows(onCall('open', { connection: POOR, quality: 'noSound' })),
      shows(onCall('open', { quality: 'noSound' })),
    );
  });
});
