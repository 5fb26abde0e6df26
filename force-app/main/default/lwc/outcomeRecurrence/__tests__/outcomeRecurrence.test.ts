import OutcomeRecurrence from 'c/outcomeRecurrence';
import { find, findAll, show, textOf } from 'test/dom';
import { share } from 'test/worth';

const shown = (recurrence: object) =>
  show('c-outcome-recurrence', OutcomeRecurrence, { recurrence });

describe('whether the reason of a debrief came back', () => {
  it('is in all and by reason, with the debriefs that are still watched', async () => {
    const element = await shown({
      of: 10,
      all: { again: share(3, 12), watching: 5 },
      reasons: [
        { reasonCode: 'pricing', label: 'Pricing', again: share(3, 12), watching: 1 },
        { reasonCode: 'legal', label: 'Legal', again: share(0, 0), watching: 4 },
      ],
    });
    expect(textOf(element)).toContain("in the rep's next 10 calls");
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'All 12 3 25.0% 10.0% – 90.0% 5',
      'Pricing 12 3 25.0% 10.0% – 90.0% 1',
      'Legal 0 0 Not measured Not known yet 4',
    ]);
    await expect(element).toBeAccessible();
  });

  it('is not measured without debriefs', async () => {
    const element = await shown({ of: 10, all: { again: share(0, 0), watching: 0 }, reasons: [] });
    expect(textOf(find(element, '[data-id=none]')!)).toBe('Not measured');
  });
});
