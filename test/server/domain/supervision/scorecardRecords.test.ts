import assert from 'node:assert/strict';
import { SCORECARD_FAULTS } from '../../../../server/domain/call/scorecardFaults.ts';
import {
  readScorecard,
  type ScorecardFault,
  type ScorecardRecord,
} from '../../../../server/domain/supervision/scorecardRecords.ts';

const record = (more: Partial<ScorecardRecord> = {}): ScorecardRecord => ({
  name: 'Listening',
  label: 'Listens',
  kind: 'scale',
  choices: [],
  weight: 2,
  isCritical: false,
  mayNotApply: false,
  needsComment: false,
  ...more,
});
const choice = (choices: readonly string[]) => record({ kind: 'choice', choices });

const FAULTS: readonly [
  what: string,
  records: readonly ScorecardRecord[],
  fault: Omit<ScorecardFault, 'item'>,
][] = [
  ['an empty text', [record({ label: ' ' })], { field: 'label', code: 'no_text' }],
  [
    'a kind that there is not',
    [record({ kind: 'stars' })],
    { field: 'kind', code: 'unknown_kind', value: 'stars' },
  ],
  ['no choices', [choice([])], { field: 'choices', code: 'few_choices' }],
  ['one choice', [choice(['Good'])], { field: 'choices', code: 'few_choices' }],
  [
    'a choice twice',
    [choice(['Good', 'Bad', 'Good'])],
    { field: 'choices', code: 'repeated_choice', value: 'Good' },
  ],
  [
    'a choice that means something else',
    [choice(['Good', 'not_applicable'])],
    { field: 'choices', code: 'reserved_choice', value: 'not_applicable' },
  ],
  [
    'a choice that cannot be answered',
    [choice(['Good', 'x'.repeat(256)])],
    { field: 'choices', code: 'long_choice', value: 'x'.repeat(40) },
  ],
  [
    'a weight below 0',
    [record({ weight: -1 })],
    { field: 'weight', code: 'negative_weight', value: '-1' },
  ],
  [
    'a weight that is no number',
    [record({ weight: NaN })],
    { field: 'weight', code: 'negative_weight', value: 'NaN' },
  ],
  [
    'no weight in any record',
    [record({ weight: 0 }), record({ name: 'Pace', weight: 0 })],
    { field: 'weight', code: 'no_weight_at_all' },
  ],
];

describe('the records of a scorecard', () => {
  for (const [what, records, fault] of FAULTS)
    it(`name a record with ${what}`, () =>
      assert.deepEqual(readScorecard(records).faults, [{ item: 'Listening', ...fault }]));

  it('can have each fault that there is', () =>
    assert.deepEqual(
      [...new Set(FAULTS.map(([, , { code }]) => code))].toSorted(),
      SCORECARD_FAULTS.toSorted(),
    ));

  it('name every fault of every record, and keep those without', () => {
    const { items, faults } = readScorecard([
      record({ name: 'Bad', kind: 'stars', weight: -1 }),
      record({ name: 'Worse', label: '' }),
      record({ name: 'Good' }),
    ]);
    assert.deepEqual(
      faults.map(({ item, code }) => [item, code]),
      [
        ['Bad', 'unknown_kind'],
        ['Bad', 'negative_weight'],
        ['Worse', 'no_text'],
      ],
    );
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Good'],
    );
  });

  it('are a scale of weight 1 where nothing is said', () => {
    const { items, faults } = readScorecard([record({ kind: undefined, weight: undefined })]);
    assert.deepEqual([items[0]?.kind, items[0]?.weight, faults], ['scale', 1, []]);
  });

  it('keep what an item says: critical, not applicable, comment, family, guide', () => {
    const full = record({
      isCritical: true,
      mayNotApply: true,
      needsComment: true,
      family: 'deal',
      guide: 'As heard.',
      germanLabel: 'Hört zu',
    });
    assert.deepEqual(readScorecard([full, choice(['A', 'B'])]).items[0], full);
  });

  it('may all be missing', () => assert.deepEqual(readScorecard([]), { items: [], faults: [] }));
});
