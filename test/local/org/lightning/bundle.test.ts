import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  exposedTargets,
  packageModules,
  recordPages,
  tagOf,
  unreachablePages,
} from '../../../../local/org/lightning/bundle/packageModules.ts';
import { platformModules } from '../../../../local/org/lightning/bundle/platformModules.ts';

interface LoadedBundle {
  load(this: { error(message: string): never }, id: string): string | null;
}

/** The stand-in for a module of the platform. */
function standIn(specifier: string, labels: Record<string, string> = {}): string | null {
  const plugin = platformModules({
    labels,
    outside: [],
    utilityItems: [],
    homeItems: [],
  }) as unknown as LoadedBundle;
  const context = {
    error: (message: string): never => {
      throw new Error(message);
    },
  };
  return plugin.load.call(context, `\0salesforce:${specifier}`);
}

describe('a component bundle', () => {
  it('is written in HTML as the platform writes it', () =>
    assert.equal(tagOf('repSupervisionNotice'), 'c-rep-supervision-notice'));
  it('stands where its metadata allows it', () => {
    const meta =
      '<isExposed>true</isExposed><targets><target>lightning__HomePage</target><target>lightning__RecordPage</target></targets>';
    assert.deepEqual(exposedTargets(meta), ['lightning__HomePage', 'lightning__RecordPage']);
  });
  it('stands nowhere when it is not exposed', () =>
    assert.deepEqual(
      exposedTargets('<isExposed>false</isExposed><target>lightning__HomePage</target>'),
      [],
    ));
});

describe('a page of a package', () => {
  const PACKAGE = fileURLToPath(new URL('../../../../force-app/main/default', import.meta.url));
  const override = (page: string, object: string, formFactor: string): string =>
    `<actionOverrides><actionName>View</actionName><content>${page}</content><formFactor>${formFactor}</formFactor><type>Flexipage</type><pageOrSobjectType>${object}</pageOrSobjectType></actionOverrides>`;
  const recordPage = (component: string): string =>
    `<FlexiPage><flexiPageRegions><itemInstances><componentInstance><componentName>${component}</componentName></componentInstance></itemInstances></flexiPageRegions><sobjectType>Account</sobjectType><type>RecordPage</type></FlexiPage>`;
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside-pages-'));
    const files: Record<string, string> = {
      'applications/Sales.app-meta.xml': `<CustomApplication>${override('Assigned', 'Account', 'Large')}${override('On_Phones', 'Account', 'Small')}<utilityBar>Bar</utilityBar></CustomApplication>`,
      'flexipages/Assigned.flexipage-meta.xml': recordPage('callPhones'),
      'flexipages/On_Phones.flexipage-meta.xml': recordPage('callJoint'),
      'flexipages/Forgotten.flexipage-meta.xml': recordPage('callPhones'),
      'flexipages/Bar.flexipage-meta.xml': '<FlexiPage><type>UtilityBar</type></FlexiPage>',
      'lwc/callPhones/callPhones.ts': '',
      'lwc/callJoint/callJoint.ts': '',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is reached where an app’s action override leads to it, on computers or on phones', () => {
    assert.deepEqual(
      recordPages(dir).map(({ name, object, isForPhones }) => [name, object, isForPhones]),
      [
        ['Assigned', 'Account', false],
        ['On_Phones', 'Account', true],
      ],
    );
    assert.deepEqual(
      packageModules(join(dir, 'lwc')).map(({ name, objects, phoneObjects }) => [
        name,
        Object.keys(objects),
        Object.keys(phoneObjects),
      ]),
      [
        ['callJoint', [], ['Account']],
        ['callPhones', ['Account'], []],
      ],
    );
  });
  it('is named where none does', () => assert.deepEqual(unreachablePages(dir), ['Forgotten']));
  it('is reached in the package of Dealside', () =>
    assert.deepEqual(unreachablePages(PACKAGE), []));
});

describe('the stand-in of a platform module', () => {
  it('gives a label its text', () =>
    assert.equal(
      standIn('@salesforce/label/c.Hello', { Hello: 'Good day' }),
      'export default "Good day";',
    ));
  it('of a label that the package lacks fails the build', () =>
    assert.throws(
      () => standIn('@salesforce/label/c.Nothing'),
      /no stand-in for @salesforce\/label\/c.Nothing/,
    ));
  it('of a module we do not know fails the build', () =>
    assert.throws(() => standIn('@salesforce/weather/today'), /no stand-in/));
  it('makes a permission true or undefined, never false', () => {
    const granted = (permissions: string[]): unknown => {
      const code = standIn('@salesforce/customPermission/Dealside_Barge')!.replace(
        'export default',
        'return',
      );
      return new Function('globalThis', code)({ platform: { customPermissions: permissions } });
    };
    assert.deepEqual([granted(['Dealside_Barge']), granted([])], [true, undefined]);
  });
});
