import assert from 'node:assert/strict';
import { parseFormula, type FormulaValue } from '../../../../local/org/validation/formulas.ts';

const holds = (
  formula: string,
  record: Record<string, FormulaValue> = {},
  before?: Record<string, FormulaValue>,
): boolean =>
  parseFormula(formula).isTrueFor({
    record,
    ...(before && { before }),
    userId: '005000000000001AAA',
    hasPermission: (name) => name === 'Mine',
  });

describe('a formula of a validation rule', () => {
  for (const [formula, record, before, expected] of [
    ['AND(A__c = "x", NOT(ISBLANK(B__c)))', { A__c: 'x', B__c: 1 }, undefined, true],
    ['A__c = "x" && ISBLANK(B__c) || FALSE', { A__c: 'x' }, undefined, true],
    ['OR(ISBLANK(A__c), LEN(A__c) > 3)', { A__c: 'abc' }, undefined, false],
    ['ISPICKVAL(A__c, "other")', { A__c: 'other' }, undefined, true],
    [
      'Left__c < Joined__c',
      { Left__c: '2026-11-20T17:00:00Z', Joined__c: '2026-11-20T18:30:00+02:00' },
      undefined,
      false,
    ],
    ['ISNEW()', {}, undefined, true],
    ['ISCHANGED(A__c)', { A__c: 'new' }, { A__c: 'old' }, true],
    ['ISCHANGED(A__c)', { A__c: 'new' }, undefined, false],
    ['Owner__c <> $User.Id', { Owner__c: '005000000000001AAA' }, undefined, false],
    ['NOT($Permission.Mine)', {}, undefined, false],
    ['TEXT(A__c) <> "b"', { A__c: 'a' }, undefined, true],
    ['!(A__c >= 2.5)', { A__c: 2 }, undefined, true],
  ] as [
    string,
    Record<string, FormulaValue>,
    Record<string, FormulaValue> | undefined,
    boolean,
  ][]) {
    it(`${formula} is ${expected}`, () => assert.equal(holds(formula, record, before), expected));
  }

  it('says which fields and permissions it looks at', () => {
    const { fields, permissions } = parseFormula('AND(A__c = B__c, $Permission.Dealside_Barge)');
    assert.deepEqual(
      { fields, permissions },
      { fields: ['A__c', 'B__c'], permissions: ['Dealside_Barge'] },
    );
  });

  for (const broken of [
    'AND(A__c',
    'VLOOKUP(A__c)',
    'A__c = ',
    'A__c B__c',
    '$Profile.Name = "x"',
    'ISCHANGED("x") ~',
  ]) {
    it(`${broken} is refused rather than passed over`, () => assert.throws(() => holds(broken)));
  }
});
