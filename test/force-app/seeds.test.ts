import assert from 'node:assert/strict';
import { readOrgVocabulary } from '../../server/crm/policy/vocabularyRecords.ts';
import type { CrmConnection } from '../../server/crm/session/connection.ts';
import { LANGUAGES } from '../../server/domain/call/language.ts';
import { SHIPPED_VOCABULARY } from '../../server/domain/vocabulary/shipped.ts';
import { childrenOf, nameOf, openTree, textOf, withSuffix } from './checks/tree.ts';

const tree = openTree();
const seeds = withSuffix(tree, 'md').filter((path) => path.startsWith('seeds/'));

/** An org that has the seeds and nothing else. */
const org = {
  query: async (soql: string) => {
    const type = /FROM (\w+)__mdt/.exec(soql)![1]!;
    return seeds
      .filter((path) => nameOf(path).startsWith(`${type}.`))
      .map((path) => ({
        DeveloperName: nameOf(path).split('.')[1]!,
        MasterLabel: textOf(tree.xml(path), 'label'),
        ...Object.fromEntries(
          childrenOf(tree.xml(path), 'values').map((entry) => {
            const [value] = childrenOf(entry, 'value');
            const kind = value!.attributes['xsi:type'];
            const { text } = value!;
            return [
              textOf(entry, 'field'),
              kind === 'xsd:boolean'
                ? text === 'true'
                : kind === 'xsd:double'
                  ? Number(text)
                  : text.replaceAll('&amp;', '&'),
            ];
          }),
        ),
      }));
  },
} as unknown as CrmConnection;

describe('the seeds of an org’s policy', () => {
  it('stand outside the package, whose one record says which it is, so that no deploy of it overwrites the customer’s', () => {
    assert.deepEqual(
      withSuffix(tree, 'md').filter((path) => !path.startsWith('seeds/')),
      ['default/customMetadata/Dealside_Package.Deployed.md-meta.xml'],
    );
    assert.ok(seeds.length > 100);
  });

  it('name no role that no permission set gives, so that each rule can match somebody (G32)', () => {
    const sets = withSuffix(tree, 'permissionset').map((path) => nameOf(path).toLowerCase());
    const roles = seeds
      .filter((path) => nameOf(path).startsWith('Dealside_Policy_Rule.'))
      .flatMap((path) =>
        childrenOf(tree.xml(path), 'values')
          .filter((entry) => textOf(entry, 'field') === 'Role__c')
          .map((entry) => textOf(entry, 'value')),
      );
    assert.ok(roles.includes('coach') && roles.includes('specialist'), roles.join());
    assert.deepEqual(
      roles.filter((role) => !sets.includes(`dealside_${role}`)),
      [],
    );
  });

  it('are read without a fault, and say what the server says to an org that has none', async () => {
    const { vocabulary, faults } = await readOrgVocabulary(org);
    assert.deepEqual(faults, []);
    const byCode = <Entry extends { code: string }>(entries: readonly Entry[]): Entry[] =>
      entries.toSorted((a, b) => a.code.localeCompare(b.code));
    assert.deepEqual(byCode(vocabulary.reasons), byCode(SHIPPED_VOCABULARY.reasons));
    assert.deepEqual(vocabulary.outcomes, SHIPPED_VOCABULARY.outcomes);
    const texts = vocabulary.scripts.map(({ kind, mode, language, text }) =>
      [kind, mode, language, text].join('|'),
    );
    assert.deepEqual(
      SHIPPED_VOCABULARY.scripts
        .map(({ kind, mode, language, text }) => [kind, mode, language, text].join('|'))
        .filter((text) => !texts.includes(text)),
      [],
    );
  });

  it('have each text in every language of Dealside (D12, R11, R15)', async () => {
    const { vocabulary } = await readOrgVocabulary(org);
    for (const list of ['scripts', 'phrases', 'criteria'] as const) {
      const namesIn = (language: string): string[] =>
        vocabulary[list]
          .filter((entry) => entry.language === language)
          .map(({ name }) => name.replace(/_\w\w$/, ''))
          .toSorted();
      const [first, ...others] = LANGUAGES.map(namesIn);
      assert.ok(first!.length > 0, list);
      for (const names of others) assert.deepEqual(names, first, list);
    }
  });

  it('have the reasons that sales teams name (D8, G22, V8, P6, R6, R14)', async () => {
    const codes = (await readOrgVocabulary(org)).vocabulary.reasons.map(({ code }) => code);
    for (const code of [
      'rep_mistake',
      'crisis_communication',
      'language_support',
      'knowledge_transfer',
      'model_response',
      'methodology_deviation',
      'stumped_rep',
      'new_rep_support',
      'abusive_customer',
      'customer_asks_manager',
      'sales_opportunity',
      'planned_three_way',
      'positive_recognition',
    ])
      assert.ok(codes.includes(code), code);
  });
});
