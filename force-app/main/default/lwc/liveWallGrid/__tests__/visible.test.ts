import { inSight, movedBy, nextRows, scrolledTo, visibleRows } from '../visible';

const at = (scrollTop: number, count = 300) => ({ scrollTop, height: 560, rowHeight: 56, count });

describe('of three hundred rows', () => {
  it.each([
    ['at the top', 0, { from: 0, to: 19 }],
    ['in the middle', 56 * 100, { from: 92, to: 119 }],
    ['at the end', 56 * 290, { from: 282, to: 300 }],
  ])('only those near what can be seen are rendered %s', (_, scrollTop, rows) =>
    expect(visibleRows(at(scrollTop))).toEqual(rows),
  );

  it('as many as fit are looked at without scrolling', () => {
    expect(scrolledTo(0, at(0))).toBe(0);
    expect(scrolledTo(9, at(0))).toBe(0);
    expect(scrolledTo(10, at(0))).toBe(56);
    expect(scrolledTo(3, at(560))).toBe(168);
  });

  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 59],
    ['PageUp', 41],
    ['Home', 0],
    ['End', 299],
    ['a', undefined],
  ])('%s leads from the 51st to %s', (key, to) => expect(movedBy(key, 50, at(0))).toBe(to));

  it('none is before the first or after the last', () => {
    expect([movedBy('ArrowUp', 0, at(0)), movedBy('PageDown', 297, at(0))]).toEqual([0, 299]);
  });
});

describe('of few rows', () => {
  it('all are rendered', () => expect(visibleRows(at(0, 3))).toEqual({ from: 0, to: 3 }));
  it('none is none', () => expect(visibleRows(at(0, 0))).toEqual({ from: 0, to: 0 }));
});

describe('while the list is scrolled', () => {
  const rows = (from: number, to: number) => ({ from, to });
  const step = (now: { from: number; to: number }, row: number) => nextRows(now, at(56 * row));

  it('nothing comes or goes as long as enough rows are ready', () =>
    expect([1, 2, 3].map((row) => step(rows(0, 19), row))).toEqual(Array(3).fill(rows(0, 19))));

  it('rows come before others go', () => {
    expect(step(rows(0, 19), 5)).toEqual(rows(0, 24));
    expect(step(rows(0, 34), 15)).toEqual(rows(7, 34));
  });

  it.each([
    ['down', Array.from({ length: 581 }, (_, i) => i / 2)],
    ['up', Array.from({ length: 581 }, (_, i) => 290 - i / 2)],
  ])(
    'what can be seen is there, rows never come and go at once, and they are few, %s',
    (_, path) => {
      let now = visibleRows(at(56 * path[0]!));
      for (const row of path) {
        const next = nextRows(now, at(56 * row));
        const seen = inSight(at(56 * row));
        expect(next.from <= seen.from + 1 && next.to >= seen.to - 1).toBe(true);
        expect(
          (next.from < now.from || next.to > now.to) && (next.from > now.from || next.to < now.to),
        ).toBe(false);
        expect(next.to - next.from).toBeLessThan(40);
        now = next;
      }
    },
  );

  it('a throw to elsewhere begins anew', () =>
    expect(step(rows(0, 19), 150)).toEqual(visibleRows(at(56 * 150))));

  it('fewer calls than before leave no rows behind', () =>
    expect(nextRows(rows(142, 170), at(56 * 150, 3)).to).toBe(3));
});
