import assert from 'node:assert/strict';
import { inTurn } from '../../../server/commands/inTurn.ts';
import { takeSteps } from '../../../server/commands/keepDuties.ts';
import type { ConferenceControl } from '../../../server/ports.ts';
import { FakeConferenceControl } from '../../support/fakeConferenceControl.ts';

describe('what is asked of one conference', () => {
  const control: ConferenceControl = new FakeConferenceControl();
  const done: string[] = [];
  beforeEach(() => done.splice(0));

  it('is done one after another, in the order it was asked for', async () => {
    let go: () => void = () => undefined;
    const first = inTurn(control, 'CF1', () => new Promise<void>((resolve) => (go = resolve)).then(() => void done.push('first')));
    const second = inTurn(control, 'CF1', async () => void done.push('second'));
    await inTurn(control, 'CF2', async () => void done.push('elsewhere'));
    go();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['elsewhere', 'first', 'second']);
  });
  it('goes on after a failure, which is told to whoever asked', async () => {
    await assert.rejects(inTurn(control, 'CF1', () => Promise.reject(new Error('refused'))));
    await inTurn(control, 'CF1', async () => void done.push('next'));
    assert.deepEqual(done, ['next']);
  });
  it('stops at the step before which something newer was asked for', async () => {
    const fake = new FakeConferenceControl();
    const ref = fake.admit('c1', { role: 'supervisor', interventionId: 'i1' });
    const set = (voice: 'everyone' | 'rep' | 'nobody') => ({ do: 'set', callSid: ref.callSid, voice, coachedCallSid: 'unused' }) as const;
    let asks = 0;
    await takeSteps(fake, ref.conferenceSid, [set('everyone'), set('nobody')], async () => ++asks === 1);
    assert.equal((await fake.look('c1'))?.legs[0]?.voice, 'everyone');
  });
});
