import assert from 'node:assert/strict';
import { markdownFiles, read } from './support/markdown.ts';

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
