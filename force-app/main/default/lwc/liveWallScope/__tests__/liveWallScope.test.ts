import type { MonitoringScope } from 'c/callModel';
import LiveWallScope from 'c/liveWallScope';
import { find, findAll, show, textOf } from 'test/dom';

const RULE: MonitoringScope['covert'][number] = {
  words: 'Investigators can monitor all calls. Purpose: Case 42. Last day: December 31, 2026.',
  purpose: 'Case 42',
  owner: 'Head of Compliance',
  endsOn: '2026-12-31',
  isOver: false,
};
const OVER = { ...RULE, isOver: true };
const shown = (monitors: MonitoringScope | undefined, isEmpty = true) =>
  show('c-live-wall-scope', LiveWallScope, { monitors, isEmpty });
const none = (...covert: MonitoringScope['covert']): MonitoringScope => ({ reach: 'none', covert });

describe('whose calls are on the wall', () => {
  it.each<[string, MonitoringScope | undefined, string]>([
    ['a manager', { reach: 'own_reports', covert: [] }, "Your team's calls appear here"],
    ['a quality analyst', { reach: 'everyone', covert: [] }, 'All calls of your company appear'],
    ['a coach', { reach: 'groups', covert: [] }, "Calls that your company's policy lets you"],
    ['an investigator', none(RULE), 'Calls that this rule covers appear here'],
    [
      'an investigator after the last day',
      none(OVER),
      'The rule that let you monitor covertly has ended. Its last day was Dec 31, 2026.',
    ],
    ['a person without a rule', none(), "No rule of your company's policy lets you monitor"],
    ['a page of an older server', undefined, "Your team's calls appear here"],
  ])('is said to %s while there is no call', async (_who, monitors, text) => {
    const element = await shown(monitors);
    expect(textOf(element)).toContain(`No live calls ${text}`);
    await expect(element).toBeAccessible();
  });

  it('names each covert rule with its purpose and last day, with calls and without (G1)', async () => {
    for (const isEmpty of [true, false]) {
      const element = await shown(none(RULE, { ...OVER, words: 'Over' }), isEmpty);
      expect(findAll(element, '[data-id=covert-rule]').map(textOf)).toEqual([RULE.words]);
      expect(findAll(element, 'c-ui-empty-state')).toHaveLength(isEmpty ? 1 : 0);
      await expect(element).toBeAccessible();
    }
  });

  it('says of the rule that ended last when it did, and to whom it belonged', async () => {
    const earlier = { ...OVER, endsOn: '2026-06-30', purpose: 'Case 7' };
    const element = await shown(none(earlier, OVER));
    expect(find(element, 'c-ui-empty-state')).toBeTruthy();
    expect(textOf(element)).toContain('Purpose: Case 42. Owner: Head of Compliance.');
    expect(textOf(element)).not.toContain('Case 7');
  });

  it('does not mention a rule that has ended to whom another rule lets monitor', async () => {
    const element = await shown({ reach: 'own_reports', covert: [OVER] });
    expect(textOf(element)).toBe("No live calls Your team's calls appear here as they start.");
  });
});
