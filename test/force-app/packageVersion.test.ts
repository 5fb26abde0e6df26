import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageVersion } from '../../force-app/packageVersion.mjs';

const FIRST: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories":[{"package":"D","versionNumber":"1.2.0.NEXT"}]}',
  'force-app/main/default/lwc/wall/wall.ts': 'export const rows = 3;\n',
  'force-app/main/german/de.translation-meta.xml': '<Translations/>\n',
};

describe('the version of the package', () => {
  const sourcesOf = async (change: Readonly<Record<string, string>>): Promise<string> => {
    const dir = mkdtempSync(join(tmpdir(), 'dealside-version-'));
    try {
      for (const [path, text] of Object.entries({ ...FIRST, ...change })) {
        mkdirSync(join(dir, dirname(path)), { recursive: true });
        writeFileSync(join(dir, path), text);
      }
      const { version, sources } = await packageVersion(dir);
      assert.equal(version, '1.2.0');
      return sources;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  };

  for (const [what, change] of [
    [
      'a changed component',
      { 'force-app/main/default/lwc/wall/wall.ts': 'export const rows = 4;\n' },
    ],
    ['an added file', { 'force-app/main/default/lwc/wall/wall.html': '<template></template>\n' }],
    ['a changed translation', { 'force-app/main/german/de.translation-meta.xml': '<T/>\n' }],
  ] as const)
    it(`moves with ${what}`, async () =>
      assert.notEqual(await sourcesOf(change), await sourcesOf({})));

  for (const [what, change] of [
    ['a test', { 'force-app/main/default/lwc/wall/__tests__/wall.test.ts': 'it();\n' }],
    ['what is built from a source', { 'force-app/main/default/lwc/wall/wall.js': 'built\n' }],
    [
      'other line ends',
      { 'force-app/main/default/lwc/wall/wall.ts': 'export const rows = 3;\r\n' },
    ],
  ] as const)
    it(`stays with ${what}`, async () =>
      assert.equal(await sourcesOf(change), await sourcesOf({})));
});
