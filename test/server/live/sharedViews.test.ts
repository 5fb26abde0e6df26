import assert from 'node:assert/strict';
import { sharedViews } from '../../../server/live/sharedViews.ts';
import { liveCall, person } from '../../support/builders.ts';

describe('views of many calls for many readers', () => {
  const call = liveCall();
  let now = 0;
  const viewOf = sharedViews(
    (one) => {
      const view = { callId: one.callId };
      return () => view;
    },
    () => now,
  );

  it('are made once for a state of a call', () => {
    const first = viewOf(call, person());
    assert.equal(viewOf(call, person({ userId: 'tomas' })), first);
    assert.notEqual(viewOf({ ...call }, person()), first);
  });

  it('are made anew a second later, because they depend on the time', () => {
    const first = viewOf(call, person());
    now += 1_000;
    assert.notEqual(viewOf(call, person()), first);
  });
});
