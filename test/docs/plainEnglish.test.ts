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

/** The words that decision 014 replaced, as names write them and as documents do. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:has|have|holds?)TheWord\b|\bothersAtWord\b|\bwordHolder\b/g, 'floor, floor holder'],
  [/\bcompany(?:Of|Without|Left)\w*|\bhasCompany\b|\bleftAlone\b/gi, 'customer cover, unattended'],
  [/\bhaste\b|[a-z]Haste(?![a-z])/gi, 'step queue'],
  [/\bduties\b|[a-z]Duties(?![a-z])/g, 'pending actions'],
  [/\w*canary\w*/gi, 'audio check'],
  [/\w*distrust\w*/gi, 'carrier health, unhealthy'],
  [/\bsecond ?witness\w*/gi, 'carrier cross-check'],
  [/\w*set ?aside(?! a\b)\w*/gi, 'dead letter'],
  [/\bstray ?conferences?\b/gi, 'orphan conference'],
  [/\bbelongings\b/gi, 'memberships'],
  [/\bsigns? ?of ?life\b/gi, 'heartbeat'],
  [/\bgoing_on\b/g, 'in_progress'],
];

/** Where such a word stays: stored, or a name that others still set. */
const STILL_NAMED: readonly (readonly [file: string, words: readonly string[], why: string])[] = [
  [
    'server/domain/audit/actions.ts',
    ['CanaryRun', 'RunCanary', 'ReadSetAside', 'RetrySetAside', 'SetAsideRetried'],
    'audit entries are never rewritten',
  ],
  [
    'server/config.ts',
    ['CANARY_EVERY_MINUTES', 'CANARY_SETTLE_MS', 'CANARY_LISTEN_MS'],
    'settings of a former version are named with what replaces them',
  ],
  ['server/domain/numbers/tables/timeZones.ts', ['Canary'], 'a time zone'],
];

const replacedWordsIn = (file: string, text: string): string[] =>
  REPLACED.flatMap(([words, instead]) =>
    [...text.matchAll(words)]
      .map(([found]) => found)
      .filter(
        (found) => !STILL_NAMED.some(([named, kept]) => named === file && kept.includes(found)),
      )
      .map((found) => `${file}: “${found}”; write ${instead}`),
  );

describe('the words that were replaced', () => {
  const code = ['server', 'softphone', 'force-app']
    .flatMap((folder) => filesUnder(folder, (name) => /\.(?:ts|html|cls)$/.test(name)))
    .filter((path) => !/domain\/alerts/.test(path));
  const documents = markdownFiles().filter(
    (path) => !/docs\/decisions|glossary|CHANGELOG/.test(path),
  );

  it('are in no name, comment or document', () => {
    assert.deepEqual(
      [
        ...code.flatMap((file) => replacedWordsIn(file, read(file))),
        ...documents.flatMap((file) => replacedWordsIn(file, ownWords(read(file)))),
      ],
      [],
    );
  });

  it('stay where they are stored, and nowhere for longer', () => {
    assert.deepEqual(
      STILL_NAMED.filter(([file, words]) => words.some((word) => !read(file).includes(word))),
      [],
    );
  });

  it('would be found in a name, and in a sentence', () => {
    assert.deepEqual(replacedWordsIn('server/a.ts', 'const companyWithout = inHaste(canaryRun);'), [
      'server/a.ts: “companyWithout”; write customer cover, unattended',
      'server/a.ts: “nHaste”; write step queue',
      'server/a.ts: “canaryRun”; write audio check',
    ]);
    assert.deepEqual(replacedWordsIn('docs/a.md', 'A message that was set aside.'), [
      'docs/a.md: “set aside”; write dead letter',
    ]);
  });
});
