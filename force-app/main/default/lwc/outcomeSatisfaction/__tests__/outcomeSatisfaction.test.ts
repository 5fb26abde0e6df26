import type { Drill, Satisfaction } from 'c/outcomeApi';
import OutcomeSatisfaction from 'c/outcomeSatisfaction';
import { find, findAll, show, textOf } from 'test/dom';
import { DRAWN, WORTH } from 'test/worth';

const answered = WORTH.satisfaction as Extract<Satisfaction, { status: 'answered' }>;
const shownWith = (satisfaction: Satisfaction = answered) =>
  show('c-outcome-satisfaction', OutcomeSatisfaction, { satisfaction });
const rowsOf = (shown: HTMLElement, of: string) =>
  findAll(shown, `c-ui-data-table[data-of="${of}"]`).flatMap((table) =>
    findAll(table, 'tbody tr').map((row) => textOf(row)),
  );

describe('what customers said', () => {
  it('says by which way customers were asked, with the number of each', async () => {
    const element = await shownWith();
    expect(textOf(find(element, '[data-id="sources"]'))).toBe(
      '2,000 answered your survey, and 80 pressed a key after the call. Who answers depends on how they are asked.',
    );
  });

  it('is by who joined, with how many answered, n and interval (P21, G34)', async () => {
    const shown = await shownWith();
    const [nobody, barge, takeover] = rowsOf(shown, 'satisfaction');
    expect(nobody).toContain('22.2% (2,000 of 9,000)');
    expect(nobody).toContain('65.0% (1,300 of 2,000)');
    expect(barge).toContain('75.0% (60 of 80)');
    expect(takeover).toContain('0 of 4');
    await expect(shown).toBeAccessible();
  });

  it('is compared only with the warning, and where enough answered', async () => {
    const shown = await shownWith();
    expect(find(shown, '[data-id="satisfaction-warning"]')).toBeTruthy();
    const [barge, takeover] = rowsOf(shown, 'satisfaction-differences');
    expect(barge).toContain('+7.0 points');
    expect(barge).toContain('+1.0 points – +13.0 points');
    expect(takeover).not.toContain('points');
    expect(findAll(shown, 'c-outcome-intervals[data-of="satisfaction-differences"]')).toHaveLength(
      1,
    );
  });

  it('is what was held out says, and nothing where one group answers more often', async () => {
    const held = (shown: HTMLElement) =>
      textOf(find(shown, 'c-outcome-hold-out[data-of="satisfaction"]'));
    expect(held(await shownWith())).toContain('satisfied');
    const uneven = await shownWith({
      ...answered,
      holdOut: { ...DRAWN, status: 'mismatch', mismatch: 'known', pValue: 0.0001 },
    });
    expect(held(uneven)).toContain('answered more often');
    expect(held(uneven)).not.toContain('points');
  });

  it('leads from its numbers to the calls', async () => {
    const shown = await shownWith();
    const drills: Drill[] = [];
    shown.addEventListener('drill', (event) => drills.push((event as CustomEvent<Drill>).detail));
    const [table] = findAll(shown, 'c-ui-data-table[data-of="satisfaction"]');
    for (const button of findAll(table!, 'tbody tr:nth-child(2) button')) button.click();
    expect(drills.map(({ behind }) => behind)).toEqual([
      { mode: 'barge' },
      { mode: 'barge', rating: 'given' },
      { mode: 'barge', rating: 'good' },
    ]);
  });

  it('says who can ask customers where nobody did', async () => {
    const shown = await shownWith({ status: 'none' });
    expect(textOf(find(shown, '[data-id="unasked"]'))).toContain('Dealside Setup');
    expect(findAll(shown, 'c-ui-data-table')).toHaveLength(0);
  });
});
