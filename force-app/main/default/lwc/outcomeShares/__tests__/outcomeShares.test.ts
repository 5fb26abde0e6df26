import OutcomeShares from 'c/outcomeShares';
import { find, findAll, show, textOf } from 'test/dom';

const COLUMNS = [
  { key: 'name', label: 'Name' },
  { key: 'share', label: 'Share' },
];
const shown = (shares: readonly object[]) =>
  show('c-outcome-shares', OutcomeShares, {
    heading: 'Shares',
    shares,
    columns: COLUMNS,
    rows: [{ key: 'a', cells: { name: 'First', share: '10.0%' } }],
  });

describe('drawn shares', () => {
  it('are those that were measured, each with its n and its interval', async () => {
    const element = await shown([
      { key: 'a', label: 'First', n: 40, value: 0.1, interval: { low: 0.05, high: 0.19 } },
      { key: 'b', label: 'Second', n: 1, value: 0.2 },
      { key: 'c', label: 'Third', n: 0 },
    ]);
    expect(findAll(element, '.name').map((name) => textOf(name))).toEqual([
      'First (n = 40)',
      'Second (n = 1)',
    ]);
    const [first, second] = findAll(element, '.interval').map((line) =>
      ['x1', 'x2'].map((side) => Number(line.getAttribute(side))),
    );
    expect(first![0]).toBeLessThan(first![1]!);
    expect(second![0]).toBe(second![1]);
    expect(find(element, 'svg')!.getAttribute('aria-label')).toBe(
      'Shares. First (n = 40): 10.0%. Second (n = 1): 20.0%',
    );
    expect(textOf(find(element, '[data-row=a]')!)).toBe('First 10.0%');
    await expect(element).toBeAccessible();
  });

  it('are not drawn where nothing was measured', async () => {
    const element = await shown([{ key: 'c', label: 'Third', n: 0 }]);
    expect(findAll(element, 'svg')).toHaveLength(0);
    expect(findAll(element, 'table')).toHaveLength(1);
  });
});
