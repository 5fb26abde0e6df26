import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, exists, PACKAGE, read } from './package.ts';

const isVisual = (bundle: string): boolean => exists(`lwc/${bundle}/${bundle}.html`);
const testOf = (bundle: string): string => `lwc/${bundle}/__tests__/${bundle}.test.ts`;

const README = readFileSync(join(PACKAGE, '../../README.md'), 'utf8');

/** The rows of the table below a heading, without its head. */
function rowsBelow(heading: string): string[][] {
  const section = README.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const camel = (kebab: string): string =>
  kebab.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

function childrenOf(bundle: string): string[] {
  const template = `lwc/${bundle}/${bundle}.html`;
  return exists(template)
    ? [...read(template).matchAll(/<c-([a-z-]+)/g)].map(([, tag]) => camel(tag!))
    : [];
}

/** All components inside a component, at any depth. */
function inside(bundle: string, found = new Set<string>()): Set<string> {
  for (const child of childrenOf(bundle)) {
    if (found.has(child)) continue;
    found.add(child);
    inside(child, found);
  }
  return found;
}

const isExposed = (bundle: string): boolean =>
  /<isExposed>true/.test(read(`lwc/${bundle}/${bundle}.js-meta.xml`));

describe('force-app/README.md', () => {
  const capability = rowsBelow('Bundles by capability').map(([name]) => name!);
  const pages = rowsBelow('Bundles by page');

  it('lists each bundle once by capability', () => {
    assert.deepEqual(
      capability.filter((name) => !name.startsWith('**')).toSorted(),
      bundles().toSorted(),
    );
  });

  it('lists each bundle below the capability that its name begins with', () => {
    let prefix = '';
    for (const name of capability) {
      if (name.startsWith('**')) prefix = name.replaceAll('*', '');
      else assert.match(name, new RegExp(`^${prefix}([A-Z]|$)`));
    }
  });

  it('lists each exposed bundle once by page', () => {
    assert.deepEqual(
      pages.map(([page]) => page!).toSorted(),
      bundles().filter(isExposed).toSorted(),
    );
  });

  it('names the components inside each page', () => {
    for (const [page, , shows] of pages)
      assert.deepEqual(
        shows!.split(', ').filter(Boolean).toSorted(),
        [...inside(page!)].toSorted(),
        page,
      );
  });
});

describe('a bundle with a template', () => {
  it('has a test of its own, which checks that it is accessible', () => {
    const visual = bundles().filter(isVisual);
    assert.ok(visual.length > 40);
    assert.deepEqual(
      visual.filter(
        (bundle) => !exists(testOf(bundle)) || !read(testOf(bundle)).includes('.toBeAccessible()'),
      ),
      [],
    );
  });
});
