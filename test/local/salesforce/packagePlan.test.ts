import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STANDARD_OBJECTS } from '../../../local/org/schema/standardObjects.ts';
import { PACKAGE, packagePlan, SAMPLE_PLAN } from '../../../local/salesforce/packagePlan.ts';
import { nextVersion } from '../../../local/salesforce/version.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Directory {
  readonly path: string;
  readonly package?: string;
  readonly versionNumber?: string;
  readonly versionName?: string;
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
  it('is the source without anything that is the customer’s: its one record says which it is', () => {
    assert.equal(own.package, PACKAGE);
    assert.deepEqual(readdirSync(join(ROOT, own.path, 'customMetadata')), [
      'Dealside_Package.Deployed.md-meta.xml',
    ]);
    for (const { path } of project.packageDirectories)
      assert.ok(existsSync(join(ROOT, path)), path);
  });

  it('has the version of the server, which is that of npm', () => {
    const { version } = json<{ version: string }>('package.json');
    assert.equal(own.versionNumber, `${version}.NEXT`);
    assert.equal(own.versionName, version.split('.').slice(0, 2).join('.'));
  });

  it('gets the next version by one command', () => {
    assert.deepEqual(
      (['major', 'minor', 'patch'] as const).map((place) => nextVersion('1.2.3', place)),
      ['2.0.0', '1.3.0', '1.2.4'],
    );
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
