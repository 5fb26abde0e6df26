import AdminCoverageHeatmap from 'c/adminCoverageHeatmap';
import { findAll, show, textOf } from 'test/dom';

const HOURS = [
  { weekday: 'Mon', hour: 8, calls: 10, uncovered: 0 },
  { weekday: 'Mon', hour: 9, calls: 10, uncovered: 1 },
  { weekday: 'Mon', hour: 10, calls: 10, uncovered: 6 },
  { weekday: 'Sun', hour: 23, calls: 3, uncovered: 3 },
];

describe('the hours of a week', () => {
  it('are the darker the more calls had nobody, and say how many', async () => {
    const element = await show('c-admin-coverage-heatmap', AdminCoverageHeatmap, {
      heading: 'By hour',
      hours: HOURS,
    });
    const cells = findAll(element, 'td').filter((cell) => cell.textContent);
    expect(cells.map((cell) => [cell.className, cell.textContent, cell.title])).toEqual([
      ['cell cell_0', '0', '0 of 10 calls'],
      ['cell cell_1', '1', '1 of 10 calls'],
      ['cell cell_3', '6', '6 of 10 calls'],
      ['cell cell_4', '3', '3 of 3 calls'],
    ]);
    expect(findAll(element, 'tbody tr').map((row) => textOf(row).split(' ')[0])).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    await expect(element).toBeAccessible();
  });
});
