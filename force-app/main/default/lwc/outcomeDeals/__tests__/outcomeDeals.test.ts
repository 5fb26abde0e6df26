import type { DealsThen } from 'c/outcomeApi';
import OutcomeDeals from 'c/outcomeDeals';
import { find, findAll, show, textOf } from 'test/dom';
import { LOOKS } from 'test/worth';

const shownWith = (looks: readonly DealsThen[] = LOOKS) =>
  show('c-outcome-deals', OutcomeDeals, { mode: 'barge', looks });
const rowsOf = (shown: HTMLElement, of: string) =>
  findAll(find(shown, `c-ui-data-table[data-of="${of}"]`), 'tbody tr').map((row) => textOf(row));

describe('what became of the deals', () => {
  it('is said of each look, beside deals that no one joined, with the n (R16)', async () => {
    const shown = await shownWith();
    const rows = rowsOf(shown, 'deals');
    expect(rows).toHaveLength(8);
    expect(rows[2]).toBe(
      '14 days: Barge 100 22 (22.0%) 1 (1.0%) 20 (20.0%) 20 (20.0%) 1 (1.0%) 3 (3.0%)',
    );
    expect(rows[3]).toContain('14 days: no one joined 2,000');
    await expect(shown).toBeAccessible();
  });

  it('has win rate, times and revenue with their intervals, and revenue in its own currency (D16, R16)', async () => {
    const rows = rowsOf(await shownWith(), 'closed-deals');
    expect(rows[0]).toContain('Not known yet');
    expect(rows[2]).toBe(
      '14 days: Barge 50.0% (40.0% – 60.0%; 40) 21 (18 – 25; 40) 60.5 (40) 20,000 €18,000 (20)',
    );
  });

  it('compares with deals that were alike only under the warning, with the E-value', async () => {
    const shown = await shownWith();
    expect(textOf(find(shown, '[data-id="deals-warning"]'))).toContain('This is no effect.');
    expect(textOf(shown)).toContain('2 times as likely');
    const rows = rowsOf(shown, 'deal-differences');
    expect(rows[0]).toContain('Fewer than 30 deals');
    expect(rows[1]).toBe(
      '14 days +10.0 points (−2.0 points – +22.0 points) +5.0 points (−3.0 points – +13.0 points) 50 (−20 – 120)',
    );
    expect(findAll(find(shown, 'c-outcome-intervals'), 'circle')).toHaveLength(3);
  });

  it('says that deals still differ', async () => {
    const shown = await shownWith(LOOKS.map((look) => ({ ...look, isBalanced: false })));
    expect(textOf(find(shown, '[role="alert"]'))).toContain("Don't use the difference.");
  });

  it('says that of no deal it is known', async () => {
    expect(textOf(await shownWith([]))).toContain('Of no deal in this period is known');
  });
});
