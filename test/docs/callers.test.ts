import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { printCallers } from './support/callers.ts';

/** A table without the blanks and dashes that align it. */
const unaligned = (markdown: string): string =>
  markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim();

/** `node test/docs/support/callers.ts` writes the tables anew. */
describe('what callers hear, second by second', () => {
  it('is in docs/callers.md as the server’s own instructions say it', async () => {
    const document = readFileSync(new URL('../../docs/callers.md', import.meta.url), 'utf8');
    const printed = document.slice(document.indexOf('## Known caller, owner offline')).trim();
    assert.equal(unaligned(printed), unaligned(await printCallers()));
  });
});
