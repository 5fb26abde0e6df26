import assert from 'node:assert/strict';
import { basename } from 'node:path';
import {
  anchorOf,
  exists,
  fileOf,
  headingsIn,
  linksIn,
  markdownFiles,
  read,
} from './support/markdown.ts';

/** Links of a document to files and headings that are not there. */
function brokenLinksIn(document: string, markdown = read(document)): string[] {
  return linksIn(markdown)
    .filter(({ target }) => !/^[a-z]+:/.test(target))
    .filter((link) => {
      const file = link.target.startsWith('#') ? document : fileOf(document, link);
      if (!exists(file)) return true;
      const [, anchor] = link.target.split('#');
      return (
        anchor !== undefined &&
        !headingsIn(read(file)).some(({ text }) => anchorOf(text) === anchor)
      );
    })
    .map(({ text, target }) => `${document}: [${text}](${target})`);
}

/** Links whose text is the name of a file, and another one than that of the file they lead to. */
const misnamedLinksIn = (document: string, markdown = read(document)): string[] =>
  linksIn(markdown)
    .filter(({ text, target }) => {
      const named = /(?:^|\/)([\w-]+\.(?:ts|mjs|js|md|json|cls|html|sql))$/.exec(text)?.[1];
      const file = target.split('#')[0]!;
      return named !== undefined && file !== '' && basename(file) !== named;
    })
    .map(({ text, target }) => `${document}: [${text}](${target})`);

/** Paths from the root that a document names as code, such as `test/scenarios/consent.test.ts`. */
const pathsNamedIn = (markdown: string): string[] =>
  [
    ...markdown.matchAll(
      /`((?:server|softphone|local|force-app|test|docs|prisma|bench|scripts|config)\/[\w./-]*)`/g,
    ),
  ].map(([, path = '']) => path);

describe('the documents', () => {
  const documents = markdownFiles();

  it('link to files and headings that exist', () => {
    assert.ok(documents.length > 20);
    assert.deepEqual(
      documents.flatMap((document) => brokenLinksIn(document)),
      [],
    );
  });

  it('call a file by its name where they link to it', () =>
    assert.deepEqual(
      documents.flatMap((document) => misnamedLinksIn(document)),
      [],
    ));

  it('name paths that exist', () => {
    const gone = documents.flatMap((document) =>
      pathsNamedIn(read(document))
        .filter((path) => !exists(path))
        .map((path) => `${document}: ${path}`),
    );
    assert.deepEqual(gone, []);
  });

  it('would be found with a broken link, anchor or path', () => {
    assert.deepEqual(brokenLinksIn('docs/AUDIT.md', '[gone](gone.md)'), [
      'docs/AUDIT.md: [gone](gone.md)',
    ]);
    assert.deepEqual(
      brokenLinksIn('docs/AUDIT.md', '[keys](SECURITY.md#no-such-heading)').length,
      1,
    );
    assert.deepEqual(brokenLinksIn('docs/AUDIT.md', '[keys](SECURITY.md#orgs-and-keys)'), []);
    assert.deepEqual(
      misnamedLinksIn('docs/AUDIT.md', '[turns.ts](live/yield.ts) [live/yield.ts](live/yield.ts)'),
      ['docs/AUDIT.md: [turns.ts](live/yield.ts)'],
    );
    assert.deepEqual(pathsNamedIn('see `server/domain/gone.ts` and `npm test`'), [
      'server/domain/gone.ts',
    ]);
  });
});
