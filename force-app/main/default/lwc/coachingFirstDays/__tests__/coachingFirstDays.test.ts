import type { FirstDays } from 'c/coachingApi';
import CoachingFirstDays from 'c/coachingFirstDays';
import { findAll, show, textOf } from 'test/dom';

const rate = (value: number, n: number) => ({ n, value, interval: { low: 0.01, high: 0.2 } });
const days = (over: Partial<FirstDays>): FirstDays => ({
  reps: [],
  total: 0,
  waiting: [],
  ...over,
});
const shown = (value: FirstDays): Promise<HTMLElement> =>
  show('c-coaching-first-days', CoachingFirstDays, { days: value });

describe("reps' first days", () => {
  it('are empty until somebody has 90 days behind them, and say from when', async () => {
    const element = await shown(
      days({ waiting: [{ userId: 'jonas', name: 'Jonas Weber', completeOn: '2027-01-10' }] }),
    );
    expect(textOf(element)).toContain('No rep has 90 days behind them yet.');
    expect(textOf(element)).toContain('Jonas Weber: here from');
    await expect(element).toBeAccessible();
  });

  it('are three rows a rep, each number with its n and its interval', async () => {
    const element = await shown(
      days({
        total: 3,
        reps: [
          {
            userId: 'ravi',
            name: 'Ravi Patel',
            since: '2026-06-01',
            barges: { first: rate(0.15, 200), later: rate(0.02, 300), changed: true },
            scores: { first: { n: 0 }, later: { n: 1, value: 0.9 }, changed: false },
          },
        ],
      }),
    );
    expect(findAll(element, 'tbody tr')).toHaveLength(3);
    expect(textOf(element)).toContain('15.0% (1.0% to 20.0%; n = 200)');
    expect(textOf(element)).toContain('90.0% (n = 1)');
    expect(textOf(element)).toContain('1 of 3');
    await expect(element).toBeAccessible();
  });
});
