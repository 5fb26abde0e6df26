import assert from 'node:assert/strict';
import { NAMES_WITHOUT_PREFIX } from '../../local/salesforce/names.ts';
import { bundles, filesBelow, namesIn, read, texts } from './package.ts';

const LOOKED_FOR = new Set<string>([
  ...NAMES_WITHOUT_PREFIX.CustomObject.map((name) => `${name}__c`),
  ...NAMES_WITHOUT_PREFIX.CustomField.map((name) => `${name}__c`),
  ...NAMES_WITHOUT_PREFIX.LightningComponentBundle,
]);
const hasPrefix = (name: string): boolean => /^dealside(_|[A-Z]|$)/i.test(name);

const folderOf = (path: string): string => path.split('/')[1]!;
const NAMES: Readonly<Record<string, () => readonly string[]>> = {
  classes: () => namesIn('classes'),
  triggers: () => namesIn('triggers'),
  components: bundles,
  objects: () =>
    filesBelow('objects')
      .map(folderOf)
      .filter((name) => name.includes('__')),
  'fields of standard objects': () =>
    filesBelow('objects')
      .filter((path) => path.includes('/fields/') && !folderOf(path).includes('__'))
      .map((path) => path.split('/').at(-1)!.split('.')[0]!),
  labels: () => texts(read('labels/CustomLabels.labels-meta.xml'), 'fullName'),
  'quick actions': () =>
    filesBelow('quickActions').map((path) => path.split('/').at(-1)!.split('.')[1]!),
  'folders of reports and dashboards': () =>
    [...filesBelow('reports'), ...filesBelow('dashboards')].map(
      (path) => folderOf(path).split('.')[0]!,
    ),
  ...Object.fromEntries(
    [
      'applications',
      'cspTrustedSites',
      'customPermissions',
      'flexipages',
      'groups',
      'notificationtypes',
      'permissionsetgroups',
      'permissionsets',
      'reportTypes',
      'tabs',
    ].map((folder) => [folder, () => namesIn(folder)]),
  ),
};

// Without a namespace, Salesforce replaces what an org calls by the same name.
describe('a name in the package', () => {
  for (const [what, names] of Object.entries(NAMES))
    it(`begins with Dealside, or is looked for in an org: ${what}`, () => {
      const all = [...new Set(names())];
      assert.ok(all.length > 0, `there are no ${what}`);
      assert.deepEqual(
        all.filter((name) => !hasPrefix(name) && !LOOKED_FOR.has(name)),
        [],
      );
    });

  it('is looked for only where something is called so', () => {
    const all = new Set(Object.values(NAMES).flatMap((names) => names()));
    assert.deepEqual(
      [...LOOKED_FOR].filter((name) => !all.has(name)),
      [],
    );
  });
});

describe('a component that a tab shows', () => {
  const shown = namesIn('tabs').flatMap((tab) => {
    const xml = read(`tabs/${tab}.tab-meta.xml`);
    const [label] = texts(xml, 'label');
    return texts(xml, 'lwcComponent').map((bundle) => ({ bundle, label: label! }));
  });

  it('has the name of the tab where a page is built of components', () => {
    assert.ok(shown.length > 4, String(shown.length));
    const named = shown.map(({ bundle, label }) => ({
      label,
      name: texts(read(`lwc/${bundle}/${bundle}.js-meta.xml`), 'masterLabel')[0]!,
    }));
    assert.deepEqual(
      named.filter(({ label, name }) => name !== label && name !== `Dealside ${label}`),
      [],
    );
  });
});
