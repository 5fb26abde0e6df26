import { movedBy, scrolledTo, visibleRows } from '../visible';

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
