import assert from 'node:assert/strict';
import { filesUnder, read } from './support/markdown.ts';
import { faultOf, testsNamedIn } from './support/testTitles.ts';

const DOCUMENT = 'docs/SECURITY.md';

const sources = (): string[] => filesUnder('server', (name) => name.endsWith('.ts'));

describe('the threats and their answers', () => {
  const markdown = read(DOCUMENT);

  it('name tests that exist', () => {
    const named = testsNamedIn(DOCUMENT, markdown);
    assert.ok(named.length > 50, `${named.length} tests are named`);
    assert.deepEqual(named.map(faultOf).filter(Boolean), []);
  });

  it('would not name a test that was renamed, or a file that is gone', () => {
    const own = 'test/docs/security.test.ts';
    assert.equal(faultOf({ title: 'name tests that exist', file: own }), undefined);
    assert.match(faultOf({ title: 'name tests that never were', file: own })!, /has no test/);
    assert.match(
      faultOf({ title: 'name tests that exist', file: 'test/docs/gone.test.ts' })!,
      /does not exist/,
    );
  });

  it('have a test for each, and all six kinds are thought of', () => {
    const rows = markdown.split('\n').filter((line) => /^\| [STRIDE](, [STRIDE])* \|/.test(line));
    assert.deepEqual(
      rows.filter((row) => testsNamedIn(DOCUMENT, row).length === 0),
      [],
    );
    for (const kind of 'STRIDE')
      assert.ok(
        rows.some((row) => row.slice(2, 6).includes(kind)),
        kind,
      );
  });
});

describe('secrets', () => {
  it('come from the environment alone, read where a program begins', () => {
    const readers = sources().filter((file) => read(file).includes('process.env'));
    assert.deepEqual(
      readers.filter((file) => !/^server\/(main|preloadedMain|cli\/\w+)\.ts$/.test(file)),
      [],
    );
  });

  it('stand in no source', () => {
    const suspicious =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----\n|\b(AC|SK)[0-9a-f]{32}\b|['"`][A-Za-z0-9+]{40,}={0,2}['"`]/;
    assert.match("'AC0123456789abcdef0123456789abcdef'", suspicious);
    assert.deepEqual(
      sources().filter((file) => suspicious.test(read(file))),
      [],
    );
  });
});
