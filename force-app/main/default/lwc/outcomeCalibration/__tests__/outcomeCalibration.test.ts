import OutcomeCalibration from 'c/outcomeCalibration';
import { find, findAll, show, textOf } from 'test/dom';

const shown = (calibration: object) =>
  show('c-outcome-calibration', OutcomeCalibration, { calibration });

describe('the spread of calibrated calls', () => {
  it('is in all and by month, with how many calls and scores', async () => {
    const element = await shown({
      n: 3,
      scores: 7,
      mean: 0.1,
      interval: { low: 0, high: 0.348 },
      median: 0.1,
      widest: 0.2,
      months: [
        { from: '2026-10-01', n: 1, mean: 0.1 },
        { from: '2026-11-01', n: 2, mean: 0.1, interval: { low: 0, high: 1 } },
      ],
    });
    expect(textOf(element)).toContain(
      '3 calls with 7 scores. Median of the spread: 10.0%, widest: 20.0%.',
    );
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'All 3 10.0% 0.0% – 34.8%',
      'Month from Oct 1 1 10.0% Not known yet',
      'Month from Nov 1 2 10.0% 0.0% – 100.0%',
    ]);
    await expect(element).toBeAccessible();
  });

  it('is not measured where no call has two scores', async () => {
    const element = await shown({ n: 0, scores: 0, months: [] });
    expect(textOf(find(element, '[data-id=none]')!)).toBe('Not measured');
  });
});
