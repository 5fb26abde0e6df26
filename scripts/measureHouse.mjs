// Prints how a checkout reads: line lengths, longest files, what imports what inside each folder,
// and how many files
// each of ten likely changes must touch.   node scripts/measureHouse.mjs [folder of a checkout]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';

const ROOT = resolve(process.argv[2] ?? '.');
const WIDE = 120;
const MADE = /(^|\/)(node_modules|dist|generated|staticresources|\.dealside)(\/|$)/;

const walk = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .filter((path) => !MADE.test(path))
        .sort()
    : [];
const texts = new Map();
const textOf = (path) => {
  if (!texts.has(path)) texts.set(path, readFileSync(join(ROOT, path), 'utf8'));
  return texts.get(path);
};

const isTest = (path) => /(^|\/)__tests__\/|\.test\.ts$|^test\//.test(path);
const typescriptIn = (folder) => walk(folder).filter((path) => /\.m?ts$/.test(path));
const isLwcSource = (path) => path.includes('/lwc/') && !isTest(path);

// ---------------------------------------------------------------- pages

const SETS = {
  server: typescriptIn('server'),
  'server/domain': typescriptIn('server/domain'),
  'server/crm': typescriptIn('server/crm'),
  softphone: typescriptIn('softphone'),
  local: typescriptIn('local'),
  lwc: typescriptIn('force-app').filter(isLwcSource),
  test: typescriptIn('test'),
};

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function pageOf(paths) {
  const sizes = paths.map((path) => linesOf(path).length).sort((a, b) => a - b);
  const lengths = paths
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length)
    .sort((a, b) => a - b);
  const all = paths.flatMap(linesOf);
  const wide = lengths.filter((length) => length > WIDE).length;
  return [
    paths.length,
    all.length,
    [at(sizes, 0.5), at(sizes, 0.9), sizes.at(-1) ?? 0].join('/'),
    [at(lengths, 0.5), at(lengths, 0.9), at(lengths, 0.99)].join('/'),
    wide,
    `${((100 * wide) / Math.max(1, lengths.length)).toFixed(2)} %`,
    sizes.filter((size) => size > 200).length,
    sizes.filter((size) => size > 400).length,
  ];
}

function linesOf(path) {
  const lines = textOf(path).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

// ---------------------------------------------------------------- boxes and arrows

const FOLDERS = [
  'server',
  'server/domain',
  'server/commands',
  'server/ports',
  'server/telephony',
  'server/crm',
  'server/store',
  'server/http',
  'server/compose',
  'local/carrier',
  'local/org',
  'local/machine',
  'softphone/src',
];

/**
 * A box is a file or a folder directly inside; an arrow is an import from one box to another,
 * counted once.
 */
function shapeOf(folder) {
  const files = typescriptIn(folder);
  const boxOf = (path) =>
    relative(folder, path)
      .split('/')[0]
      .replace(/\.m?ts$/, '');
  const boxes = new Set(files.map(boxOf));
  const arrows = new Set();
  for (const file of files) {
    for (const [, target] of textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)) {
      const path = normalize(join(dirname(file), target));
      if (!path.startsWith(`${folder}/`)) continue;
      const [from, to] = [boxOf(file), boxOf(path)];
      if (from !== to && boxes.has(to)) arrows.add(`${from} → ${to}`);
    }
  }
  return [boxes.size, arrows.size];
}

// ---------------------------------------------------------------- ten changes

const written = ['server', 'softphone', 'local', 'force-app', 'prisma'].flatMap(walk);
const sources = written.filter(
  (path) => !isTest(path) && /\.(m?[tj]s|cls|html|xml|prisma)$/.test(path),
);
const code = sources.filter((path) => /\.(m?[tj]s|cls|html)$/.test(path));
const having = (paths, pattern) => paths.filter((path) => pattern.test(textOf(path)));
const outside = (paths, ...folders) =>
  paths.filter((path) => !folders.some((folder) => path.startsWith(folder)));

const MODES = ['monitor', 'whisper', 'barge', 'takeover'];
const namesMode = (text, mode) =>
  new RegExp(`['"\`]${mode}['"\`]|\\b${mode}:|>${mode}<`).test(text);
const listsModes = (path) => {
  const text = textOf(path);
  return /Record<Mode\b/.test(text) || MODES.filter((mode) => namesMode(text, mode)).length >= 3;
};
const NOTICE_KINDS = ['banner', 'tone', 'spoken_to_rep', 'spoken_to_everyone'];
const listsNotices = (path) =>
  /Record<NoticeKind\b/.test(textOf(path)) ||
  NOTICE_KINDS.filter((kind) => namesMode(textOf(path), kind)).length >= 2;
const comparesModes = (text) =>
  (text.match(/[!=]== '(monitor|whisper|barge|takeover)'/g) ?? []).length;

const CHANGES = [
  [
    'a mode',
    'sources that list three modes or more, or hold a Record<Mode>',
    () => sources.filter(listsModes),
  ],
  [
    'a reason code',
    'sources in which one shipped reason code (close_assist) stands: each lists the codes',
    () => having(sources, /\bclose_assist\b/i),
  ],
  [
    'another carrier',
    'code outside server/telephony, server/compose and local/ that says Twilio, TwiML or a Sid',
    () =>
      having(
        outside(code, 'server/telephony/', 'server/compose/', 'local/'),
        /twilio|twiml|\b\w+Sids?\b|\bSid\b/i,
      ),
  ],
  [
    'another CRM',
    'code of the server outside server/crm and server/compose that says Salesforce, Apex, SOQL or __c',
    () =>
      having(
        outside(code, 'server/crm/', 'server/compose/').filter((path) =>
          path.startsWith('server/'),
        ),
        /salesforce|\bapex\b|soql|sobject|\w__c\b/i,
      ),
  ],
  [
    'a notice kind',
    'sources that list two of the kinds or more, or hold a Record<NoticeKind>',
    () => sources.filter(listsNotices),
  ],
  [
    'a report',
    'sources that name one shipped report (Outcomes_by_Reason)',
    () =>
      written.filter(
        (path) =>
          !isTest(path) &&
          (/Outcomes_by_Reason\b/.test(path) || /Outcomes_by_Reason\b/.test(textOf(path))),
      ),
  ],
  [
    'the calls of another record (Account)',
    'sources of ports, store, http and components that know a call’s opportunityId, or the CallQuery',
    () =>
      having(
        sources.filter((path) => /^server\/(ports|store|http)|\/lwc\//.test(path)),
        /\bCallQuery\b|\bopportunityId\b/,
      ),
  ],
  [
    'a retry rule',
    'sources of the server that hold delays between attempts, or say which failures are tried again',
    () =>
      having(
        code.filter((path) => path.startsWith('server/')),
        /DELAYS_MS|\* 2 \*\* attempt|Error\('retry'|Problem\('retry'|WORTH_RETRYING|RETRYABLE/,
      ),
  ],
  [
    'an admin page',
    'sources that name one shipped page (latency): its bundles, tab, labels, route, port',
    () =>
      written.filter(
        (path) =>
          !isTest(path) &&
          (/latency(Table|\b)|adminLatency|Dealside_Latency/i.test(path) ||
            (/\.(m?[tj]s|xml|html)$/.test(path) &&
              /adminLatency|latencyTable|Dealside_Latency|\/latenc|LatencyRoutes|latencyRoutes|ports\/latency/i.test(
                textOf(path),
              ))),
      ),
  ],
  [
    'an audit entry',
    'code of the server that names one shipped event (ModeConfirmed)',
    () =>
      having(
        code.filter((path) => path.startsWith('server/')),
        /\bModeConfirmed\b/,
      ),
  ],
];

// ---------------------------------------------------------------- print

function table(head, rows) {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

const say = (text) => process.stdout.write(`${text}\n`);

say('## Pages\n');
say(
  table(
    [
      'Set',
      'files',
      'lines',
      'lines p50/p90/max',
      'width p50/p90/p99',
      `> ${WIDE}`,
      'share',
      'files > 200',
      'files > 400',
    ],
    Object.entries(SETS).map(([name, paths]) => [name, ...pageOf(paths)]),
  ),
);
const longest = [...SETS.server, ...SETS.softphone, ...SETS.local, ...SETS.lwc, ...SETS.test]
  .map((path) => [path, linesOf(path).length])
  .sort((a, b) => b[1] - a[1])
  .slice(0, 15);
say('\n## Longest files\n');
say(table(['File', 'lines'], longest));
say(
  '\n## Boxes and arrows\n\nA box is a file or folder directly inside; an arrow is an import from one to another.\n',
);
say(
  table(
    ['Folder', 'boxes', 'arrows'],
    FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).map((folder) => [
      folder,
      ...shapeOf(folder),
    ]),
  ),
);
const counted = CHANGES.map(([name, definition, files]) => [name, definition, files()]);
say(
  '\n## Ten changes\n\nThe files that each must touch, or read, to add one more; tests are not counted.\n',
);
say(
  table(
    ['Change', 'files', 'counted are'],
    counted.map(([name, definition, files]) => [name, files.length, definition]),
  ),
);
const compared = code.reduce((total, path) => total + comparesModes(textOf(path)), 0);
const records = code.reduce(
  (total, path) => total + (textOf(path).match(/Record<Mode\b/g) ?? []).length,
  0,
);
const acts = new Set(
  code
    .filter((path) => path.startsWith('server/'))
    .flatMap((path) => [...textOf(path).matchAll(/\baction: '([^']+)'/g)].map(([, act]) => act)),
);
say(
  `\nComparisons with the name of a mode: ${compared}; tables by mode (Record<Mode>): ${records}; audit actions written as free text: ${acts.size}.`,
);
if (process.argv.includes('--files')) {
  for (const [name, , files] of counted) say(`\n### ${name}\n\n${files.join('\n')}`);
}
