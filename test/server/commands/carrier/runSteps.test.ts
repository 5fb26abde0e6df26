import assert from 'node:assert/strict';
import { runSteps } from '../../../../server/commands/carrier/runSteps.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { Mode, AudibleTo } from '../../../../server/domain/call/modes.ts';
import type { Step } from '../../../../server/domain/carrier/steps.ts';
import {
  CarrierProblem,
  type ParticipantRef,
  type ParticipantSettings,
} from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';
import { supervisedCall } from '../../../support/builders.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

/** A carrier that answers a request only when it is let, and does it then. */
async function hangingCarrier(call: Call) {
  const { store } = createMemoryStore();
  await store.createCall(call, [], []);
  const asked: string[] = [];
  const hanging = new Map<string, (problem?: CarrierProblem) => void>();
  const hangs = new Set<string>();
  const request = (name: string): Promise<void> => {
    asked.push(name);
    if (!hangs.delete(name)) return Promise.resolve();
    return new Promise((resolve, reject) =>
      hanging.set(name, (problem) => (problem ? reject(problem) : resolve())),
    );
  };
  const control = {
    set: ({ connectionId }: ParticipantRef, { audibleTo, endsCall }: ParticipantSettings) =>
      request([connectionId, audibleTo ?? `ends=${endsCall}`].join(' ')),
    remove: ({ connectionId }: ParticipantRef) => request(`${connectionId} removed`),
  };
  return {
    asked,
    deps: { control: control as never, locks: createLocalLocks(), store, log: quietLog },
    hang: (name: string) => void hangs.add(name),
    async answer(name: string, problem?: CarrierProblem) {
      (await until(`${name} is asked`, () => hanging.get(name)))(problem);
    },
    isAsked: (name: string, times = 1) =>
      until(
        `${name} is asked ${times} times`,
        () => asked.filter((one) => one === name).length === times,
      ),
  };
}

const set = (
  who: 'rep' | 'supervisor',
  audibleTo: AudibleTo,
  more: { endsCall?: boolean } = {},
): Step => ({ do: 'set', connectionId: `CA-${who}`, audibleTo, ...more });
const TIMEOUT = new CarrierProblem('unavailable', 'timeout');

describe('while a request for a louder mode hangs', () => {
  const wanted = (mode: Mode) =>
    supervisedCall({ mode: 'whisper', pending: { mode, requestId: 'r2', requestedAt: '' } }, 'rep');

  for (const [how, problem] of [
    ['is answered', undefined],
    ['times out', TIMEOUT],
  ] as const) {
    it(`silence goes ahead of it, and is said again when it ${how}`, async () => {
      const carrier = await hangingCarrier(wanted('monitor'));
      carrier.hang('CA-supervisor everyone');
      const barge = runSteps(carrier.deps, wanted('barge'), [set('supervisor', 'everyone')]).catch(
        () => undefined,
      );
      await carrier.isAsked('CA-supervisor everyone');
      await runSteps(carrier.deps, wanted('monitor'), [
        set('rep', 'everyone', { endsCall: true }),
        set('supervisor', 'nobody', { endsCall: false }),
      ]);
      assert.deepEqual(carrier.asked, [
        'CA-supervisor everyone',
        'CA-rep everyone',
        'CA-supervisor nobody',
      ]);
      await carrier.answer('CA-supervisor everyone', problem);
      await barge;
      await carrier.isAsked('CA-supervisor nobody', 2);
    });
  }

  it('silence is not said again to whoever has asked to be heard since', async () => {
    const carrier = await hangingCarrier(wanted('whisper'));
    carrier.hang('CA-supervisor everyone');
    const barge = runSteps(carrier.deps, wanted('barge'), [set('supervisor', 'everyone')]);
    await carrier.isAsked('CA-supervisor everyone');
    await runSteps(carrier.deps, wanted('monitor'), [
      set('supervisor', 'nobody', { endsCall: false }),
    ]);
    const whisper = runSteps(carrier.deps, wanted('whisper'), [set('supervisor', 'rep')]);
    await carrier.answer('CA-supervisor everyone');
    await Promise.all([barge, whisper]);
    assert.deepEqual(carrier.asked, [
      'CA-supervisor everyone',
      'CA-supervisor nobody',
      'CA-supervisor rep',
    ]);
  });

  it('nobody is removed, and nobody gets louder', async () => {
    const carrier = await hangingCarrier(wanted('monitor'));
    carrier.hang('CA-supervisor everyone');
    const barge = runSteps(carrier.deps, wanted('barge'), [set('supervisor', 'everyone')]);
    await carrier.isAsked('CA-supervisor everyone');
    const later = [
      runSteps(carrier.deps, wanted('whisper'), [set('supervisor', 'rep')]),
      runSteps(carrier.deps, wanted('monitor'), [{ do: 'remove', connectionId: 'CA-supervisor' }]),
    ];
    await new Promise(setImmediate);
    assert.deepEqual(carrier.asked, ['CA-supervisor everyone']);
    await carrier.answer('CA-supervisor everyone');
    await Promise.all([barge, ...later]);
    assert.deepEqual(carrier.asked, [
      'CA-supervisor everyone',
      'CA-supervisor rep',
      'CA-supervisor removed',
    ]);
  });
});

describe('while the rep is being silenced for a takeover', () => {
  it('the rep gets the voice back after that, and the supervisor is heard until then', async () => {
    const call = supervisedCall(
      { mode: 'barge', pending: { mode: 'takeover', requestId: 'r1', requestedAt: '' } },
      'everyone',
    );
    const carrier = await hangingCarrier(call);
    carrier.hang('CA-rep nobody');
    const takeover = runSteps(carrier.deps, call, [set('rep', 'nobody')]);
    await carrier.isAsked('CA-rep nobody');
    const back = runSteps(carrier.deps, call, [
      set('rep', 'everyone', { endsCall: true }),
      set('supervisor', 'nobody', { endsCall: false }),
    ]);
    await new Promise(setImmediate);
    assert.deepEqual(carrier.asked, ['CA-rep nobody']);
    await carrier.answer('CA-rep nobody');
    await Promise.all([takeover, back]);
    assert.deepEqual(carrier.asked, ['CA-rep nobody', 'CA-rep everyone', 'CA-supervisor nobody']);
  });
});

describe('the steps of a switch', () => {
  it('stop at the step before which something newer was asked for', async () => {
    const carrier = await hangingCarrier(supervisedCall());
    let asks = 0;
    await runSteps(
      carrier.deps,
      supervisedCall(),
      [set('supervisor', 'everyone'), set('supervisor', 'rep')],
      async () => ++asks === 1,
    );
    assert.deepEqual(carrier.asked, ['CA-supervisor everyone']);
  });
});
