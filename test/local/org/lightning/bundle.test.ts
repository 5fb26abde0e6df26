import assert from 'node:assert/strict';
import { exposedTargets, tagOf } from '../../../../local/org/lightning/bundle/packageModules.ts';
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
