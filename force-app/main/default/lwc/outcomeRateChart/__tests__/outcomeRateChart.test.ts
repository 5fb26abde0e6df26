import OutcomeRateChart from 'c/outcomeRateChart';
import { find, findAll, show, textOf } from 'test/dom';

const point = (from: string, rate: number, signal?: string) => ({
  from,
  n: 1_000,
  events: rate * 1_000,
  rate,
  low: 0,
  high: 0.03,
  ...(signal && { signal }),
});
const shown = (points: unknown[], norm?: unknown) =>
  show('c-outcome-rate-chart', OutcomeRateChart, {
    heading: 'Barge rate over time',
    center: 0.015,
    norm,
    points,
  });

describe('the chart of a rate', () => {
  it('has a mark and a row for each period, and sets signals apart', async () => {
    const element = await shown([
      point('2026-11-02', 0.01),
      point('2026-11-09', 0.04, 'beyond_limit'),
      point('2026-11-16', 0.02, 'run'),
    ]);
    expect(findAll(element, 'circle')).toHaveLength(3);
    expect(findAll(element, '.mark_signal')).toHaveLength(2);
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Nov 2 1,000 10 1.0% 0.0% – 3.0% Common variation',
      'Nov 9 1,000 40 4.0% 0.0% – 3.0% Beyond three standard deviations',
      'Nov 16 1,000 20 2.0% 0.0% – 3.0% Eight or more in a row on one side',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that everything is within common variation where it is', async () => {
    const element = await shown([point('2026-11-02', 0.01)]);
    expect(textOf(find(element, 'figcaption'))).toBe(
      '1.5% on average: 10 of 1,000 calls. All periods are within common variation.',
    );
  });

  it('draws the norm only where there is one', async () => {
    const without = await shown([point('2026-11-02', 0.01)]);
    expect(findAll(without, '.norm')).toHaveLength(0);
    const element = await shown([point('2026-11-02', 0.01)], { low: 0.005, high: 0.02 });
    const band = find(element, '.norm');
    expect(Number(band.getAttribute('height'))).toBeGreaterThan(0);
  });
});
