import type { Holiday, Rule } from '../domain/policy/policy.ts';
import type { ByCause } from '../domain/policy/simulatedConsent.ts';
import type { Coverage, SimulationResult } from '../domain/policy/simulationResult.ts';
import { ACCESS_KINDS, type AccessKind } from '../domain/policy/simulationResult.ts';
import { TEXTS } from '../domain/texts/texts.ts';

const MAX_ROWS = 15;

/** The modes and columns, in the words of the simulator's page. */
const WAY_WORDS: Record<AccessKind, string> = {
  ...TEXTS.en.modes,
  covert: 'Monitor covertly',
};
const COMPARED = ['Before', 'After', 'Change'];

/** The fields of a rule, in the words of the simulator's page. */
const FIELD_WORDS: Record<keyof Rule, string> = {
  name: 'Name',
  role: 'Role',
  modes: 'Modes',
  reach: 'Whose calls',
  deals: 'Deals',
  hours: 'Days and hours',
  demands: 'Requires',
  noticeKinds: 'Notifies the rep by',
  toneAt: 'Tone when these begin',
  atOnce: 'Max concurrent calls',
  covert: 'Covert monitoring',
};

/** The difference of two policies as lines of text in columns. */
export function simulationTable({
  calls,
  people,
  before,
  after,
  difference,
}: SimulationResult): string[] {
  return [
    `${calls === 1 ? '1 call' : `${number(calls)} calls`} under two policies, for ${number(people)} people`,
    `Before: version ${before.version}. After: version ${after.version}.`,
    '',
    ...columns([
      ['Calls someone could have joined', ...COMPARED],
      ...ACCESS_KINDS.map((way) => [
        WAY_WORDS[way],
        ...change(before.joinable[way], after.joinable[way]),
      ]),
      ['Monitor by the rules alone', ...change(before.byPolicy.monitor, after.byPolicy.monitor)],
      [
        'Allowed by a rule, but blocked by consent',
        ...change(before.barred.calls, after.barred.calls),
      ],
      ['No rule lets anyone monitor', ...change(before.uncovered, after.uncovered)],
    ]),
    '',
    ...verdict(difference),
    ...worstOf(
      'Laws by which consent blocks calls, after',
      after.barred.by.map(({ rule, calls: refused }) => [rule, number(refused)]),
    ),
    ...worstOf(
      "Calls no rule lets anyone monitor, by hour in the rep's time zone",
      hourRows(before, after),
      ['', 'Calls', ...COMPARED],
    ),
    ...worstOf('Calls no rule lets anyone monitor, by team', teamRows(before, after), [
      '',
      'Calls',
      ...COMPARED,
    ]),
    ...worstOf(
      'Who gains or loses access',
      difference.people.map((one) => [
        one.name,
        WAY_WORDS[one.way],
        ...change(one.before, one.after),
      ]),
      ['Person', 'Mode', ...COMPARED],
    ),
    ...section('Policy differences', policyDifferences(difference)),
  ];
}

function verdict({
  callsGained: gained,
  callsLost: lost,
  madeBy,
  heldBack,
}: SimulationResult['difference']): string[] {
  return [
    ...(gained + lost === 0
      ? ['Both policies give the same answer on every call.']
      : [
          `On ${number(gained)} calls, someone could do more than before${causes(madeBy.gained)}.`,
          `On ${number(lost)} calls, someone could do less${causes(madeBy.lost)}.`,
        ]),
    ...(heldBack > 0
      ? [
          `On ${number(heldBack)} calls, the new policy would allow more, but consent still keeps supervisors out.`,
        ]
      : []),
  ];
}

const policyDifferences = ({ policy }: SimulationResult['difference']): string[][] => [
  ...policy.added.map((rule) => [rule, 'added']),
  ...policy.removed.map((rule) => [rule, 'removed']),
  ...policy.changed.map(({ rule, fields }) => [
    rule,
    `changed: ${fields.map((field) => FIELD_WORDS[field]).join(', ')}`,
  ]),
  ...policy.holidaysAdded.map((holiday) => [holidayWords(holiday), 'added']),
  ...policy.holidaysRemoved.map((holiday) => [holidayWords(holiday), 'removed']),
];

const holidayWords = ({ date, calendar }: Holiday): string => `Holiday ${date} (${calendar})`;

function hourRows(before: Coverage, after: Coverage): string[][] {
  const then = new Map(
    before.hours.map((cell) => [`${cell.weekday} ${cell.hour}`, cell.uncovered]),
  );
  return after.hours
    .map((cell) => ({ ...cell, then: then.get(`${cell.weekday} ${cell.hour}`) ?? 0 }))
    .filter((cell) => cell.uncovered + cell.then > 0)
    .toSorted((a, b) => Math.max(b.uncovered, b.then) - Math.max(a.uncovered, a.then))
    .map((cell) => [
      `${cell.weekday.charAt(0).toUpperCase()}${cell.weekday.slice(1)} ${String(cell.hour).padStart(2, '0')}:00`,
      number(cell.calls),
      ...change(cell.then, cell.uncovered),
    ]);
}

function teamRows(before: Coverage, after: Coverage): string[][] {
  const then = new Map(before.teams.map((team) => [team.managerId, team.uncovered]));
  return after.teams
    .map((team) => ({ ...team, then: then.get(team.managerId) ?? 0 }))
    .filter((team) => team.uncovered + team.then > 0)
    .map((team) => [
      team.managerId ? `${team.manager ?? team.managerId}'s team` : 'No team',
      number(team.calls),
      ...change(team.then, team.uncovered),
    ]);
}

const section = (title: string, rows: string[][]): string[] =>
  rows.length === 0 ? [] : ['', title, ...columns(rows)];

/** The first rows, and how many more there are. */
function worstOf(title: string, rows: string[][], header?: string[]): string[] {
  const shown = rows.slice(0, MAX_ROWS);
  const left = rows.length - shown.length;
  return [
    ...section(title, shown.length > 0 && header ? [header, ...shown] : shown),
    ...(left > 0 ? [`  and ${number(left)} more`] : []),
  ];
}

/** What made the difference, where anything did. */
function causes({ policy, consent, both }: ByCause): string {
  const said = [
    policy > 0 && `${number(policy)} by the rules`,
    consent > 0 && `${number(consent)} by consent`,
    both > 0 && `${number(both)} by both`,
  ].filter(Boolean);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

const number = (value: number): string => value.toLocaleString('en-US');
const change = (before: number, after: number): string[] => [
  number(before),
  number(after),
  after === before ? '0' : `${after > before ? '+' : '−'}${number(Math.abs(after - before))}`,
];

/** Pads the rows to columns: text left-aligned, numbers right-aligned. */
function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_cell, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const isFigures = (i: number): boolean =>
    rows.some((row) => /^[+−\d]/.test(row[i] ?? '')) && i > 0;
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, i) => (isFigures(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd()}`,
  );
}
