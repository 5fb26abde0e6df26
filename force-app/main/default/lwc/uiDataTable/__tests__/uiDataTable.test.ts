import UiDataTable from 'c/uiDataTable';
import { find, findAll, show, textOf } from 'test/dom';

const COLUMNS = [
  { key: 'at', label: 'When' },
  { key: 'who', label: 'Who' },
  { key: 'result', label: 'Result' },
];
const shown = (rows: object[]) =>
  show('c-ui-data-table', UiDataTable, { caption: 'Audit', columns: COLUMNS, rows });

describe('a data table', () => {
  it('has a head for each column, and names its rows by the first', async () => {
    const table = await shown([{ key: '1', cells: { at: 'Monday', who: 'Maya', result: 12 } }]);
    expect(
      findAll(table, 'thead th').map((head) => [head.getAttribute('scope'), head.textContent]),
    ).toEqual([
      ['col', 'When'],
      ['col', 'Who'],
      ['col', 'Result'],
    ]);
    expect(find(table, 'tbody th').getAttribute('scope')).toBe('row');
    expect(textOf(find(table, '[data-row="1"]'))).toBe('Monday Maya 12');
    await expect(table).toBeAccessible();
  });

  it('shows times, lists and what failed as such', async () => {
    const table = await shown([
      {
        key: '1',
        cells: {
          at: { text: 'Monday', dateTime: '2026-11-23T08:00:00Z' },
          who: [{ text: 'Maya' }, { text: 'nobody', tone: 'error' }],
          result: { text: 'refused', tone: 'error' },
        },
      },
    ]);
    expect(find<HTMLTimeElement>(table, 'time').dateTime).toBe('2026-11-23T08:00:00Z');
    expect(findAll(table, 'li').map((item) => [item.textContent, item.className])).toEqual([
      ['Maya', ''],
      ['nobody', 'error'],
    ]);
    expect(find(table, 'td.error').textContent).toBe('refused');
    await expect(table).toBeAccessible();
  });

  it('leaves a cell empty that has no value', async () => {
    const table = await shown([{ key: '1', cells: { at: 'Monday' } }]);
    expect(findAll(table, 'td').map((cell) => cell.textContent)).toEqual(['', '']);
  });

  it('can be scrolled by keyboard, by its name', async () => {
    const region = find(await shown([]), '[role=region]');
    expect([region.tabIndex, region.getAttribute('aria-label')]).toEqual([0, 'Audit']);
  });

  it('names the column in each cell, for where cells stand below each other', async () => {
    const table = await shown([{ key: '1', cells: { at: 'Monday', who: '', result: 12 } }]);
    expect(
      findAll(table, 'tbody th, tbody td').map(({ dataset, className }) => [
        dataset.label,
        className,
      ]),
    ).toEqual([
      ['When', ''],
      ['Who', 'empty'],
      ['Result', ''],
    ]);
  });

  it('puts the cells below each other on a phone where they do not fit beside each other', async () => {
    const classOf = async (columns: object[], more: object = {}) =>
      find(
        await show('c-ui-data-table', UiDataTable, { columns, rows: [], ...more }),
        '[role=region]',
      ).className;
    expect(await classOf(COLUMNS)).toBe('scroller');
    expect(await classOf(COLUMNS, { hasLongWords: true })).toBe('scroller scroller_stacks');
    expect(await classOf([...COLUMNS, { key: 'mode', label: 'Mode' }])).toBe(
      'scroller scroller_stacks',
    );
  });
});
