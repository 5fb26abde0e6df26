import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { repOnCall, type OpportunityOnCall } from '../../../../server/domain/call/call.ts';
import type { Mode } from '../../../../server/domain/call/modes.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { decidePolicy } from '../../../../server/domain/policy/decide.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { person } from '../../../support/builders.ts';

export type Row = Record<string, string>;

export interface CasesFile {
  readonly rules: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, Person>;
  readonly cases: readonly Row[];
}

/**
 * Reads the file of cases: its rules, its people and its table rows. A table of other columns is no
 * table of cases.
 */
export function readCases(
  text = readFileSync(new URL('cases.md', import.meta.url), 'utf8'),
): CasesFile {
  const tables = tablesOf(text);
  return {
    rules: new Map(
      [...text.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)].map(([, name, words]) => [name!, words!]),
    ),
    people: new Map(
      tables.filter((row) => 'manager chain' in row).map((row) => [row.who!, personOf(row)]),
    ),
    cases: tables.filter((row) => '#' in row),
  };
}

/** What is wrong with a row under this policy, in words; undefined when all it states holds. */
export function faultOf(row: Row, people: CasesFile['people'], policy: Policy): string | undefined {
  const [who, rep] = [people.get(row.who!), people.get(row.rep!)];
  if (!who || !rep) return `#${row['#']}: ${row.who} and ${row.rep} must both be among the people`;
  const [weekday, ...time] = row['day and time']!.split(' ');
  const local = Temporal.PlainDateTime.from(time.join('T')).toZonedDateTime(row.zone!);
  const [mode, covert] = row['asks to']!.split(' ');
  const decision = decidePolicy({
    policy,
    person: who,
    rep: repOnCall(rep),
    call: { opportunity: dealOf(row.deal!) },
    mode: mode as Mode,
    covert: covert === 'covert',
    now: new Date(local.epochMilliseconds).toISOString(),
    runningElsewhere: Number.parseInt(row.on!, 10) || 0,
  });
  const found: Row = {
    role: who.roles.join(),
    relation: relationOf(who, rep),
    weekday: new Date(`${time[0]}T12:00Z`).toUTCString().slice(0, 3),
    expected: decision.allowed ? 'allowed' : 'refused',
    rule: decision.rule,
    so: soOf(decision, rep, who, policy),
  };
  const wrong = Object.entries({ ...row, weekday: weekday! }).find(
    ([column, stated]) => column in found && found[column] !== stated,
  );
  return (
    wrong &&
    `#${row['#']} ${row.who} on ${row.rep}: ${wrong[0]} says "${wrong[1]}", but it is "${found[wrong[0]]}"`
  );
}

function soOf(
  decision: ReturnType<typeof decidePolicy>,
  rep: Person,
  who: Person,
  policy: Policy,
): string {
  if (decision.allowed) {
    const { reason, pin, passkey, noticeKinds, covert } = decision.obligations;
    const demands = Object.entries({ reason, pin, passkey })
      .filter(([, needed]) => needed)
      .map(([name]) => name)
      .join(' and ');
    return [demands, covert ? 'covert' : noticeKinds.join(', ')].filter(Boolean).join('; ');
  }
  const { refusal, allowedFrom, rule } = decision;
  if (!allowedFrom) return refusal.code;
  const clock = policy.rules.find(({ name }) => name === rule)!.hours!.clock === 'rep' ? rep : who;
  const from = Temporal.Instant.from(allowedFrom)
    .toZonedDateTimeISO(clock.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  return `${refusal.code} until ${from.replace('T', ' ')}`;
}

function relationOf(who: Person, rep: Person): string {
  if (who.userId === rep.userId) return 'own call';
  const at = rep.managerIds.indexOf(who.userId);
  const share = (mine: readonly string[], theirs: readonly string[], one: string) =>
    mine.filter((id) => theirs.includes(id)).map(() => `same ${one}`);
  const relations = [
    ...(at === 0
      ? ['reports to them']
      : at > 0
        ? [`reports to them through ${rep.managerIds[0]}`]
        : []),
    ...share(who.groupIds, rep.groupIds, 'team'),
    ...share(who.queueIds, rep.queueIds, 'queue'),
    ...share(who.skills, rep.skills, 'skill'),
    ...share(who.territoryIds, rep.territoryIds, 'territory'),
  ];
  return relations.join(', ') || 'none';
}

function personOf(row: Row): Person {
  return person({
    userId: row.who!,
    name: row.who!,
    roles: [row.role!],
    timeZone: row.clock!,
    permittedModes: list(row.may!) as Mode[],
    seesAllCalls: row.everybody === 'yes',
    managerIds: list(row['manager chain']!),
    groupIds: list(row.teams!),
    queueIds: list(row.queues!),
    skills: list(row.skills!),
    territoryIds: list(row.territories!),
    active: row.active === 'yes',
  });
}

function dealOf(words: string): OpportunityOnCall | undefined {
  if (words === '–') return undefined;
  const [stage, amount] = words.split(', ');
  return {
    opportunityId: 'o1',
    name: 'A deal',
    stage,
    ...(amount !== 'amount unknown' && { amount: Number(amount) }),
  };
}

const list = (words: string): string[] => (words === '–' ? [] : words.split(', '));

function tablesOf(text: string): Row[] {
  let columns: string[] | undefined;
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) {
      columns = undefined;
      return [];
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!columns) columns = cells;
    else if (!cells.every((cell) => /^-+$/.test(cell)))
      return [Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))];
    return [];
  });
}
