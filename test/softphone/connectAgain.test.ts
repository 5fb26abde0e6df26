import assert from 'node:assert/strict';
import type { ActionDeps } from '../../softphone/src/actionDeps.ts';
import type { Phone } from '../../softphone/src/device.ts';
import type { Actions } from '../../softphone/src/panels/actions.ts';
import { connectionBox } from '../../softphone/src/panels/connectionBox.ts';
import { createActions } from '../../softphone/src/personActions.ts';
import { INITIAL, type SoftphoneEvent, type SoftphoneState } from '../../softphone/src/state.ts';
import { de } from '../../softphone/src/texts/de.ts';
import { en } from '../../softphone/src/texts/en.ts';
import { callWith } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';

const IDLE: SoftphoneState['call'] = { status: 'idle' };
const OPEN: SoftphoneState['call'] = {
  status: 'open',
  lineId: 'line1',
  callId: 'c1',
  muted: false,
  voice: { status: 'on' },
  since: '2026-11-02T14:00:00.000Z',
};
const SILENCE = { status: 'poor', because: 'silence' } as const;

describe('somebody whom no sound reaches in a call', () => {
  const shown = (isSupervisor: boolean, texts = en): string =>
    textOnPaper(() => connectionBox(SILENCE, isSupervisor, { actions: {} as Actions, texts })) ??
    '';

  for (const [who, isSupervisor] of [
    ['rep', false],
    ['supervisor', true],
  ] as const)
    it(`is told so and offered another connection, as ${who}`, () => {
      assert.match(shown(isSupervisor), /No sound reaches you\..*Connect again$|Connect again /);
      assert.match(shown(isSupervisor), /The customer stays on the call\./);
      assert.match(shown(isSupervisor, de), /Neu verbinden/);
    });

  it('is not offered it where sound arrives, only badly', () => {
    const lossy = { status: 'poor', because: 'loss' } as const;
    assert.doesNotMatch(
      textOnPaper(() => connectionBox(lossy, false, { actions: {} as Actions, texts: en })) ?? '',
      /Connect again/,
    );
  });
});

describe('connecting again', () => {
  let state: SoftphoneState;
  let done: string[];
  let told: SoftphoneEvent[];
  let isRefused: boolean;

  /** The actions of a softphone whose phone, server and page write down what they are asked. */
  function actionsOn(call: SoftphoneState['call']): Actions {
    state = { ...INITIAL, call, calls: [callWith()] };
    [done, told, isRefused] = [[], [], false];
    const phone = {
      hangUp: (first?: Promise<void>) => {
        done.push(first ? 'hangs up, after a word' : 'lets the connection go');
        state = { ...state, call: IDLE };
      },
      answer: (lineId: string) => done.push(`answers ${lineId}`),
    } as unknown as Phone;
    return createActions({
      server: {
        ask: async (method: string, path: string) => {
          done.push(`${method} ${path}`);
          if (isRefused) throw new Error('refused');
          return { intervention: { interventionId: 'i2' }, connect: { params: { to: 'c1' } } };
        },
        askOwn: async (id: string, what: string) => {
          done.push(`${what} ${id}`);
          state = { ...state, call: IDLE };
        },
      },
      state: () => state,
      dispatch: (event: SoftphoneEvent) => void told.push(event),
      phone: () => phone,
      connect: async (params: object, subject: object, how?: object) => {
        done.push(`connects ${JSON.stringify([params, subject, how])}`);
      },
      attempt: (act: () => Promise<unknown>) => void act().catch(() => done.push('says why not')),
      until: async () => undefined,
      silence: (id: string) => done.push(`silences ${id}`),
      tellHangUp: async () => void done.push('tells the server of a hang-up'),
      texts: () => en,
    } as unknown as ActionDeps);
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('lets the rep’s connection go without hanging up, and comes back to the same call', async () => {
    actionsOn(OPEN).connectAgain();
    await settled();
    assert.deepEqual(done, [
      'lets the connection go',
      'connects [{"callId":"c1"},{"callId":"c1"},{"isNew":false}]',
    ]);
  });

  it('answers the ring by which a rep who was missed is called back', async () => {
    const actions = actionsOn(OPEN);
    state = { ...state, rings: [{ lineId: 'line2', callId: 'c1', name: 'Priya Raman' }] };
    actions.connectAgain();
    await settled();
    assert.deepEqual(done, ['lets the connection go', 'answers line2']);
  });

  it('has a supervisor leave and join again', async () => {
    actionsOn({ ...OPEN, interventionId: 'i1' }).connectAgain();
    await settled();
    assert.deepEqual(done, [
      'silences i1',
      'leave i1',
      'POST /api/calls/c1/interventions',
      'connects [{"to":"c1"},{"callId":"c1","interventionId":"i2"},null]',
    ]);
  });

  it('offers a supervisor again to join the call that a reload has left, where that was refused', async () => {
    const actions = actionsOn(IDLE);
    isRefused = true;
    const left = { callId: 'c1', name: 'Priya Raman', role: 'supervisor' } as const;
    actions.returnTo(left);
    await settled();
    assert.deepEqual(done, ['POST /api/calls/c1/interventions', 'says why not']);
    assert.deepEqual(told, [{ type: 'left' }, { type: 'left', left }]);
  });

  it('does nothing once the call is over', async () => {
    actionsOn(IDLE).connectAgain();
    await settled();
    assert.deepEqual(done, []);
  });
});
