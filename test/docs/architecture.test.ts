import assert from 'node:assert/strict';
import { exists, read } from './support/markdown.ts';

const DOCUMENT = 'docs/ARCHITECTURE.md';

/**
 * The paths that the tree of folders names; a line can name several, and what follows two spaces
 * describes them.
 */
function pathsOfTree(markdown: string): string[] {
  const [, tree = ''] = /## The tree\n+```\n(.*?)\n```/s.exec(markdown) ?? [];
  const folders: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] =
      /^( *)(\S+(?:,? \S+)*)/.exec(line.replace(/(\S) {2,}.*/, '$1')) ?? [];
    const depth = indent.length / 2;
    const paths = names.split(/,? /).map((name) => [...folders.slice(0, depth), name].join(''));
    folders[depth] = names.endsWith('/') ? names.split(/,? /).at(-1)! : '';
    return paths;
  });
}

describe('the tree of the architecture', () => {
  it('names files and folders that exist', () => {
    const paths = pathsOfTree(read(DOCUMENT));
    assert.ok(paths.length > 30, `${paths.length} are named`);
    assert.deepEqual(
      paths.filter((path) => !exists(path)),
      [],
    );
  });

  it('is read level by level', () => {
    const tree =
      '## The tree\n\n```\nserver/\n  domain/      pure\n    pin.ts stepUp.ts   proofs\n  ports.ts, ports/   what is needed\n```';
    assert.deepEqual(pathsOfTree(tree), [
      'server/',
      'server/domain/',
      'server/domain/pin.ts',
      'server/domain/stepUp.ts',
      'server/ports.ts',
      'server/ports/',
    ]);
  });
});
