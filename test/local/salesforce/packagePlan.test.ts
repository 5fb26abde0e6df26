import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STANDARD_OBJECTS } from '../../../local/org/schema/standardObjects.ts';
import { PACKAGE, packagePlan, SAMPLE_PLAN } from '../../../local/salesforce/packagePlan.ts';
import { SERVER_VERSION } from '../../../server/version.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Directory {
  readonly path: string;
  readonly package?: string;
  readonly versionNumber?: string;
  readonly definitionFile?: string;
}
interface Sample {
  readonly sobject: string;
  readonly files: readonly string[];
}
interface SampleRecord {
  readonly attributes: { readonly type: string; readonly referenceId: string };
}

const project = json<{ packageDirectories: readonly Directory[] }>('sfdx-project.json');
const own = project.packageDirectories.find((one) => one.package !== undefined)!;
const task = { devHub: 'hub', serverUrl: 'https://calls.acme.test', isDryRun: true };

describe('the package that a company can own', () => {
  it('is the source without anything that is the customer’s', () => {
    assert.equal(own.package, PACKAGE);
    assert.equal(existsSync(join(ROOT, own.path, 'customMetadata')), false);
    for (const { path } of project.packageDirectories)
      assert.ok(existsSync(join(ROOT, path)), path);
  });

  it('has the version of the server, as components, package and npm say it', () => {
    assert.equal(own.versionNumber, `${SERVER_VERSION}.NEXT`);
    assert.equal(json<{ version: string }>('package.json').version, SERVER_VERSION);
    const said = /PACKAGE_VERSION = '([^']+)'/.exec(
      read('force-app/main/default/lwc/adminApi/setup.ts'),
    )?.[1];
    assert.equal(said, SERVER_VERSION);
  });

  it('is created once, and gets versions of its own', () => {
    const [create] = packagePlan({ ...task, kind: 'create' });
    assert.deepEqual(create!.args.slice(0, 6), [
      'package',
      'create',
      '--name',
      'Dealside',
      '--package-type',
      'Unlocked',
    ]);
    const [version] = packagePlan({ ...task, kind: 'version' });
    assert.ok(version!.args.includes('--code-coverage'), 'its tests run');
  });

  it('comes to a scratch org with sample records that refer to records before them', () => {
    const steps = packagePlan({ ...task, kind: 'scratch' });
    assert.ok(steps.some(({ args }) => args.includes(SAMPLE_PLAN)));
    assert.ok(existsSync(join(ROOT, own.definitionFile!)));
    const known = new Set<string>();
    for (const { sobject, files } of json<readonly Sample[]>(SAMPLE_PLAN))
      for (const file of files) {
        const { records } = json<{ records: readonly SampleRecord[] }>(
          join(dirname(SAMPLE_PLAN), file),
        );
        for (const { attributes, ...fields } of records) {
          assert.equal(attributes.type, sobject);
          const names = STANDARD_OBJECTS[sobject]!.fields.map(({ name }) => name);
          for (const [name, value] of Object.entries(fields)) {
            assert.ok(
              [...names, 'FirstName', 'LastName', 'Name'].includes(name),
              `${sobject}.${name}`,
            );
            if (String(value).startsWith('@')) assert.ok(known.has(String(value).slice(1)), name);
          }
          known.add(attributes.referenceId);
        }
      }
  });
});
