import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageXml } from '../../../../local/org/files/packageXml.ts';
import { OBJECTS, type PageObject } from '../../../../local/org/lightning/client/objects.ts';
import { GERMAN } from '../../../../local/org/lightning/client/words.ts';

interface Labels {
  readonly label?: string;
  readonly pluralLabel?: string;
  readonly nameField?: { readonly label?: string };
}
interface Translation {
  readonly label?: string;
  readonly nameFieldLabel?: string;
  readonly caseValues?: readonly {
    readonly caseType: string;
    readonly plural: string;
    readonly value: string;
  }[];
}

const MAIN = fileURLToPath(new URL('../../../../force-app/main', import.meta.url));
const read = packageXml(['caseValues']);
/** The people of a record by name, which the page data has for their fields. */
const FIELD_OF: Readonly<Record<string, string>> = {
  RepName: 'Rep__c',
  SupervisorName: 'Supervisor__c',
};

/** What the package calls an object and its fields, in English and in German. */
function wordsOf(object: string, page: PageObject): [english: string, german: string][] {
  const own = (
    read(join(MAIN, `default/objects/${object}/${object}.object-meta.xml`)) as {
      CustomObject: Labels;
    }
  ).CustomObject;
  const translated = translationOf(object);
  const named = (plural: string): string | undefined =>
    translated.caseValues?.find((one) => one.caseType === 'Nominative' && one.plural === plural)
      ?.value;
  const fields = [...page.facts, ...page.details, ...page.columns].flatMap(
    ({ field }): [string, string][] => {
      if (field === 'Name') return [[own.nameField!.label!, translated.nameFieldLabel!]];
      const file = FIELD_OF[field] ?? field;
      const path = join(MAIN, `default/objects/${object}/fields/${file}.field-meta.xml`);
      if (!existsSync(path)) return [];
      const { CustomField } = read(path) as { CustomField: Labels };
      const german = read(
        join(MAIN, `german/objectTranslations/${object}-de/${file}.fieldTranslation-meta.xml`),
      ) as { CustomFieldTranslation: Translation };
      return [[CustomField.label!, german.CustomFieldTranslation.label!]];
    },
  );
  return [[own.label!, named('false')!], [own.pluralLabel!, named('true')!], ...fields];
}

const translationOf = (object: string): Translation =>
  (
    read(
      join(MAIN, `german/objectTranslations/${object}-de/${object}-de.objectTranslation-meta.xml`),
    ) as { CustomObjectTranslation: Translation }
  ).CustomObjectTranslation;

describe('what pages call the package’s own objects', () => {
  const own = Object.entries(OBJECTS).filter(([name]) => name.endsWith('__c'));

  it('is asked of each of them', () => assert.equal(own.length, 4));
  for (const [object, page] of own) {
    const words = wordsOf(object, page);
    it(`is what its metadata says: ${object}`, () => {
      const shown = [...page.facts, ...page.details, ...page.columns]
        .filter(({ field }) => field.endsWith('__c') || field === 'Name' || FIELD_OF[field])
        .map(({ label }) => label);
      assert.deepEqual(
        [page.label, page.plural, ...shown],
        words.map(([english]) => english),
      );
    });
    it(`is what its translation says in German: ${object}`, () =>
      assert.deepEqual(
        words.map(([english]) => [english, GERMAN[english] ?? english]),
        words,
      ));
  }
});
