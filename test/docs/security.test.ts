import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = 'docs/SECURITY.md';

interface Named { readonly title: string; readonly file: string }

/** The tests that a document names: links whose text is the test's title. */
function testsNamedIn(markdown: string): Named[] {
  return [...markdown.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+\.test\.ts)\)/g)]
    .map(([, title = '', path = '']) => ({ title: title.replaceAll('\\$', '$'), file: join(dirname(DOCUMENT), path) }))
    .filter(({ title, file }) => title !== file);
}

/** What is wrong with a name: the file is not there, or has no test of that title. */
function faultOf({ title, file }: Named): string | undefined {
  let source: string;
  try {
    source = readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return `${file} does not exist`;
  }
  const titles = [...source.matchAll(/\bit\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(([, plain, template]) => plain ?? template);
  return titles.includes(title) ? undefined : `${file} has no test “${title}”`;
}

const sources = (dir: string): string[] => readdirSync(join(ROOT, dir), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated')).map((entry) => join(entry.parentPath, entry.name));

describe('the threats and their answers', () => {
  const markdown = readFileSync(join(ROOT, DOCUMENT), 'utf8');

  it('name tests that exist', () => {
    const named = testsNamedIn(markdown);
    assert.ok(named.length > 50, `${named.length} tests are named`);
    assert.deepEqual(named.map(faultOf).filter(Boolean), []);
  });

  it('would not name a test that was renamed, or a file that is gone', () => {
    const own = 'test/docs/security.test.ts';
    assert.equal(faultOf({ title: 'name tests that exist', file: own }), undefined);
    assert.match(faultOf({ title: 'name tests that never were', file: own })!, /has no test/);
    assert.match(faultOf({ title: 'name tests that exist', file: 'test/docs/gone.test.ts' })!, /does not exist/);
  });

  it('have a test for each, and all six kinds are thought of', () => {
    const rows = markdown.split('\n').filter((line) => /^\| [STRIDE](, [STRIDE])* \|/.test(line));
    assert.deepEqual(rows.filter((row) => testsNamedIn(row).length === 0), []);
    for (const kind of 'STRIDE') assert.ok(rows.some((row) => row.slice(2, 6).includes(kind)), kind);
  });
});

describe('secrets', () => {
  it('come from the environment alone, read where a program begins', () => {
    const readers = sources('server').filter((file) => readFileSync(file, 'utf8').includes('process.env')).map((file) => file.slice(ROOT.length));
    assert.deepEqual(readers.filter((file) => !/^server\/(main|cli\/\w+)\.ts$/.test(file)), []);
  });

  it('stand in no source', () => {
    const suspicious = /-----BEGIN [A-Z ]*PRIVATE KEY-----\n|\b(AC|SK)[0-9a-f]{32}\b|['"`][A-Za-z0-9+]{40,}={0,2}['"`]/;
    assert.match("'AC0123456789abcdef0123456789abcdef'", suspicious);
    assert.deepEqual(sources('server').filter((file) => suspicious.test(readFileSync(file, 'utf8'))), []);
  });
});
