import { XMLValidator } from 'fast-xml-parser';
import assert from 'node:assert/strict';
import { bundles, exists, filesBelow, namesIn, read, sources, texts } from './package.ts';

const missing = (wanted: readonly string[], known: readonly string[]): string[] => wanted.filter((name) => !known.includes(name));
const isCustom = (name: string): boolean => /__(c|mdt)$/.test(name);
const fieldFile = (field: string): string => {
  const [object, name] = field.split('.');
  return `objects/${object === 'Task' ? 'Activity' : object}/fields/${name}.field-meta.xml`;
};

describe('metadata', () => {
  it('is well-formed XML', () => {
    const faults = filesBelow('.').filter((path) => path.endsWith('.xml') && XMLValidator.validate(read(path)) !== true);
    assert.deepEqual(faults, []);
  });

  it('says in each field file what the file is called', () => {
    const faults = filesBelow('objects').filter((path) => path.includes('/fields/') && texts(read(path), 'fullName')[0] !== path.split('/').at(-1)!.split('.')[0]);
    assert.deepEqual(faults, []);
  });
});

describe('a permission set', () => {
  for (const path of filesBelow('permissionsets')) {
    const xml = read(path);
    it(`${path.split('/')[1]!.split('.')[0]} names only what exists`, () => {
      assert.deepEqual(texts(xml, 'field').filter((field) => isCustom(field) && !exists(fieldFile(field))), []);
      assert.deepEqual(texts(xml, 'object').filter((object) => isCustom(object) && !exists(`objects/${object}`)), []);
      assert.deepEqual(missing(texts(xml, 'apexClass'), namesIn('classes')), []);
      assert.deepEqual(missing(texts(xml, 'tab'), namesIn('tabs')), []);
      assert.deepEqual(missing(texts(xml, 'application'), namesIn('applications')), []);
      const permissions = /<customPermissions>[\s\S]*?<name>(\w+)<\/name>/g;
      assert.deepEqual(missing([...xml.matchAll(permissions)].map((match) => match[1]!), namesIn('customPermissions')), []);
    });
  }

  it('gives each role the modes it has, and no other (D17, D18, D20)', () => {
    const granted = (role: string): string[] =>
      [...read(`permissionsets/Dealside_${role}.permissionset-meta.xml`).matchAll(/<customPermissions>[\s\S]*?<name>Dealside_(\w+)<\/name>/g)].map((match) => match[1]!).sort();
    assert.deepEqual(Object.fromEntries(['Supervisor', 'QA', 'Rep', 'Admin', 'RevOps', 'Integration'].map((role) => [role, granted(role)])), {
      Supervisor: ['Barge', 'Monitor', 'Takeover', 'Whisper'],
      QA: ['All_Calls', 'Monitor', 'Whisper'],
      Rep: ['Take_Calls'],
      Admin: ['Administer'],
      RevOps: [],
      Integration: [],
    });
  });
});

describe('a custom label', () => {
  const labels = read('labels/CustomLabels.labels-meta.xml');
  const known = texts(labels, 'fullName');
  const code = sources('ts').map(read).join('\n');
  const imported = [...code.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)];

  it('exists for each that a component imports, once', () => {
    assert.deepEqual(missing(imported.map((match) => match[2]!), known), []);
    assert.equal(new Set(known).size, known.length);
  });

  it('is imported if it exists', () => {
    assert.deepEqual(missing(known, imported.map((match) => match[2]!)), []);
  });

  it('is shown somewhere if it is imported', () => {
    const used = code + sources('html').map(read).join('\n');
    assert.deepEqual(imported.map((match) => match[1]!).filter((key) => !new RegExp(`labels\\.${key}\\b`).test(used)), []);
  });

  it('has placeholders that can be filled', () => {
    const odd = texts(labels, 'value').filter((value) => /[{}]/.test(value.replace(/\{\w+\}/g, '')));
    assert.deepEqual(odd, []);
  });
});

describe('a component', () => {
  const tagOf = (bundle: string): string => `c-${bundle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  it('has its metadata', () => {
    assert.deepEqual(bundles().filter((bundle) => !exists(`lwc/${bundle}/${bundle}.js-meta.xml`)), []);
  });

  it('uses only components and modules of the package', () => {
    const used = sources('html').flatMap((path) => [...read(path).matchAll(/<(c-[a-z-]+)/g)].map((match) => match[1]!));
    assert.deepEqual(missing(used, bundles().map(tagOf)), []);
    const imported = sources('ts').flatMap((path) => [...read(path).matchAll(/from 'c\/(\w+)'/g)].map((match) => match[1]!));
    assert.deepEqual(missing(imported, bundles()), []);
  });

  it('imports only what the platform has', () => {
    const imported = sources('ts').flatMap((path) => [...read(path).matchAll(/from '([^']+)'/g)].map((match) => match[1]!));
    assert.deepEqual(imported.filter((name) => !/^(lwc$|lightning\/|@salesforce\/|c\/|\.\/\w+$)/.test(name)), []);
    const permissions = imported.flatMap((name) => /^@salesforce\/customPermission\/(\w+)/.exec(name)?.[1] ?? []);
    assert.deepEqual(missing(permissions, namesIn('customPermissions')), []);
    const classes = imported.flatMap((name) => /^@salesforce\/apex\/(\w+)\./.exec(name)?.[1] ?? []);
    assert.deepEqual(missing(classes, namesIn('classes')), []);
  });

  it('has no text of its own in its template', () => {
    const written = sources('html').flatMap((path) =>
      [...read(path).matchAll(/>([^<]+)</g)].map((match) => match[1]!.replace(/\{[\w.]+\}/g, '').trim()).filter((text) => /[a-z]/i.test(text)).map((text) => `${path}: ${text}`));
    assert.deepEqual(written, []);
  });

  it('has no color that can not be themed', () => {
    const hard = sources('css').flatMap((path) => read(path).split('\n').filter((line) => /#[0-9a-f]{3,8}\b/i.test(line) && !/var\(--slds-g-/.test(line)).map((line) => `${path}: ${line.trim()}`));
    assert.deepEqual(hard, []);
  });
});

describe('the Lightning app', () => {
  const app = read('applications/Dealside.app-meta.xml');

  it('names only pages, tabs and a utility bar that exist', () => {
    assert.deepEqual(missing([...texts(app, 'content'), ...texts(app, 'utilityBar')], namesIn('flexipages')), []);
    assert.deepEqual(missing(texts(app, 'tabs').filter((tab) => !tab.startsWith('standard-')), namesIn('tabs')), []);
  });

  const TARGET: Record<string, string> = { RecordPage: 'lightning__RecordPage', HomePage: 'lightning__HomePage', UtilityBar: 'lightning__UtilityBar' };
  for (const path of filesBelow('flexipages')) {
    it(`has on ${path.split('/')[1]!.split('.')[0]} only components that may stand there`, () => {
      const xml = read(path);
      const target = TARGET[texts(xml, 'type').at(-1)!]!;
      const own = texts(xml, 'componentName').filter((name) => !name.includes(':'));
      const refused = own.filter((name) => {
        const file = `lwc/${name}/${name}.js-meta.xml`;
        return !exists(file) || !texts(read(file), 'target').includes(target) || texts(read(file), 'isExposed')[0] !== 'true';
      });
      assert.deepEqual(refused, []);
    });
  }

  it('has a tab for the live wall', () => {
    const [component] = texts(read('tabs/Dealside_Live_Wall.tab-meta.xml'), 'lwcComponent');
    assert.ok(texts(read(`lwc/${component}/${component}.js-meta.xml`), 'target').includes('lightning__Tab'));
  });
});
