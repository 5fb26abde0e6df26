import assert from 'node:assert/strict';
import { read } from './support/markdown.ts';

interface Term {
  readonly term: string;
  readonly means: string;
}

const termsIn = (markdown: string): Term[] =>
  [...markdown.matchAll(/^\| ([^|]+) \| ([^|]+) \|[^|]*\|[^|]*\|$/gm)]
    .map(([, term = '', means = '']) => ({ term, means }))
    .filter(({ term }) => term !== 'Term' && !term.startsWith('--'));

const twiceIn = (terms: readonly Term[]): string[] =>
  terms
    .map(({ term }) => term.toLowerCase())
    .filter((term, index, all) => all.indexOf(term) !== index);

describe('the glossary', () => {
  const terms = termsIn(read('docs/glossary.md'));

  it('defines each term once', () => {
    assert.ok(terms.length > 90, `${terms.length} terms are defined`);
    assert.deepEqual(twiceIn(terms), []);
  });

  it('would be found with a term that is defined twice', () => {
    const row = '| Call | A talk. | | [call.ts](call.ts) |';
    assert.deepEqual(twiceIn(termsIn(`${row}\n${row}`)), ['call']);
  });
});
