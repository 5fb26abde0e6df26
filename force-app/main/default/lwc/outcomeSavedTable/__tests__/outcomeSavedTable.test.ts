import OutcomeSavedTable from 'c/outcomeSavedTable';
import { findAll, show, textOf } from 'test/dom';

const share = {
  key: 'barge',
  name: 'Barge',
  interventions: 18,
  given: 10,
  saved: 6,
  interval: { low: 0.313, high: 0.832 },
};

describe('the table of outcomes', () => {
  it('has the n of each share, and its plausible range', async () => {
    const element = await show('c-outcome-saved-table', OutcomeSavedTable, {
      heading: 'By highest mode',
      nameLabel: 'Mode',
      shares: [share],
    });
    expect(findAll(element, 'tr').map((row) => textOf(row))).toEqual([
      'Mode Interventions With an outcome Saved, resolved or advanced Plausible range (95%)',
      'Barge 18 10 6 (60.0%) 31.3% – 83.2%',
    ]);
    await expect(element).toBeAccessible();
  });

  it('has no share without an outcome', async () => {
    const element = await show('c-outcome-saved-table', OutcomeSavedTable, {
      heading: 'By highest mode',
      nameLabel: 'Mode',
      shares: [{ ...share, given: 0, saved: 0, interval: { low: 0, high: 1 } }],
    });
    expect(textOf(findAll(element, 'tbody tr')[0]!)).toBe('Barge 18 0 Not known yet Not known yet');
  });
});
