import assert from 'node:assert/strict';
import fc from 'fast-check';
import { validatePolicy, type PolicyFault } from '../../../../server/domain/policy/validate.ts';
import { faultText } from '../../../../server/domain/texts/render.ts';
import { CASES_POLICY } from './casesPolicy.ts';

const [day] = CASES_POLICY.rules;
const covert = CASES_POLICY.rules.find((rule) => rule.covert)!;
const faultsOf = (input: unknown): readonly PolicyFault[] => {
  const checked = validatePolicy(input);
  return 'faults' in checked ? checked.faults : [];
};
const withRule = (rule: object) => ({ ...CASES_POLICY, rules: [rule] });
const named = (input: unknown): string[] =>
  faultsOf(input).map(({ rule, field, code }) => [rule, field, code].filter(Boolean).join(' '));

describe('a rule', () => {
  const cases: [string, object, string][] = [
    ['without a name', { ...day, name: '' }, '#1 name empty'],
    ['without a role', { ...day, role: undefined }, 'managers-by-day role missing'],
    ['of no mode', { ...day, modes: [] }, 'managers-by-day modes empty'],
    [
      'of a mode that is not',
      { ...day, modes: ['monitor', 'shout'] },
      'managers-by-day modes not_offered',
    ],
    [
      'of a mode twice',
      { ...day, modes: ['monitor', 'monitor'] },
      'managers-by-day modes repeated',
    ],
    ['on nobody', { ...day, reach: {} }, 'managers-by-day reach.kind missing'],
    [
      'on a kind of people that is not',
      { ...day, reach: { kind: 'friends' } },
      'managers-by-day reach.kind not_offered',
    ],
    [
      'on a team without saying which',
      { ...day, reach: { kind: 'team' } },
      'managers-by-day reach.groups missing',
    ],
    [
      'on own reports of a team',
      { ...day, reach: { kind: 'own_reports', groups: 'shared' } },
      'managers-by-day reach.groups unknown_field',
    ],
    ['on no deal in particular', { ...day, deals: {} }, 'managers-by-day deals empty'],
    [
      'on deals of less than nothing',
      { ...day, deals: { minimumAmount: -1 } },
      'managers-by-day deals.minimumAmount not_positive',
    ],
    [
      'at a time that is not',
      { ...day, hours: { ...day!.hours, from: '8 am' } },
      'managers-by-day hours.from not_a_time',
    ],
    [
      'until a time that is not',
      { ...day, hours: { ...day!.hours, to: '24:01' } },
      'managers-by-day hours.to not_a_time',
    ],
    [
      'at hours that never open',
      { ...day, hours: { ...day!.hours, to: '08:00' } },
      'managers-by-day hours.to never_open',
    ],
    [
      'on a day that is not',
      { ...day, hours: { ...day!.hours, days: ['Monday'] } },
      'managers-by-day hours.days not_offered',
    ],
    [
      'by a clock that is not',
      { ...day, hours: { ...day!.hours, clock: 'wall' } },
      'managers-by-day hours.clock not_offered',
    ],
    [
      'but on days off that are not',
      { ...day, hours: { ...day!.hours, exceptOn: 'Narnia' } },
      'managers-by-day hours.exceptOn unknown_calendar',
    ],
    [
      'with a demand that is not',
      { ...day, demands: ['blood'] },
      'managers-by-day demands not_offered',
    ],
    [
      'of which the rep is not told (D23)',
      { ...day, noticeKinds: ['tone'] },
      'managers-by-day noticeKinds unseen_not_covert',
    ],
    ['on no call at a time', { ...day, atOnce: 0 }, 'managers-by-day atOnce not_positive'],
    ['with a field that is not', { ...day, mode: 'barge' }, 'managers-by-day mode unknown_field'],
    [
      'that is covert without an owner',
      { ...covert, covert: { purpose: 'x', endsOn: '2026-11-30' } },
      'refund-fraud covert.owner missing',
    ],
    [
      'that is covert for no purpose',
      { ...covert, covert: { ...covert.covert, purpose: ' ' } },
      'refund-fraud covert.purpose empty',
    ],
    [
      'that is covert for ever',
      { ...covert, covert: { owner: 'x', purpose: 'x' } },
      'refund-fraud covert.endsOn missing',
    ],
    [
      'that is covert until a day that is not',
      { ...covert, covert: { ...covert.covert, endsOn: '2026-02-30' } },
      'refund-fraud covert.endsOn not_a_date',
    ],
    [
      'that is covert and told',
      { ...covert, noticeKinds: ['banner'] },
      'refund-fraud noticeKinds covert_is_told',
    ],
    [
      'that is covert and heard',
      { ...covert, modes: ['monitor', 'whisper'] },
      'refund-fraud modes covert_is_heard',
    ],
  ];
  for (const [words, rule, fault] of cases)
    it(`${words} is named: ${fault}`, () => assert.deepEqual(named(withRule(rule)), [fault]));

  it('with several faults has each of them named', () => {
    assert.deepEqual(named(withRule({ ...day, role: 7, modes: 'all', atOnce: 1.5 })), [
      'managers-by-day role wrong_type',
      'managers-by-day modes wrong_type',
      'managers-by-day atOnce not_positive',
    ]);
  });
});

describe('a policy', () => {
  it('is not a text, nor nothing', () =>
    assert.deepEqual([named('all'), named(undefined)], [['rule wrong_type'], ['rule wrong_type']]));
  it('names its rules once each', () =>
    assert.deepEqual(named({ ...CASES_POLICY, rules: [day, day] }), [
      'managers-by-day name repeated',
    ]));
  it('has days off on days of the calendar', () => {
    assert.deepEqual(
      named({
        version: 'v',
        rules: [],
        holidays: [
          { calendar: 'US', date: '2026-12-25' },
          { calendar: 'US', date: 'Christmas' },
        ],
      }),
      ['holidays.2.date not_a_date'],
    );
  });
  it('has its faults said in words', () => {
    for (const fault of faultsOf({ ...CASES_POLICY, rules: [{ name: 'x' }], holidays: 4 }))
      assert.match(faultText(fault, 'en'), /^[A-Z"].*\.$/);
  });
  it('that is anything at all is judged, not fallen over', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            version: fc.string(),
            rules: fc.array(fc.anything()),
            holidays: fc.array(fc.anything()),
          }),
        ),
        (input) => {
          const checked = validatePolicy(input);
          assert.ok('policy' in checked || checked.faults.length > 0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
