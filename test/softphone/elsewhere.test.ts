import assert from 'node:assert/strict';
import { callElsewhere, canChangeDevice } from '../../softphone/src/reach.ts';
import type { CallView, Supervision } from '../../softphone/src/types.ts';
import { callWith, supervision } from './support/builders.ts';

const call = (device: 'softphone' | 'phone', present = true): CallView =>
  ({
    callId: 'c1',
    status: 'live',
    rep: { userId: 'ravi', present, device },
    customer: { name: 'Priya Raman', onHold: false },
    interventions: [],
  }) as unknown as CallView;
const elsewhere = (one: CallView, wasOn?: string, userId = 'ravi') =>
  callElsewhere([one], userId, { wasOn })?.device;

describe('a rep’s call that another window is on', () => {
  it('is offered to a softphone that is not, since that window may have died', () => {
    assert.equal(elsewhere(call('softphone')), 'softphone');
    assert.equal(elsewhere(call('softphone', false)), undefined);
    assert.equal(elsewhere(call('softphone'), undefined, 'lena'), undefined);
  });

  it('is not offered to the softphone that has just left it', () => {
    assert.equal(elsewhere(call('softphone'), 'c1'), undefined);
    assert.equal(elsewhere(call('softphone'), 'c0'), 'softphone');
  });

  it('is offered from a phone of one’s own in any case', () =>
    assert.equal(elsewhere(call('phone'), 'c1'), 'phone'));
});

describe('a call that is to continue on another device', () => {
  const supervisor = (own?: Supervision, more: Partial<CallView> = {}) =>
    canChangeDevice({ ...callWith(), ...more }, 'dana', { isSupervising: true, own });
  const rep = (userId: string, present: boolean) =>
    canChangeDevice({ ...callWith(), rep: { ...callWith().rep, present } }, userId, {
      isSupervising: false,
    });

  it('can, once the server knows that its supervisor has joined', () => {
    assert.equal(supervisor(), false);
    assert.equal(supervisor(supervision('i1', { status: 'joining', mode: undefined })), false);
    assert.equal(supervisor(supervision('i1')), true);
  });

  it('cannot while its supervisor changes the mode, or when it has ended', () => {
    assert.equal(supervisor(supervision('i1', { pendingMode: 'barge' })), false);
    assert.equal(supervisor(supervision('i1'), { status: 'ended' }), false);
  });

  it('can for a rep whom the server sees on it, and for none of the others', () => {
    assert.equal(rep('ravi', true), true);
    assert.equal(rep('ravi', false), false);
    assert.equal(rep('lena', true), false);
  });
});
