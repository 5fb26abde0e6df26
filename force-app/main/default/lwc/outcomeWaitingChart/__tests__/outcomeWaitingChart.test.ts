import OutcomeWaitingChart from 'c/outcomeWaitingChart';
import { findAll, show, textOf } from 'test/dom';
import { callers } from 'test/waiting';

const PERIODS = [
  { from: '2026-11-02', ...callers(90, 10, 0, { supervisedMinutes: 60 }) },
  { from: '2026-11-03', ...callers(0, 0, 0, { supervisedMinutes: 0 }) },
  { from: '2026-11-04', ...callers(80, 10, 10, { supervisedMinutes: 30 }) },
];
const shown = (periods: typeof PERIODS) =>
  show('c-outcome-waiting-chart', OutcomeWaitingChart, { summary: 'Of 200 callers', periods });

describe('the chart of callers who waited', () => {
  it('draws shares of days with callers, and supervisors’ minutes of each day', async () => {
    const element = await shown(PERIODS);
    expect(findAll(element, 'circle').map((mark) => textOf(mark))).toEqual([
      'Nov 2: 10.0%, 10 of 100',
      'Nov 4: 20.0%, 20 of 100',
    ]);
    const heights = findAll(element, 'rect').map((bar) => Number(bar.getAttribute('height')));
    expect(heights).toEqual([70, 0, 35]);
    expect(findAll(element, 'svg')[0]!.getAttribute('aria-label')).toBe('Of 200 callers');
    await expect(element).toBeAccessible();
  });

  it('leads to the callers of a day', async () => {
    const element = await shown(PERIODS);
    const opened: string[] = [];
    element.addEventListener('openperiod', (event) =>
      opened.push((event as CustomEvent<string>).detail),
    );
    findAll(element, 'circle')[1]!.dispatchEvent(new MouseEvent('click'));
    expect(opened).toEqual(['2026-11-04']);
  });

  it('draws a single day', async () => {
    const element = await shown(PERIODS.slice(0, 1));
    expect(findAll(element, 'circle')).toHaveLength(1);
  });
});
