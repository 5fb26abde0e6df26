import OutcomeIntervals from 'c/outcomeIntervals';
import { findAll, show } from 'test/dom';

describe('intervals of effects', () => {
  it('are drawn around no effect, each with its numbers', async () => {
    const shown = await show('c-outcome-intervals', OutcomeIntervals, {
      about: 'Known',
      intervals: [
        { key: 'a', label: 'Today', value: 0.06, interval: { low: 0.02, high: 0.1 } },
        { key: 'b', label: 'Always', value: 0.06, interval: { low: -0.01, high: 0.13 } },
      ],
    });
    expect(findAll(shown, 'circle title').map(({ textContent }) => textContent)).toEqual([
      'Today: +6.0 points (+2.0 points – +10.0 points)',
      'Always: +6.0 points (−1.0 points – +13.0 points)',
    ]);
    const [zero] = findAll(shown, 'line.zero');
    const lines = findAll(shown, 'line.interval');
    const x = (line: Element, name: string) => Number(line.getAttribute(name));
    expect(x(lines[0]!, 'x1')).toBeGreaterThan(x(zero!, 'x1'));
    expect(x(lines[1]!, 'x1')).toBeLessThan(x(zero!, 'x1'));
    await expect(shown).toBeAccessible();
  });

  it('are counted in words that fit one', async () => {
    const interval = { key: 'a', label: 'Today', value: 0.06, interval: { low: 0.02, high: 0.1 } };
    const one = await show('c-outcome-intervals', OutcomeIntervals, {
      about: 'Known',
      intervals: [interval],
    });
    expect(findAll(one, 'svg')[0]!.getAttribute('aria-label')).toBe(
      '1 interval around no effect; Known',
    );
  });

  it('are none without effects', async () => {
    const shown = await show('c-outcome-intervals', OutcomeIntervals, { intervals: [] });
    expect(findAll(shown, 'circle')).toHaveLength(0);
  });
});
