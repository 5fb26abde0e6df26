import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fromRoot } from '../../local/machine/files/paths.ts';
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

/** The folders at this depth below one, such as `server/domain/call/`, but what is generated. */
const foldersUnder = (folder: string, depth: number): string[] =>
  readdirSync(fromRoot(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .flatMap(({ name }) =>
      depth === 1 ? [`${folder}/${name}/`] : foldersUnder(`${folder}/${name}`, depth - 1),
    );

describe('the tree of the architecture', () => {
  it('names files and folders that exist', () => {
    const paths = pathsOfTree(read(DOCUMENT));
    assert.ok(paths.length > 30, `${paths.length} are named`);
    assert.deepEqual(
      paths.filter((path) => !exists(path)),
      [],
    );
  });

  it('names every folder of the parts of the server', () => {
    const named = pathsOfTree(read(DOCUMENT));
    const folders = foldersUnder('server', 2).filter((path) => !path.startsWith('server/ports/'));
    assert.ok(folders.length > 70, `${folders.length} folders`);
    assert.deepEqual(
      folders.filter((path) => !named.includes(path)),
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
