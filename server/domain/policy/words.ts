import type { Language } from '../call/language.ts';
import { NOTICE_KINDS } from '../call/noticeKinds.ts';
import { dayName, timeOfDay } from '../texts/clock.ts';
import { roleNames } from '../texts/labels.ts';
import { dateText, fill, INTL_LOCALE, listed, TEXTS } from '../texts/texts.ts';
import {
  WEEKDAYS,
  type Demand,
  type Hours,
  type Reach,
  type Rule,
  type Weekday,
} from './policy.ts';
import { toneModes } from './toneModes.ts';

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
    : fill(policy.repNotified, { how: noticeWords(rule, 'third', language) });
  return `${[what, ...conditionWords(rule, 'rep', language)].join(', ')}. ${notice}`;
}

/** The same as it is said to the rep whose calls they are. */
export function ruleWordsToRep(rule: Rule, who: string, language: Language): string {
  const { policy } = TEXTS[language];
  const what = fill(policy.ruleToRep, { who, modes: modesWords(rule, language) });
  return `${[what, ...conditionWords(rule, 'you', language)].join(', ')}. ${fill(policy.youNotified, { how: noticeWords(rule, 'second', language) })}`;
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

type GivenDemand = Extract<Demand, 'reason' | 'point' | 'pin' | 'passkey'>;
const GIVEN: readonly GivenDemand[] = ['reason', 'point', 'pin', 'passkey'];

/** The things to provide first: "after providing a reason and their PIN"; undefined for none. */
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
      first: dayName(WEEKDAYS.indexOf(first), language),
      last: dayName(WEEKDAYS.indexOf(next(first, ordered.length - 1)), language),
    });
  return listed(
    ordered.map((day) => dayName(WEEKDAYS.indexOf(day), language)),
    language,
  );
}

const noticeWords = (rule: Rule, person: 'second' | 'third', language: Language): string =>
  listed(
    NOTICE_KINDS.filter((kind) => rule.noticeKinds.includes(kind)).map((kind) => {
      const words = TEXTS[language].policy.notices[kind][person];
      return kind === 'tone'
        ? fill(words, { modes: anyOf(modesAtTone(rule, language), language) })
        : words;
    }),
    language,
  );

const modesAtTone = (rule: Rule, language: Language): string[] =>
  toneModes(rule).map((mode) => TEXTS[language].policy.toneModes[mode]);
