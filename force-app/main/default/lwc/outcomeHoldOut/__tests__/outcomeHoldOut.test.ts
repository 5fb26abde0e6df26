import type { HoldOut } from 'c/outcomeApi';
import OutcomeHoldOut from 'c/outcomeHoldOut';
import { find, findAll, show, textOf } from 'test/dom';
import { DRAWN, ESTIMATED } from 'test/worth';

const shownWith = (holdOut: HoldOut, of: 'results' | 'ratings') =>
  show('c-outcome-hold-out', OutcomeHoldOut, { holdOut, of, heading: 'Did it help?' });

describe('what was held out', () => {
  it('is in the words of how calls went, or of what customers said', async () => {
    const results = await shownWith(ESTIMATED, 'results');
    expect(textOf(results)).toContain('50.0% went well, 350 of 700');
    await expect(results).toBeAccessible();
    const ratings = await shownWith(ESTIMATED, 'ratings');
    expect(textOf(ratings)).toContain('50.0% satisfied, 350 of 700');
    expect(textOf(ratings)).not.toContain('went well');
    await expect(ratings).toBeAccessible();
  });

  it('has neither chart nor shares where one group is known more often', async () => {
    const shown = await shownWith(
      { ...DRAWN, status: 'mismatch', mismatch: 'known', pValue: 0.0001 },
      'ratings',
    );
    expect(find(shown, '[data-id="verdict"]').getAttribute('role')).toBe('alert');
    expect(findAll(shown, 'c-outcome-intervals')).toHaveLength(0);
    expect(textOf(shown)).not.toContain('50.0%');
  });
});
