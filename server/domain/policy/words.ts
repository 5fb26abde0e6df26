import { Temporal } from 'temporal-polyfill';
import type { Language } from '../texts/language.ts';
import { roleNames } from '../texts/labels.ts';
import { dateText, fill, INTL_LOCALE, listed, TEXTS } from '../texts/texts.ts';
import {
  NOTICE_KINDS,
  WEEKDAYS,
  type Demand,
  type Hours,
  type NoticeKind,
  type Reach,
  type Rule,
  type Weekday,
} from './policy.ts';

/** Any Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const dayName = (day: Weekday, language: Language): string =>
  new Intl.DateTimeFormat(INTL_LOCALE[language], { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + WEEKDAYS.indexOf(day) * DAY_MS,
  );

/** A time of day such as 08:00 as people write it: "8:00 AM". */
function timeOfDay(hhmm: string, language: Language): string {
  if (hhmm === '24:00') return TEXTS[language].clock.midnight;
  return new Intl.DateTimeFormat(INTL_LOCALE[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
    .format(new Date(`1970-01-01T${hhmm}:00Z`))
    .replace('\u202f', ' ');
}

/**
 * A moment to come as people say it: "8:00 AM today", "8:00 AM tomorrow", "8:00 AM on Monday",
 * "8:00 AM on January 4".
 */
export function clockWords(at: string, now: string, zone: string, language: Language): string {
  const { clock } = TEXTS[language];
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const days = Temporal.Instant.from(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .until(then.toPlainDate()).days;
  const time = timeOfDay(then.toPlainTime().toString({ smallestUnit: 'minute' }), language);
  if (days === 0) return fill(clock.today, { time });
  if (days === 1) return fill(clock.tomorrow, { time });
  if (days < 7)
    return fill(clock.weekday, { time, day: dayName(WEEKDAYS[then.dayOfWeek - 1]!, language) });
  const day = new Intl.DateTimeFormat(INTL_LOCALE[language], {
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(new Date(at));
  return fill(clock.date, { time, day });
}

/** A rule as a sentence that a manager, a rep and a lawyer read alike. */
export function ruleWords(rule: Rule, language: Language): string {
  const { policy } = TEXTS[language];
  const what = fill(policy.rule, {
    who: roleNames(rule.role, language),
    modes: modesWords(rule, language),
    calls: reachWords(rule.reach, language),
  });
  const notice = rule.covert
    ? fill(policy.covert, { ...rule.covert, endsOn: dateText(rule.covert.endsOn, language) })
    : fill(policy.repNotified, { how: noticeWords(rule.noticeKinds, 'third', language) });
  return `${[what, ...conditionWords(rule, 'rep', language)].join(', ')}. ${notice}`;
}

/** The same as it is said to the rep whose calls they are. */
export function ruleWordsToRep(rule: Rule, who: string, language: Language): string {
  const { policy } = TEXTS[language];
  const what = fill(policy.ruleToRep, { who, modes: modesWords(rule, language) });
  return `${[what, ...conditionWords(rule, 'you', language)].join(', ')}. ${fill(policy.youNotified, { how: noticeWords(rule.noticeKinds, 'second', language) })}`;
}

const modesWords = ({ modes }: Rule, language: Language): string =>
  listed(
    modes.map((mode) => TEXTS[language].policy.modes[mode]),
    language,
  );

/** An amount as people write it: "96,500". */
export const amountWords = (amount: number, language: Language): string =>
  amount.toLocaleString(INTL_LOCALE[language]);

/** Names of which any one will do: "West, East, or North". */
export const anyOf = (names: readonly string[], language: Language): string =>
  listed(names, language, 'disjunction');

function conditionWords(
  { deals, hours, demands, atOnce }: Rule,
  repsClock: 'rep' | 'you',
  language: Language,
): string[] {
  const { policy } = TEXTS[language];
  return [
    ...(deals?.stages ? [fill(policy.stages, { stages: anyOf(deals.stages, language) })] : []),
    ...(deals?.minimumAmount === undefined
      ? []
      : [fill(policy.minimumAmount, { amount: amountWords(deals.minimumAmount, language) })]),
    ...(hours ? [hoursWords(hours, repsClock, language)] : []),
    ...demandWords(demands, language),
    ...(atOnce === undefined ? [] : [atOnceWords(atOnce, language)]),
  ];
}

const atOnceWords = (limit: number, language: Language): string =>
  limit === 1
    ? TEXTS[language].policy.oneAtOnce
    : fill(TEXTS[language].policy.atOnce, { count: limit });

type GivenDemand = Extract<Demand, 'reason' | 'pin' | 'passkey'>;
const GIVEN: readonly GivenDemand[] = ['reason', 'pin', 'passkey'];

/**
 * What somebody has to give first: "after providing a reason and their PIN"; undefined for nothing.
 */
export function givenWords(demands: readonly Demand[], language: Language): string | undefined {
  const { policy } = TEXTS[language];
  const given = demands.flatMap((demand) =>
    GIVEN.filter((one) => one === demand).map((one) => policy.demands[one]),
  );
  return given.length > 0 ? fill(policy.after, { what: listed(given, language) }) : undefined;
}

function demandWords(demands: readonly Demand[], language: Language): string[] {
  const { policy } = TEXTS[language];
  const given = givenWords(demands, language);
  return [
    ...(given ? [given] : []),
    ...(demands.includes('notice_first') ? [policy.noticeFirst] : []),
    ...(demands.includes('recorded') ? [policy.recorded] : []),
  ];
}

function reachWords(reach: Reach, language: Language): string {
  const { calls } = TEXTS[language].policy;
  switch (reach.kind) {
    case 'own_reports':
    case 'everyone':
      return calls[reach.kind];
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const { shared, named } = calls[reach.kind];
      return reach.groups === 'shared'
        ? shared
        : fill(named, {
            groups: anyOf(
              reach.groups.map(({ name }) => name),
              language,
            ),
          });
    }
  }
}

function hoursWords(
  { days, from, to, clock, exceptOn }: Hours,
  repsClock: 'rep' | 'you',
  language: Language,
): string {
  const { policy } = TEXTS[language];
  const words = fill(policy.hours, {
    days: daysWords(days, language),
    from: timeOfDay(from, language),
    to: timeOfDay(to, language),
    clock: policy.clocks[clock === 'rep' ? repsClock : 'supervisor'],
  });
  return exceptOn ? `${words}, ${fill(policy.exceptOn, { calendar: exceptOn })}` : words;
}

function daysWords(days: readonly Weekday[], language: Language): string {
  const { policy } = TEXTS[language];
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  if (ordered.length === 7) return policy.everyDay;
  const next = (day: Weekday, by: number): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + by) % 7]!;
  const first = ordered.find(
    (day) => !days.includes(next(day, 6)) && ordered.every((_, i) => days.includes(next(day, i))),
  );
  if (ordered.length > 2 && first)
    return fill(policy.dayRange, {
      first: dayName(first, language),
      last: dayName(next(first, ordered.length - 1), language),
    });
  return listed(
    ordered.map((day) => dayName(day, language)),
    language,
  );
}

const noticeWords = (
  kinds: readonly NoticeKind[],
  person: 'second' | 'third',
  language: Language,
): string =>
  listed(
    NOTICE_KINDS.filter((kind) => kinds.includes(kind)).map(
      (kind) => TEXTS[language].policy.notices[kind][person],
    ),
    language,
  );
