import { Temporal } from 'temporal-polyfill';
import type { Mode } from '../call/modes.ts';
import { roleLabel } from '../people/people.ts';
import { WEEKDAYS, type Demand, type GroupKind, type Hours, type NoticeKind, type Reach, type Rule, type Weekday } from './policy.ts';

const WEEKDAY: Record<Weekday, string> = {
  Mon: 'Monday', Tue: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
};
const MONTH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A moment to come as people say it: "08:00 today", "08:00 tomorrow", "08:00 on Monday", "08:00 on 4 January". */
export function clockWords(at: string, now: string, zone: string): string {
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const days = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().until(then.toPlainDate()).days;
  const time = then.toPlainTime().toString({ smallestUnit: 'minute' });
  if (days === 0) return `${time} today`;
  if (days === 1) return `${time} tomorrow`;
  if (days < 7) return `${time} on ${WEEKDAY[WEEKDAYS[then.dayOfWeek - 1]!]}`;
  return `${time} on ${then.day} ${MONTH[then.month - 1]}`;
}

/** A rule as a sentence that a manager, a rep and a lawyer read alike. */
export function ruleWords(rule: Rule): string {
  const what = `${plural(roleLabel(rule.role))} may ${modesWords(rule)} ${reachWords(rule.reach)}`;
  return `${[what, ...conditionWords(rule, 'the rep’s')].join(', ')}. ${rule.covert ? covertWords(rule.covert) : `The rep ${noticeWords(rule.noticeKinds, 'third')}.`}`;
}

/** The same as it is said to the rep whose calls they are. */
export function ruleWordsToRep(rule: Rule, who: string): string {
  return `${[`${who} may ${modesWords(rule)} your calls`, ...conditionWords(rule, 'your')].join(', ')}. You ${noticeWords(rule.noticeKinds, 'second')}.`;
}

const modesWords = ({ modes }: Rule): string => listed(modes.map((mode) => MODE_WORDS[mode]));

function conditionWords({ deals, hours, demands, atOnce }: Rule, repsClock: string): string[] {
  return [
    ...(deals?.stages ? [`about deals in the stage ${listed(deals.stages, 'or')}`] : []),
    ...(deals?.minimumAmount === undefined ? [] : [`about deals worth ${deals.minimumAmount.toLocaleString('en-US')} or more`]),
    ...(hours ? [hoursWords(hours, repsClock)] : []),
    ...givingWords(demands),
    ...(atOnce === undefined ? [] : [`on ${atOnce === 1 ? 'one call' : `${atOnce} calls`} at a time`]),
  ];
}

const MODE_WORDS: Record<Mode, string> = { monitor: 'listen to', whisper: 'whisper on', barge: 'speak on', takeover: 'take over' };

type DemandsGiven = Extract<Demand, 'reason' | 'pin' | 'passkey'>;
const DEMAND_PHRASES: Record<DemandsGiven, string> = { reason: 'a reason', pin: 'their PIN', passkey: 'their passkey' };

function givingWords(demands: readonly Demand[]): string[] {
  const given = demands.flatMap((demand) => (demand in DEMAND_PHRASES ? [DEMAND_PHRASES[demand as DemandsGiven]] : []));
  return [
    ...(given.length > 0 ? [`after giving ${listed(given)}`] : []),
    ...(demands.includes('notice_first') ? ['once that was announced'] : []),
    ...(demands.includes('recorded') ? ['with their own words recorded'] : []),
  ];
}

const NOTICE_WORDS: Record<NoticeKind, { third: string; second: string }> = {
  banner: { third: 'sees who it is', second: 'see who it is' },
  tone: { third: 'hears a tone', second: 'hear a tone' },
  spoken_to_rep: { third: 'is told by a spoken phrase', second: 'are told by a spoken phrase' },
  spoken_to_everyone: { third: 'hears, with the customer, a spoken phrase', second: 'hear, with the customer, a spoken phrase' },
};

const GROUP_WORDS: Record<GroupKind, { one: string; shared: string }> = {
  team: { one: 'in the team', shared: 'in a team of theirs' },
  queue: { one: 'in the queue', shared: 'in a queue of theirs' },
  skill: { one: 'with the skill', shared: 'with a skill of theirs' },
  territory: { one: 'in the territory', shared: 'in a territory of theirs' },
};

function reachWords(reach: Reach): string {
  switch (reach.kind) {
    case 'own_reports':
      return 'calls of those who report to them';
    case 'everyone':
      return 'everybody’s calls';
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const { one, shared } = GROUP_WORDS[reach.kind];
      return `calls of reps ${reach.groups === 'shared' ? shared : `${one} ${listed(reach.groups.map(({ name }) => name), 'or')}`}`;
    }
  }
}

function hoursWords({ days, from, to, clock, exceptOn }: Hours, repsClock: string): string {
  const whose = clock === 'rep' ? repsClock : 'their own';
  return `${daysWords(days)} from ${from} to ${to} by ${whose} clock${exceptOn ? `, except on the days off of ${exceptOn}` : ''}`;
}

function daysWords(days: readonly Weekday[]): string {
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  if (ordered.length === 7) return 'every day';
  const next = (day: Weekday, by: number): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + by) % 7]!;
  const first = ordered.find((day) => !days.includes(next(day, 6)) && ordered.every((_, i) => days.includes(next(day, i))));
  return ordered.length > 2 && first ? `${WEEKDAY[first]} to ${WEEKDAY[next(first, ordered.length - 1)]}` : listed(ordered.map((day) => WEEKDAY[day]));
}

const noticeWords = (kinds: readonly NoticeKind[], person: 'second' | 'third'): string =>
  listed(NOTICE_ORDER.filter((kind) => kinds.includes(kind)).map((kind) => NOTICE_WORDS[kind][person]));
const NOTICE_ORDER = Object.keys(NOTICE_WORDS) as NoticeKind[];

const covertWords = ({ owner, purpose, endsOn }: NonNullable<Rule['covert']>): string =>
  `Nobody on the call is told. Purpose: ${purpose}. Owner: ${owner}. Last day: ${endsOn}.`;

/** "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export const plural = (label: string): string => label.replace(/y$/, 'ie').replace(/(s|x|ch)$/, '$1e') + 's';
