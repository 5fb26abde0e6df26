import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fromRoot } from '../../local/machine/files/paths.ts';
import { read } from './support/markdown.ts';

const DOCUMENT = 'docs/decisions/017-the-shape-of-the-house-is-measured.md';
/** From this share on, what is written about the house is about another one. */
const OUTDATED_FROM = 0.1;

type Pages = ReadonlyMap<string, { readonly files: number; readonly lines: number }>;

/** How many files and lines each set of the table has. */
const pagesIn = (printed: string): Pages =>
  new Map(
    [...printed.matchAll(/^\| ([\w/]+) +\| (\d+) +\| (\d+) +\| \d+\/\d+\/\d+/gm)].map(
      ([, set = '', files, lines]) => [set, { files: Number(files), lines: Number(lines) }],
    ),
  );

const outdated = (written: Pages, measured: Pages): string[] =>
  [...measured].flatMap(([set, now]) =>
    (['files', 'lines'] as const)
      .filter((what) => {
        const then = written.get(set)?.[what] ?? 0;
        return Math.abs(now[what] - then) > then * OUTDATED_FROM;
      })
      .map((what) => `${set} has ${now[what]} ${what}, not ${written.get(set)?.[what] ?? 0}`),
  );

describe('the shape of the house', () => {
  it('is written as it is: where this fails, paste what npm run measure:house prints', () => {
    const [, block = ''] =
      /<!-- measured:after -->(.*?)<!-- \/measured:after -->/s.exec(read(DOCUMENT)) ?? [];
    const { stdout } = spawnSync(process.execPath, [fromRoot('scripts/measureHouse.mjs')], {
      cwd: fromRoot(),
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    const measured = pagesIn(stdout);
    assert.equal(measured.size, 7, stdout);
    assert.deepEqual(outdated(pagesIn(block), measured), []);
  });

  it('would be found outdated from a tenth on, and not before', () => {
    const written = pagesIn('| server        | 100   | 1000  | 80/188/338  |');
    const now = (files: number) => new Map([['server', { files, lines: 1_000 }]]);
    assert.deepEqual(outdated(written, now(110)), []);
    assert.deepEqual(outdated(written, now(111)), ['server has 111 files, not 100']);
  });
});
