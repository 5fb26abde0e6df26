import assert from 'node:assert/strict';
import {
  readVocabulary,
  type EntryRecord,
  type VocabularyRecords,
} from '../../../../server/domain/vocabulary/validate.ts';

const NOTHING: VocabularyRecords = {
  reasons: [],
  outcomes: [],
  scripts: [],
  phrases: [],
  notices: [],
  criteria: [],
};
const record = (name: string, values: object, more: Partial<EntryRecord> = {}): EntryRecord => ({
  name,
  isActive: true,
  values: { code: name, ...values },
  ...more,
});
const reason = (name: string, values: object = {}, more: Partial<EntryRecord> = {}): EntryRecord =>
  record(name, { label: `Label of ${name}`, family: 'rep', ...values }, more);
const faultsOf = (records: Partial<VocabularyRecords>): string[] =>
  readVocabulary({ ...NOTHING, ...records }).faults.map(({ list, record: name, field, wording }) =>
    [list, name, field, wording].join(' '),
  );

describe('records of words', () => {
  it('are read in their order, with labels by language', () => {
    const { vocabulary, faults } = readVocabulary({
      ...NOTHING,
      reasons: [
        reason('late', { order: 20 }, { order: 20 }),
        reason(
          'early',
          { germanLabel: 'Früh', labels: 'fr: Tôt\npt-BR = Cedo\n', noteRequired: true },
          { order: 10 },
        ),
      ],
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(vocabulary.reasons[0], {
      code: 'early',
      status: 'active',
      label: 'Label of early',
      labels: { de: 'Früh', fr: 'Tôt', 'pt-BR': 'Cedo' },
      family: 'rep',
      noteRequired: true,
    });
    assert.equal(vocabulary.reasons[1]!.code, 'late');
  });

  for (const [what, records, fault] of [
    [
      'a reason without a family',
      { reasons: [reason('x', { family: '' })] },
      'reasons x family missing',
    ],
    [
      'two codes that differ by case alone',
      { reasons: [reason('x'), reason('X', { label: 'Another' })] },
      'reasons x code code_repeated',
    ],
    [
      'two reasons of one label',
      { reasons: [reason('x', { label: 'Same' }), reason('y', { label: 'same' })] },
      'reasons y label label_repeated',
    ],
    [
      'a code that is longer than its field',
      { reasons: [reason('x'.repeat(41))] },
      `reasons ${'x'.repeat(41)} code too_long`,
    ],
    [
      'a label that is longer than its field',
      { outcomes: [record('x', { label: 'x'.repeat(81) })] },
      'outcomes x label too_long',
    ],
    [
      'a label in a language that is none',
      { reasons: [reason('x', { labels: 'qq: Foo' })] },
      'reasons x labels not_language',
    ],
    [
      'a line of labels that names no language',
      { reasons: [reason('x', { labels: 'Foo' })] },
      'reasons x labels not_labels',
    ],
    [
      'a script of a mode that is none',
      {
        scripts: [
          record('x', { kind: 'introduction', mode: 'shout', language: 'en', text: 'Hello' }),
        ],
      },
      'scripts x mode not_offered',
    ],
    [
      'a script without a language',
      { scripts: [record('x', { kind: 'introduction', text: 'Hello' })] },
      'scripts x language missing',
    ],
    [
      'a phrase for a reason that is not there',
      {
        reasons: [reason('y')],
        phrases: [record('x', { language: 'en', avoid: 'A', instead: 'B', reasons: 'y; nowhere' })],
      },
      'phrases x reasons unknown_reason',
    ],
    [
      'a notice that does not say who is on the call',
      {
        notices: [
          record('x', {
            kind: 'visual',
            audience: 'rep',
            mode: 'monitor',
            language: 'en',
            text: 'Somebody listens.',
          }),
        ],
      },
      'notices x text lacks_place',
    ],
    [
      'a spoken notice in a language that is not spoken',
      {
        notices: [
          record('x', { kind: 'spoken', audience: 'rep', language: 'fr', text: 'Bonjour' }),
        ],
      },
      'notices x language not_spoken',
    ],
    [
      'a criterion without a verdict',
      { criteria: [record('x', { language: 'en', text: 'Only you.' })] },
      'criteria x verdict missing',
    ],
  ] as const)
    it(`have a fault for ${what}`, () => assert.deepEqual(faultsOf(records), [fault]));

  it('have no fault where they are retired', () =>
    assert.deepEqual(
      faultsOf({ reasons: [reason('x', { family: '' }, { isActive: false })] }),
      [],
    ));
});
