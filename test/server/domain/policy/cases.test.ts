import assert from 'node:assert/strict';
import { validatePolicy } from '../../../../server/domain/policy/validate.ts';
import { ruleWords } from '../../../../server/domain/policy/words.ts';
import { faultOf, readCases } from './casesFile.ts';
import { CASES_POLICY } from './casesPolicy.ts';

const { rules, people, cases } = readCases();

describe('the policy of cases.md', () => {
  it('has no fault', () =>
    assert.deepEqual(validatePolicy(CASES_POLICY), { policy: CASES_POLICY }));
  it('is said in words that are true of it', () => {
    assert.deepEqual(
      [...rules],
      CASES_POLICY.rules.map((rule) => [rule.name, ruleWords(rule, 'en')]),
    );
  });
});

describe('the cases (D17–D22, G1–G3, G31, G32, V13, V29, P23)', () => {
  it('are at least 200, each with a number of its own', () => {
    assert.ok(cases.length >= 200, `${cases.length} cases`);
    assert.equal(new Set(cases.map((row) => row['#'])).size, cases.length);
  });
  it('touch every rule, allowing and refusing', () => {
    for (const { name } of CASES_POLICY.rules) {
      for (const expected of ['allowed', 'refused']) {
        assert.ok(
          cases.some((row) => row.rule === name && row.expected === expected),
          `no case is ${expected} by ${name}`,
        );
      }
    }
  });
  for (const row of cases) {
    it(`#${row['#']} ${row.who} asks to ${row['asks to']} ${row.rep}, ${row['day and time']}: ${row.expected}`, () => {
      assert.equal(faultOf(row, people, CASES_POLICY), undefined);
    });
  }
});

describe('a wrong row', () => {
  const right = cases.find((row) => row.so?.startsWith('outside_hours until'))!;
  const wrong: [string, Record<string, string>][] = [
    ['of another answer', { expected: 'allowed' }],
    ['of another rule', { rule: 'admins-check' }],
    ['of another hour of opening', { so: 'outside_hours until 2026-11-18 09:00' }],
    ['of another moment', { 'day and time': 'Wed 2026-11-18 12:00' }],
    ['of another zone', { zone: 'Asia/Tokyo' }],
    ['of another weekday', { 'day and time': 'Thu 2026-11-18 07:59' }],
    ['of another relation', { relation: 'none' }],
    ['of another role', { role: 'qa' }],
    ['of nobody known', { who: 'Nemo' }],
  ];
  it('is found from a row that is right', () =>
    assert.equal(faultOf(right, people, CASES_POLICY), undefined));
  for (const [words, planted] of wrong) {
    it(`${words} is found`, () =>
      assert.match(faultOf({ ...right, ...planted }, people, CASES_POLICY) ?? '', /^#\d+/));
  }
});
