import type { Drill } from 'c/outcomeApi';
import OutcomeIssues from 'c/outcomeIssues';
import { find, findAll, show, textOf } from 'test/dom';
import { WORTH } from 'test/worth';

const shown = (savedByIssue: readonly object[]) =>
  show('c-outcome-issues', OutcomeIssues, { savedByIssue });

describe('how many customers were kept, by what calls were about', () => {
  it('is drawn and in a table by who joined, with n, interval and the warning', async () => {
    const element = await shown(WORTH.savedByIssue);
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Wanted to cancel No one 240 96 (40.0%) 10.0% – 90.0%',
      'Wanted to cancel Barge 40 24 (60.0%) 10.0% – 90.0%',
      'Progress No one 900 No code says so',
      'Not said No one 30 No code says so',
    ]);
    expect(findAll(element, '.mark')).toHaveLength(2);
    expect(textOf(find(element, '[data-id=warning]'))).toContain('no effect');
    await expect(element).toBeAccessible();
  });

  it('leads to the calls, and to those that were saved', async () => {
    const element = await shown(WORTH.savedByIssue);
    const drills: Drill[] = [];
    element.addEventListener('drill', (event) => drills.push((event as CustomEvent<Drill>).detail));
    const buttons = findAll(element, 'tbody tr:nth-child(2) button');
    for (const button of buttons) button.click();
    expect(drills.map(({ behind }) => behind)).toEqual([
      { issue: 'retention', mode: 'barge' },
      { issue: 'retention', mode: 'barge', isSaved: 'true' },
    ]);
  });

  it('is not measured without calls', async () => {
    expect(textOf(find(await shown([]), '[data-id=none]'))).toBe('Not measured');
  });
});
