import { SHIPPED_CUES } from '../../server/domain/alerts/shippedCues.ts';
import { COURSES } from '../../server/domain/practice/courses.ts';
import { SCENARIOS } from '../../server/domain/practice/scenarios.ts';
import { TEXTS } from '../../server/domain/texts/texts.ts';
import { TEXTS as SOFTPHONE_TEXTS } from '../../softphone/src/strings.ts';
import {
  childrenOf,
  deep,
  nameOf,
  openTree,
  textOf,
  type Element,
} from '../force-app/checks/tree.ts';

/** A German text and where it stands, such as "label ModeBarge". */
export interface GermanText {
  readonly at: string;
  readonly text: string;
}

/** Every German text that people read, except what a practice customer says. */
export const germanTexts = (): readonly GermanText[] => [
  ...globalTexts(),
  ...objectTexts(),
  ...seedTexts(),
  ...catalogue('server', TEXTS.de),
  ...catalogue('softphone', SOFTPHONE_TEXTS.de),
  ...practiceTexts(),
  ...cueTexts(),
];

const tree = openTree();

const textsIn = (element: Element, names: readonly string[], at: string): GermanText[] =>
  names
    .flatMap((name) => deep(element, name))
    .filter(({ text }) => text)
    .map(({ text }) => ({ at, text }));

/** Labels, app, tabs and report types. */
const globalTexts = (): GermanText[] =>
  tree.xml('german/translations/de.translation-meta.xml').children.flatMap((entry) => {
    const name = (textOf(entry, 'name') ?? '').replace('Dealside_', '');
    const kind = entry.name === 'customLabels' ? 'label' : entry.name;
    return textsIn(entry, ['label', 'description'], `${kind} ${name}`);
  });

const objectTexts = (): GermanText[] =>
  tree.paths
    .filter((path) => path.startsWith('german/objectTranslations/'))
    .flatMap((path) =>
      textsIn(
        tree.xml(path),
        [
          'label',
          'help',
          'relationshipLabel',
          'translation',
          'errorMessage',
          'value',
          'nameFieldLabel',
        ],
        path.split('/').slice(2).join(' ').replace('-de', '').replace(/\..*/, ''),
      ),
    );

const seedTexts = (): GermanText[] =>
  tree.paths
    .filter((path) => path.startsWith('seeds/') && path.endsWith('_de.md-meta.xml'))
    .flatMap((path) => {
      const record = tree.xml(path);
      const texts = childrenOf(record, 'values').filter((value) =>
        ['Text__c', 'Instead__c', 'Avoid__c', 'Why__c'].includes(textOf(value, 'field') ?? ''),
      );
      return [
        ...textsIn(record, ['label'], `seed ${nameOf(path)}`),
        ...texts.map((value) => ({
          at: `seed ${nameOf(path)}`,
          text: textOf(value, 'value') ?? '',
        })),
      ];
    });

function catalogue(at: string, value: unknown): GermanText[] {
  if (typeof value === 'string') return [{ at, text: value }];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    catalogue(`${at} ${key}`, inner),
  );
}

const practiceTexts = (): GermanText[] => [
  ...COURSES.flatMap(({ code, title, sections, questions }) =>
    catalogue(`course ${code}`, {
      title: title.de,
      sections: sections.map(({ de }) => de),
      questions: questions.map(({ text, choices }) => [text.de, choices.map(({ de }) => de)]),
    }),
  ),
  ...SCENARIOS.flatMap(({ code, title, brief, checklist }) =>
    catalogue(`scenario ${code}`, {
      title: title.de,
      brief: brief.de,
      checklist: checklist.map(({ text }) => text.de),
    }),
  ),
];

const cueTexts = (): GermanText[] =>
  SHIPPED_CUES.filter(({ language }) => language === 'de').flatMap(({ name, label, text }) =>
    catalogue(`cue ${name}`, { label, text }),
  );
