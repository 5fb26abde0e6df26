import assert from 'node:assert/strict';
import { supervisedLine, type LineState } from '../../softphone/src/line.ts';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { linePanel } from '../../softphone/src/panels/linePanel.ts';
import { INITIAL } from '../../softphone/src/state.ts';
import { en } from '../../softphone/src/texts/en.ts';
import { callWith, supervision } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const line = (status: 'connecting' | 'open' | 'reconnecting' | 'ending'): LineState => ({
  status,
  lineId: 'l1',
  callId: 'c1',
  interventionId: 'i1',
  muted: false,
  voice: { status: 'on' },
  since: '2026-11-02T14:00:00.000Z',
});

describe('a supervisor who is joining', () => {
  const shown = (isServerSilent: boolean, own = false): string =>
    textOnPaper(() =>
      linePanel(
        { ...INITIAL, call: line('connecting'), isServerSilent },
        {
          call: callWith(),
          own: own ? supervision('i1', { status: 'joining', mode: undefined }) : undefined,
          actions: {} as Actions,
          texts: en,
        },
      ),
    ) ?? '';

  it('has a softphone that asks whether the server answers, from the click until leaving', () =>
    assert.deepEqual(
      (['connecting', 'open', 'reconnecting', 'ending'] as const).map((one) =>
        supervisedLine(line(one)),
      ),
      ['i1', 'i1', 'i1', undefined],
    ));

  it('reads that the softphone connects and can leave, before the server has said more', () => {
    assert.match(shown(false), /Connecting…/);
    assert.match(shown(false), /Leave/);
    assert.doesNotMatch(shown(false), /isn't responding/);
  });

  it('reads that the server does not respond', () =>
    assert.match(shown(true), /Dealside isn't responding.*Leave still hangs up/));

  it('has the controls of the intervention once it is known', () =>
    assert.doesNotMatch(shown(true, true), /Leave still/));
});
