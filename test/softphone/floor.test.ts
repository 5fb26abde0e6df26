import assert from 'node:assert/strict';
import { floorButtonLabel, otherFloorHolders } from '../../softphone/src/floor.ts';
import { en } from '../../softphone/src/texts/en.ts';
import type { Supervision } from '../../softphone/src/types.ts';
import { callWith, supervision } from './support/builders.ts';

const maya = supervision('Maya');

describe('the word on a call, on the softphone', () => {
  it('is nobody’s to claim while a supervisor is alone', () => {
    const left = supervision('Dana', { status: 'ended', mode: 'whisper' });
    assert.deepEqual(
      [
        floorButtonLabel(callWith(maya), maya, en),
        otherFloorHolders(callWith(maya, left), maya, en),
        floorButtonLabel(callWith(maya, left), maya, en),
      ],
      [undefined, [], undefined],
    );
  });

  it('can be claimed while listening with others, and given up again', () => {
    const dana = supervision('Dana');
    assert.equal(floorButtonLabel(callWith(maya, dana), maya, en), 'Request to talk next');
    const claiming = supervision('Maya', { floorRequestedAt: '2026-11-02T17:01:00.000Z' });
    assert.equal(floorButtonLabel(callWith(claiming, dana), claiming, en), 'Cancel request');
  });

  it('is not claimed by who speaks, or is about to', () => {
    for (const more of [{ mode: 'whisper' }, { pendingMode: 'barge' }] as const) {
      const own = supervision('Maya', more);
      assert.equal(floorButtonLabel(callWith(own, supervision('Dana')), own, en), undefined);
    }
  });

  it('is said to be another’s who speaks, is about to, or claimed it', () => {
    const said = (more: Partial<Supervision>) =>
      otherFloorHolders(callWith(maya, supervision('Dana', more)), maya, en);
    assert.deepEqual(said({ mode: 'barge' }), ['Dana is talking.']);
    assert.deepEqual(said({ pendingMode: 'whisper' }), ['Dana is talking.']);
    assert.deepEqual(said({ floorRequestedAt: '2026-11-02T17:01:00.000Z' }), [
      'Dana wants to talk next.',
    ]);
    assert.deepEqual(said({}), []);
  });
});
