import assert from 'node:assert/strict';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { sections } from '../../softphone/src/panels/sections.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import type { Supervision } from '../../softphone/src/types.ts';
import { callWith, supervision } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const takenOver = (...interventions: Supervision[]): SoftphoneState => {
  const call = callWith(...interventions);
  return {
    ...INITIAL,
    me: { userId: 'ravi', modes: [], takesCalls: true },
    call: {
      status: 'open',
      lineId: 'line1',
      callId: 'c1',
      muted: false,
      voice: { status: 'on' },
      since: '2026-11-02T14:00:00.000Z',
    },
    calls: [{ ...call, rep: { ...call.rep, silenced: true } }],
  };
};
const line = (state: SoftphoneState): string =>
  textOnPaper(() =>
    sections(state, {
      choosing: {},
      choose: () => undefined,
      words: undefined,
      actions: {} as Actions,
    })['line']!.make(),
  ) ?? '';
const MAYA = { userId: 'maya', name: 'Maya Okafor', role: 'Manager' };
const QUINN = { userId: 'quinn', name: 'Quinn Ellis', role: 'Quality' };

describe('a rep whose call was taken over', () => {
  const state = takenOver(
    supervision('i1', { supervisor: QUINN }),
    supervision('i2', { supervisor: MAYA, mode: 'takeover' }),
  );
  it('reads by whom', () => assert.match(line(state), /Maya Okafor took over\. You're listening/));
  it('reads it in German', () =>
    assert.match(line({ ...state, language: 'de' }), /Maya Okafor hat übernommen\. Sie hören zu/));
  it('reads no name of which they may not know', () =>
    assert.match(line(takenOver()), /A supervisor took over\. You're listening/));
});
