import assert from 'node:assert/strict';
import { filesUnder, markdownFiles, read } from './support/markdown.ts';

/** Words that documents do not use, and what to write instead. */
const NOT_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/\bcan not\b/i, 'cannot'],
  [/\bwhoever\b/i, 'the person who …'],
  [/\borganisations?\b/i, 'organization'],
  [/\b\w*(?:authoris|recognis|customis|synchronis|summaris|prioritis)\w*/i, '-ize'],
  [/\b(?:behaviour|colour|favour)s?\b/i, '-or'],
  [/\blicences?\b/i, 'license'],
  [/\bdialled|\bdialling|\bcancelled|\bsignalling/i, 'one l'],
];

/** What others say stands as they say it: the text of links (titles of tests) and code. */
const ownWords = (markdown: string): string =>
  markdown
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\[[^\]]*\]\([^)]*\)/g, '');

const faultsIn = (file: string, markdown: string): string[] =>
  NOT_WRITTEN.flatMap(([word, instead]) => {
    const [found] = word.exec(ownWords(markdown)) ?? [];
    return found ? [`${file}: “${found}”; write ${instead}`] : [];
  });

describe('the English of the documents', () => {
  const documents = markdownFiles();

  it('is plain, and American', () => {
    assert.deepEqual(
      documents.flatMap((file) => faultsIn(file, read(file))),
      [],
    );
  });

  it('would be found otherwise', () => {
    assert.deepEqual(faultsIn('a.md', 'It can not be dialled.'), [
      'a.md: “can not”; write cannot',
      'a.md: “dialled”; write one l',
    ]);
    assert.deepEqual(
      faultsIn('a.md', 'See [whoever may not](refusals.test.ts) and `dialling`.'),
      [],
    );
  });
});

describe('the names and comments of the code', () => {
  /** What people say on calls, and German, are spelled otherwise. */
  const files = ['server', 'softphone', 'local', 'force-app']
    .flatMap((folder) => filesUnder(folder, (name) => /\.(?:ts|html|css)$/.test(name)))
    .filter((path) => !/domain\/alerts|texts\/de/.test(path));
  const OTHER_NAMES = [
    /\w*(?:dialled|dialling|signalling|labelled(?!by)|cancelled|cancelling)\w*/gi,
    /\w*(?:centre|neighbour|behaviour|colour|travelled|travelling)\w*/gi,
    /(?<![\w])bells?\b|(?<=[a-z])Bells?(?![a-z])/g,
  ];
  /** Kept: they are stored, some of them under the hashes of the audit chain. */
  const STORED = new Set([
    'ParticipantDialled',
    'HelpRequestCancelled',
    'TransferCancelled',
    'SimulationCancelled',
    'cancelled',
    'dialled',
  ]);

  it('are American, and the glossary’s', () => {
    assert.ok(files.length > 1_000, `only ${files.length} files were read`);
    assert.deepEqual(
      files.flatMap((file) =>
        OTHER_NAMES.flatMap((names) => [...read(file).matchAll(names)])
          .filter(([found]) => !STORED.has(found))
          .map(([found]) => `${file}: ${found}`),
      ),
      [],
    );
  });
});
