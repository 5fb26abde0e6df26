import type { ByCause } from '../domain/policy/simulatedConsent.ts';
import type { Coverage, SimulationResult } from '../domain/policy/simulationResult.ts';
import { ACCESS_KINDS } from '../domain/policy/simulationResult.ts';

const MAX_ROWS = 15;

/** Prints the difference of two policies as lines of text in columns. */
export function simulationTable({
  calls,
  people,
  before,
  after,
  difference,
}: SimulationResult): string[] {
  const { policy } = difference;
  return [
    `${number(calls)} calls, ${number(people)} people`,
    '',
    ...columns([
      ['Calls somebody could have joined by', before.version, after.version, 'difference'],
      ...ACCESS_KINDS.map((way) => [way, ...change(before.joinable[way], after.joinable[way])]),
      ['by policy alone, monitored', ...change(before.byPolicy.monitor, after.byPolicy.monitor)],
      ['refused by consent', ...change(before.barred.calls, after.barred.calls)],
      ['nobody could have monitored', ...change(before.uncovered, after.uncovered)],
    ]),
    '',
    `On ${number(difference.callsGained)} calls somebody could do more (${causes(difference.madeBy.gained)}), on ${number(difference.callsLost)} somebody could do less (${causes(difference.madeBy.lost)}).`,
    ...(difference.heldBack > 0
      ? [
          `On ${number(difference.heldBack)} calls the policy would allow more, but consent does not.`,
        ]
      : []),
    ...worstOf(
      'Laws by which consent refused',
      after.barred.by.map(({ rule, calls: refused }) => [rule, number(refused)]),
    ),
    ...worstOf(
      'Hours with calls that nobody could have monitored (the rep’s clock)',
      hourRows(before, after),
      ['', 'calls', before.version, after.version, 'difference'],
    ),
    ...worstOf('Teams with calls that nobody could have monitored', teamRows(before, after), [
      '',
      'calls',
      before.version,
      after.version,
      'difference',
    ]),
    ...worstOf(
      'People who gain or lose',
      difference.people.map((one) => [one.name, one.way, ...change(one.before, one.after)]),
      ['', 'mode', before.version, after.version, 'difference'],
    ),
    ...section('Rules', [
      ...policy.added.map((rule) => ['added', rule]),
      ...policy.removed.map((rule) => ['removed', rule]),
      ...policy.changed.map(({ rule, fields }) => ['changed', `${rule} (${fields.join(', ')})`]),
    ]),
  ];
}

function hourRows(before: Coverage, after: Coverage): string[][] {
  const then = new Map(
    before.hours.map((cell) => [`${cell.weekday} ${cell.hour}`, cell.uncovered]),
  );
  return after.hours
    .map((cell) => ({ ...cell, then: then.get(`${cell.weekday} ${cell.hour}`) ?? 0 }))
    .filter((cell) => cell.uncovered + cell.then > 0)
    .toSorted((a, b) => Math.max(b.uncovered, b.then) - Math.max(a.uncovered, a.then))
    .map((cell) => [
      `${cell.weekday} ${String(cell.hour).padStart(2, '0')}:00`,
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
      team.manager ?? team.managerId ?? 'no manager',
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

const causes = ({ policy, consent, both }: ByCause): string =>
  `by policy ${number(policy)}, by consent ${number(consent)}, by both ${number(both)}`;

const number = (value: number): string => value.toLocaleString('en-US');
const change = (before: number, after: number): string[] => [
  number(before),
  number(after),
  after === before ? '–' : `${after > before ? '+' : '−'}${number(Math.abs(after - before))}`,
];

/** Pads the rows to columns: text left-aligned, numbers right-aligned. */
function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_cell, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const isFigures = (i: number): boolean =>
    rows.some((row) => /^[+−–\d]/.test(row[i] ?? '')) && i > 0;
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, i) => (isFigures(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd()}`,
  );
}
