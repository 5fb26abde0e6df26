import assert from 'node:assert/strict';
import { filesUnder, read } from './support/markdown.ts';
import { faultOf, testsNamedIn, titlesIn, type NamedTest } from './support/testTitles.ts';

const DOCUMENT = 'docs/requirements.md';

interface Requirement {
  readonly id: string;
  readonly shownBy: readonly NamedTest[];
  readonly saysNotYet: boolean;
}

/** The requirements that the document defines: the rows whose first cell is an id. */
const requirementsIn = (markdown: string): Requirement[] =>
  markdown.split('\n').flatMap((line) => {
    const [, id, , , shownBy = ''] = line.split(/ ?\| ?/);
    if (!id || !/^[A-Z]\d+$/.test(id)) return [];
    return [
      { id, shownBy: testsNamedIn(DOCUMENT, shownBy), saysNotYet: /\bnot yet\b/i.test(shownBy) },
    ];
  });

/** The ids quoted in a text; `D27–D30` and `D1 to D4` quote those between as well. */
function idsQuotedIn(text: string): string[] {
  const quoted = text.matchAll(/(?<![\w/])([DGVPR])(\d{1,2})\b(?:(?:–| to )\1(\d{1,2})\b)?/g);
  return [...quoted].flatMap(([, letter = '', first, last = first]) =>
    Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, n) => `${letter}${Number(first) + n}`,
    ),
  );
}

const WRITTEN = /\.(ts|mts|mjs|cjs|js|html|css|xml|cls|trigger|md|prisma|sql|json|yml)$/;

const written = (): string[] => [
  ...[
    'server',
    'softphone',
    'local',
    'force-app',
    'test',
    'docs',
    'bench',
    'prisma',
    'scripts',
    'config',
  ].flatMap((folder) => filesUnder(folder, (name) => WRITTEN.test(name))),
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
];

const TEST_FILE = /^(test\/.*\.ts|force-app\/.*\.test\.ts)$/;

describe('the requirements', () => {
  const requirements = requirementsIn(read(DOCUMENT));
  const defined = new Set(requirements.map(({ id }) => id));

  it('are defined once each, in order, without gaps', () => {
    assert.equal(requirements.length, 170);
    const expected = Object.entries({ D: 41, G: 51, V: 30, P: 29, R: 19 }).flatMap(
      ([letter, count]) => Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
    );
    assert.deepEqual(
      requirements.map(({ id }) => id),
      expected,
    );
  });

  it('are shown by tests that exist, or say what is not there yet', () => {
    assert.deepEqual(
      requirements
        .flatMap(({ shownBy }) => shownBy)
        .map(faultOf)
        .filter(Boolean),
      [],
    );
    const silent = requirements.filter(
      ({ shownBy, saysNotYet }) => shownBy.length === 0 && !saysNotYet,
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });

  it('that are claimed have a test or a group of tests that says so in its title', () => {
    const unsaid = requirements.filter(
      ({ id, shownBy }) =>
        shownBy.length > 0 && !shownBy.some(({ title }) => idsQuotedIn(title).includes(id)),
    );
    assert.deepEqual(
      unsaid.map(({ id }) => id),
      [],
    );
  });

  it('are defined wherever an id is quoted, and nothing else looks like an id', () => {
    const quoted = written().flatMap((file) => idsQuotedIn(read(file)).map((id) => ({ file, id })));
    assert.ok(quoted.length > 300);
    assert.deepEqual(
      quoted.filter(({ id }) => !defined.has(id)),
      [],
    );
  });

  it('name a test wherever the title of a test quotes their id', () => {
    const unshown = new Set(
      requirements.filter(({ shownBy }) => shownBy.length === 0).map(({ id }) => id),
    );
    const titles = written()
      .filter((file) => TEST_FILE.test(file) && idsQuotedIn(read(file)).length > 0)
      .flatMap((file) => titlesIn(file).map((title) => ({ file, title })));
    assert.deepEqual(
      titles.filter(({ title }) => idsQuotedIn(title).some((id) => unshown.has(id))),
      [],
    );
  });
});

describe('the check of requirements', () => {
  it('knows the ids of a list and of a range', () => {
    assert.deepEqual(
      idsQuotedIn('says who (D27–D30, P18), from D1 to D4'),
      'D27 D28 D29 D30 P18 D1 D2 D3 D4'.split(' '),
    );
    assert.deepEqual(idsQuotedIn('MD5, 2026-01-01T12:00:00Z, G722, /D1'), []);
  });

  it('finds a requirement whose test is gone', () => {
    const [{ shownBy: [named] } = assert.fail()] = requirementsIn(
      '| D1 | core | silence | [hears nobody](../test/docs/gone.test.ts) |',
    );
    assert.match(faultOf(named!)!, /test\/docs\/gone\.test\.ts does not exist/);
    assert.match(
      faultOf({ file: 'test/docs/requirements.test.ts', title: 'are shown by nothing' })!,
      /has no test “are shown by nothing”/,
    );
  });
});
