import type { CallView } from 'c/callModel';
import { aCall } from 'test/builders';
import type { Show, Sorting } from '../rows';
import { WallCalls } from '../wallCalls';

const COUNT = 2_000;
let looks = 0;

/** A call that counts how often its people are read. */
function call(i: number, more: Partial<CallView> = {}): CallView {
  const made = aCall({
    callId: `call-${i}`,
    opportunity: { opportunityId: `${i}`, name: 'Roll-out', amount: (i * 7) % 501 },
    ...more,
  });
  const rep = {
    userId: `u${i}`,
    name: `Rep ${String((i * 37) % COUNT).padStart(4, '0')}`,
    present: true,
    onHold: false,
  };
  Object.defineProperty(made, 'rep', {
    get() {
      looks += 1;
      return rep;
    },
  });
  return made;
}

const BY_REP: Sorting = { column: 'rep', descending: false };
const help = {
  helpRequestId: 'h',
  status: 'open' as const,
  reasonCode: 'pricing',
  reasonLabel: 'Pricing',
  at: '2026-11-20T10:00:00Z',
};

function wallOf(search = '', show: Show = 'all', sorting = BY_REP) {
  const arrangement = { search, show, sorting };
  const wall = new WallCalls(arrangement);
  const now = new Map(Array.from({ length: COUNT }, (_, i) => [`call-${i}`, call(i)]));
  wall.replace([...now.values()]);
  looks = 0;
  return { wall, now, arrangement };
}

const ids = (wall: WallCalls): string[] =>
  Array.from({ length: wall.length }, (_, i) => wall.at(i)!.callId);

describe('the calls of the wall', () => {
  it('are those that match, in order, after any changes', () => {
    const { wall, now, arrangement } = wallOf('rep 1');
    for (let n = 0; n < 3_000; n += 1) {
      const i = (n * 101) % (COUNT + 200);
      const callId = `call-${i}`;
      const next =
        n % 7 === 0
          ? undefined
          : call(i, {
              ...(n % 3 === 0 && { help }),
              opportunity: { opportunityId: `${i}`, name: 'Roll-out', amount: n },
            });
      wall.put(callId, next);
      if (next) now.set(callId, next);
      else now.delete(callId);
    }
    const anew = new WallCalls(arrangement);
    anew.replace([...now.values()]);
    expect(ids(wall)).toEqual(ids(anew));
    expect(wall.counts).toEqual(anew.counts);
  });

  it('are not looked at when one changes that does not match', () => {
    const { wall } = wallOf('rep 123');
    const before = ids(wall);
    wall.put('call-1000', call(1_000));
    expect(ids(wall)).toEqual(before);
    expect(looks).toBeLessThanOrEqual(2);
  });

  it('are looked at by halving when one changes its place', () => {
    const { wall } = wallOf();
    wall.put('call-1000', call(1_000, { help }));
    expect(wall.at(0)?.callId).toBe('call-1000');
    // Twice the steps of a binary search, and two calls for each.
    expect(looks).toBeLessThanOrEqual(4 * Math.ceil(Math.log2(COUNT)) + 2);
  });

  it('are counted by kind', () => {
    const { wall } = wallOf();
    wall.put('call-1', call(1, { help }));
    wall.put('call-2', call(2, { status: 'ended' }));
    wall.put('call-3', undefined);
    expect(wall.counts).toEqual({
      calls: COUNT - 1,
      live: COUNT - 2,
      supervised: 0,
      asking: 1,
    });
  });
});
