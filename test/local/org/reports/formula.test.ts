import assert from 'node:assert/strict';
import { daysOf, groupOf } from '../../../../local/org/reports/dates.ts';
import { evaluate } from '../../../../local/org/reports/formula.ts';

const VALUES: Record<string, number | null> = {
  RowCount: 4,
  'Call_Day__c.Barge__c:SUM': 3,
  'Call_Day__c.Answered__c:SUM': 120,
  'Call_Day__c.Rep__c.None__c:AVG': null,
};
const of = (formula: string): number | null => evaluate(formula, (name) => VALUES[name] ?? null);

describe('a custom summary formula', () => {
  for (const [formula, value] of [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3 - -1', 10],
    ['Call_Day__c.Barge__c:SUM / Call_Day__c.Answered__c:SUM', 0.025],
    ['IF(Call_Day__c.Answered__c:SUM = 0, 0, Call_Day__c.Barge__c:SUM / RowCount)', 0.75],
    ['IF(RowCount <> 4, 1, IF(AND(RowCount >= 4, NOT(RowCount < 4)), 2, 3))', 2],
    ['1 / (RowCount - 4)', null],
    ['Call_Day__c.Rep__c.None__c:AVG + 1', null],
    ['IF(ISBLANK(Call_Day__c.Rep__c.None__c:AVG), 5, 6)', 5],
    ['BLANKVALUE(Call_Day__c.Rep__c.None__c:AVG, 5)', 5],
    ['BLANKVALUE(RowCount, 5)', 4],
    ['IF(RowCount = 4, NULL, 1 / RowCount)', null],
    ['IF(RowCount = 0, NULL, 1 / RowCount)', 0.25],
  ] as const)
    it(`${formula} is ${value ?? 'nothing'}`, () => assert.equal(of(formula), value));

  it('divides by the value of a group above', () => {
    const parents = (name: string, level: string) =>
      name === 'RowCount' && level === 'GRAND_SUMMARY' ? 16 : null;
    assert.equal(
      evaluate(
        'RowCount / PARENTGROUPVAL(RowCount, GRAND_SUMMARY)',
        (name) => VALUES[name] ?? null,
        parents,
      ),
      0.25,
    );
  });

  it('is refused where it says something that is not supported', () => {
    assert.throws(() => of('PREVGROUPVAL(RowCount, X)'), /does not support/);
    assert.throws(() => of('1 +'), /does not support/);
    assert.throws(() => of("'text'"), /does not support/);
  });
});

describe('the time of a report', () => {
  it('is never empty on the first of January when it rolls', () => {
    assert.deepEqual(daysOf('INTERVAL_PREVCURY', '2027-01-01'), {
      from: '2026-01-01',
      to: '2027-12-31',
    });
    assert.deepEqual(daysOf('INTERVAL_LAST90', '2027-01-01'), {
      from: '2026-10-04',
      to: '2027-01-01',
    });
    assert.throws(() => daysOf('INTERVAL_NEXTFY', '2027-01-01'), /does not support/);
  });

  it('is grouped by month, quarter and week', () => {
    assert.deepEqual(groupOf('2026-11-28', 'Month'), {
      value: '2026-11-01',
      label: 'November 2026',
    });
    assert.deepEqual(groupOf('2026-11-28', 'Quarter'), { value: '2026-10-01', label: 'Q4 CY2026' });
    assert.equal(groupOf('2026-11-28', 'Week').value, '2026-11-22');
  });
});
