import assert from 'node:assert/strict';
import {
  DIAL_WINDOW_MS,
  decideLimits,
  type RecentDials,
} from '../../../../server/domain/dialing/limits.ts';
import { DEFAULT_LIMITS } from '../../../../server/domain/dialing/policy.ts';
import { countRefusal, TALLY_MS } from '../../../../server/domain/dialing/tally.ts';
import { at } from '../../../support/builders.ts';

describe('the calls that a rep places', () => {
  const recent = (minute: number, hour: number, day: number): RecentDials => ({
    minute: { count: minute, firstAt: at(0) },
    hour: { count: hour, firstAt: at(0) },
    day: { count: day, firstAt: at(0) },
  });
  const decided = (...counts: [number, number, number]) => {
    const refused = decideLimits(recent(...counts), DEFAULT_LIMITS);
    return [refused?.code, refused?.wording, refused?.until];
  };
  const later = (ms: number) => new Date(Date.parse(at(0)) + ms).toISOString();

  it('are allowed up to the sixtieth of a minute', () => {
    assert.deepEqual(decided(59, 59, 59), [undefined, undefined, undefined]);
  });
  it('are refused from the sixty-first of a minute on, until the first is a minute ago', () => {
    const until = later(DIAL_WINDOW_MS.minute);
    assert.deepEqual(decided(60, 60, 60), ['too_many_calls', 'too_many_calls.minute', until]);
  });
  it('are refused for the longest limit that is reached', () => {
    const { hour, day } = DIAL_WINDOW_MS;
    assert.deepEqual(decided(60, 200, 200), ['too_many_calls', 'too_many_calls.hour', later(hour)]);
    assert.deepEqual(decided(0, 5, 600), ['too_many_calls', 'too_many_calls.day', later(day)]);
  });
});

describe('refusals of one rep for one reason', () => {
  const later = (ms: number) => new Date(Date.parse(at(0)) + ms).toISOString();

  it('are one tally for an hour, and the next refusal ends it', () => {
    const first = countRefusal(undefined, at(0));
    assert.deepEqual(first, { tally: { since: at(0), lastAt: at(0), times: 1 }, isFirst: true });
    const second = countRefusal(first.tally, later(1_000));
    assert.deepEqual([second.isFirst, second.tally.times], [false, 2]);
    const next = countRefusal(second.tally, later(TALLY_MS));
    assert.deepEqual(
      [next.isFirst, next.tally.times, next.ended],
      [true, 1, { since: at(0), lastAt: later(1_000), times: 2 }],
    );
  });
  it('that was the only one leaves no tally behind', () => {
    const { tally } = countRefusal(undefined, at(0));
    assert.equal(countRefusal(tally, later(TALLY_MS)).ended, undefined);
  });
});
