import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { exists, fileOf, filesUnder, headingsIn, linksIn, read } from './support/markdown.ts';

const HEADINGS = ['Status', 'Context', 'Decision', 'Consequences'];

/** What is wrong with the decision that stands at a place in the list. */
function faultsOf(file: string, index: number, markdown = read(file)): string[] {
  const number = String(index + 1).padStart(3, '0');
  const [title, ...sections] = headingsIn(markdown).map(
    ({ level, text }) => `${'#'.repeat(level)} ${text}`,
  );
  const expected = HEADINGS.map((heading) => `## ${heading}`);
  const gone = linksIn(markdown)
    .filter(({ target }) => !target.includes('://') && !target.startsWith('#'))
    .map((link) => fileOf(file, link))
    .filter((path) => !exists(path));
  return [
    ...(basename(file).startsWith(`${number}-`) ? [] : [`is not number ${number}`]),
    ...(title?.startsWith(`# ${number} `) ? [] : [`has the title “${title}”`]),
    ...(sections.join() === expected.join() ? [] : [`has the headings ${sections.join(', ')}`]),
    ...gone.map((path) => `links to ${path}, which does not exist`),
  ].map((fault) => `${file} ${fault}`);
}

describe('the decisions', () => {
  const files = filesUnder('docs/decisions', (name) => name.endsWith('.md'));

  it('are numbered without gaps, have one form, and link to files that exist', () => {
    assert.ok(files.length >= 14);
    assert.deepEqual(
      files.flatMap((file, index) => faultsOf(file, index)),
      [],
    );
  });

  it('would be missed: a gap, another form, and a file that is gone', () => {
    const [first = ''] = files;
    assert.deepEqual(faultsOf(first, 0), []);
    assert.match(faultsOf(first, 1).join(), /is not number 002/);
    assert.match(
      faultsOf(first, 0, read(first).replace('## Context', '## Problem')).join(),
      /has the headings/,
    );
    assert.match(
      faultsOf(first, 0, `${read(first)}\n[gone](../gone.md)`).join(),
      /docs\/gone\.md, which does not exist/,
    );
  });

  it('are referred to by numbers that exist', () => {
    const sources = ['server', 'softphone', 'local', 'force-app', 'test', 'docs'].flatMap(
      (folder) => filesUnder(folder, (name) => /\.(ts|mjs|js|md)$/.test(name)),
    );
    const referred = [...sources, 'README.md'].flatMap((file) =>
      [...read(file).matchAll(/\b[Dd]ecisions?[ /](\d{3})\b/g)].map(([, number]) => ({
        file,
        number,
      })),
    );
    assert.ok(referred.length > 0);
    assert.deepEqual(
      referred.filter(({ number }) => Number(number) < 1 || Number(number) > files.length),
      [],
    );
  });
});
