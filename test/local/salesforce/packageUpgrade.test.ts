import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { packageVersion } from '../../../force-app/packageVersion.mjs';
import { readFrozenPackage } from '../../../local/salesforce/frozenPackage.ts';
import { GONE, lossesBetween, type Loss } from '../../../local/salesforce/packageChanges.ts';
import {
  readManifest,
  type Facts,
  type Manifest,
} from '../../../local/salesforce/packageManifest.ts';
import { INTERVENTION_END_REASONS } from '../../../server/domain/call/intervention.ts';

const UPGRADING = readFileSync('docs/DEPLOY.md', 'utf8')
  .split('\n## Upgrading\n')[1]!
  .split('\n## ')[0]!;
/** What each row of the table is about, as its first column quotes it. */
const ROWS = UPGRADING.split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => [...line.split(' | ')[0]!.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted!));

const quoted = ({ part, what }: Loss): string[] => (what === GONE ? [part] : [part, what]);
const isNamed = (loss: Loss): boolean =>
  ROWS.some((row) => quoted(loss).every((words) => row.includes(words)));

const rank = (version: string): number =>
  version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

describe('the package, compared with the one that orgs have', () => {
  const frozen = readFrozenPackage();
  const losses = lossesBetween(frozen.parts, readManifest('force-app'));

  it('takes nothing away unless docs/DEPLOY.md says what an administrator does (Upgrading)', () => {
    assert.deepEqual(
      losses.filter((loss) => !isNamed(loss)).map(({ part, what }) => `${part}: ${what}`),
      [],
    );
  });

  it('has in that table only what it takes away', () => {
    const known = new Set(losses.flatMap(quoted));
    assert.deepEqual(
      ROWS.flat().filter((words) => !known.has(words)),
      [],
    );
  });

  it('has each end reason that orgs have as text as a value of the picklist, to which a script copies it', () => {
    const [text, picklist] = ['End_Reason__c', 'Ended_Because__c'].map(
      (name) => `objects/Call_Intervention__c/fields/${name}`,
    ) as [string, string];
    const now = readManifest('force-app');
    // Salesforce deploys no other type for a field that an org has.
    assert.deepEqual([frozen.parts.get(text)!.type, now.get(text)!.type], ['Text', 'Text']);
    assert.equal(now.get(picklist)!.type, 'Picklist');
    assert.deepEqual(
      [...(now.get(picklist)!.values as string[])].toSorted(),
      INTERVENTION_END_REASONS.toSorted(),
    );
    const script = /sf apex run --file (scripts\/apex\/endReasons\.apex)/.exec(UPGRADING)![1]!;
    assert.match(readFileSync(script, 'utf8'), /\.Ended_Because__c = one\.End_Reason__c;/);
  });

  it('has a higher version, if it is another package', async () => {
    const { version, sources } = await packageVersion('.');
    assert.ok(
      sources === frozen.sources || rank(version) > rank(frozen.version),
      `orgs have another package ${frozen.version}, so this one cannot be ${version}: npm run salesforce:version -- bump`,
    );
  });

  it('is a version of the changelog, and so is the one that orgs have', () => {
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    assert.match(changelog, /^## \[Unreleased\]/m);
    assert.ok(changelog.includes(`\n## [${frozen.version}] - `), `CHANGELOG.md: ${frozen.version}`);
  });
});

/** A package of few parts, of which one is changed. */
const PARTS: Manifest = new Map<string, Facts>([
  ['objects/Rep_Call__c/fields/Note__c', { type: 'Text', length: '80' }],
  ['objects/Rep_Call__c/fields/Mode__c', { type: 'Picklist', values: ['Monitor', 'Barge'] }],
  ['objects/Rep_Call__c/fields/Share__c', { type: 'Number', precision: '5', scale: '2' }],
  ['permissionsets/Dealside_Rep', { grants: ['customPermissions Dealside_Call enabled'] }],
  ['lwc/liveWall', { isExposed: 'true', targets: ['lightning__Tab'], properties: ['height'] }],
]);
const changed = (part: string, facts: Facts | undefined): string[] => {
  const now = new Map(PARTS);
  if (facts) now.set(part, facts);
  else now.delete(part);
  return lossesBetween(PARTS, now).map(({ what }) => what);
};
const [NOTE, MODE, SHARE] = ['Note__c', 'Mode__c', 'Share__c'].map(
  (name) => `objects/Rep_Call__c/fields/${name}`,
) as [string, string, string];

const CASES: readonly [what: string, part: string, facts: Facts | undefined, losses: string[]][] = [
  ['a field that is gone', NOTE, undefined, ['is gone']],
  ['another type', NOTE, { type: 'TextArea', length: '80' }, ['type: was Text, is TextArea']],
  ['a shorter text', NOTE, { type: 'Text', length: '40' }, ['length: was 80, is 40']],
  ['a longer text', NOTE, { type: 'Text', length: '255' }, []],
  [
    'a field that must be filled now',
    NOTE,
    { type: 'Text', length: '80', required: 'true' },
    ['required: was false, is true'],
  ],
  [
    'a value that is gone',
    MODE,
    { type: 'Picklist', values: ['Barge', 'Whisper'] },
    ['values: no Monitor'],
  ],
  [
    'fewer digits before the point',
    SHARE,
    { type: 'Number', precision: '5', scale: '3' },
    ['digits before the point: were 3, are 2'],
  ],
  [
    'a right that is gone',
    'permissionsets/Dealside_Rep',
    { grants: [] },
    ['grants: no customPermissions Dealside_Call enabled'],
  ],
  ['a bundle that is gone', 'lwc/liveWall', undefined, ['is gone']],
  [
    'a bundle that pages cannot have any more',
    'lwc/liveWall',
    { isExposed: 'false', targets: ['lightning__Tab'], properties: [] },
    ['isExposed: was true, is false', 'properties: no height'],
  ],
];

describe('what a package takes away', () => {
  for (const [what, part, facts, losses] of CASES)
    it(`${losses.length > 0 ? 'is' : 'is not'} ${what}`, () =>
      assert.deepEqual(changed(part, facts), losses));
});
