import { NOTICE_KINDS } from '../call/noticeKinds.ts';
import { dayName, timeOfDay } from '../texts/clock.ts';
import { roleNames } from '../texts/labels.ts';
import {
  dateText,
  fill,
  formatsIn,
  languageIn,
  listed,
  TEXTS,
  type Reader,
} from '../texts/texts.ts';
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
export function ruleWords(rule: Rule, reader: Reader): string {
  const { policy } = TEXTS[languageIn(reader)];
  const what = fill(policy.rule, {
    who: roleNames(rule.role, languageIn(reader)),
    modes: modesWords(rule, reader),
    calls: reachWords(rule.reach, reader),
  });
  const notice = rule.covert
    ? fill(policy.covert, { ...rule.covert, endsOn: dateText(rule.covert.endsOn, reader) })
    : fill(policy.repNotified, { how: noticeWords(rule, 'third', reader) });
  return `${[what, ...conditionWords(rule, 'rep', reader)].join(', ')}. ${notice}`;
}

/** The same as it is said to the rep whose calls they are. */
export function ruleWordsToRep(rule: Rule, who: string, reader: Reader): string {
  const { policy } = TEXTS[languageIn(reader)];
  const what = fill(policy.ruleToRep, { who, modes: modesWords(rule, reader) });
  return `${[what, ...conditionWords(rule, 'you', reader)].join(', ')}. ${fill(policy.youNotified, { how: noticeWords(rule, 'second', reader) })}`;
}

const modesWords = ({ modes }: Rule, reader: Reader): string =>
  listed(
    modes.map((mode) => TEXTS[languageIn(reader)].policy.modes[mode]),
    reader,
  );

/** An amount as people write it: "96,500". */
export const amountWords = (amount: number, reader: Reader): string =>
  amount.toLocaleString(formatsIn(reader));

/** Names of which any one will do: "West, East, or North". */
export const anyOf = (names: readonly string[], reader: Reader): string =>
  listed(names, reader, 'disjunction');

function conditionWords(
  { deals, hours, demands, atOnce }: Rule,
  repsClock: 'rep' | 'you',
  reader: Reader,
): string[] {
  const { policy } = TEXTS[languageIn(reader)];
  return [
    ...(deals?.stages ? [fill(policy.stages, { stages: anyOf(deals.stages, reader) })] : []),
    ...(deals?.minimumAmount === undefined
      ? []
      : [fill(policy.minimumAmount, { amount: amountWords(deals.minimumAmount, reader) })]),
    ...(hours ? [hoursWords(hours, repsClock, reader)] : []),
    ...demandWords(demands, reader),
    ...(atOnce === undefined ? [] : [atOnceWords(atOnce, reader)]),
  ];
}

const atOnceWords = (limit: number, reader: Reader): string =>
  limit === 1
    ? TEXTS[languageIn(reader)].policy.oneAtOnce
    : fill(TEXTS[languageIn(reader)].policy.atOnce, { count: limit });

type GivenDemand = Extract<Demand, 'reason' | 'point' | 'pin' | 'passkey'>;
const GIVEN: readonly GivenDemand[] = ['reason', 'point', 'pin', 'passkey'];

/** The things to provide first: "after providing a reason and their PIN"; undefined for none. */
export function givenWords(demands: readonly Demand[], reader: Reader): string | undefined {
  const { policy } = TEXTS[languageIn(reader)];
  const given = demands.flatMap((demand) =>
    GIVEN.filter((one) => one === demand).map((one) => policy.demands[one]),
  );
  return given.length > 0 ? fill(policy.after, { what: listed(given, reader) }) : undefined;
}

function demandWords(demands: readonly Demand[], reader: Reader): string[] {
  const { policy } = TEXTS[languageIn(reader)];
  const given = givenWords(demands, reader);
  return [
    ...(given ? [given] : []),
    ...(demands.includes('notice_first') ? [policy.noticeFirst] : []),
    ...(demands.includes('recorded') ? [policy.recorded] : []),
  ];
}

function reachWords(reach: Reach, reader: Reader): string {
  const { calls } = TEXTS[languageIn(reader)].policy;
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
              reader,
            ),
          });
    }
  }
}

function hoursWords(
  { days, from, to, clock, exceptOn }: Hours,
  repsClock: 'rep' | 'you',
  reader: Reader,
): string {
  const { policy } = TEXTS[languageIn(reader)];
  const words = fill(policy.hours, {
    days: daysWords(days, reader),
    from: timeOfDay(from, reader),
    to: timeOfDay(to, reader),
    clock: policy.clocks[clock === 'rep' ? repsClock : 'supervisor'],
  });
  return exceptOn ? `${words}, ${fill(policy.exceptOn, { calendar: exceptOn })}` : words;
}

function daysWords(days: readonly Weekday[], reader: Reader): string {
  const { policy } = TEXTS[languageIn(reader)];
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  if (ordered.length === 7) return policy.everyDay;
  const next = (day: Weekday, by: number): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + by) % 7]!;
  const first = ordered.find(
    (day) => !days.includes(next(day, 6)) && ordered.every((_, i) => days.includes(next(day, i))),
  );
  if (ordered.length > 2 && first)
    return fill(policy.dayRange, {
      first: dayName(WEEKDAYS.indexOf(first), reader),
      last: dayName(WEEKDAYS.indexOf(next(first, ordered.length - 1)), reader),
    });
  return listed(
    ordered.map((day) => dayName(WEEKDAYS.indexOf(day), reader)),
    reader,
  );
}

const noticeWords = (rule: Rule, person: 'second' | 'third', reader: Reader): string =>
  listed(
    NOTICE_KINDS.filter((kind) => rule.noticeKinds.includes(kind)).map((kind) => {
      const words = TEXTS[languageIn(reader)].policy.notices[kind][person];
      return kind === 'tone'
        ? fill(words, { modes: anyOf(modesAtTone(rule, reader), reader) })
        : words;
    }),
    reader,
  );

const modesAtTone = (rule: Rule, reader: Reader): string[] =>
  toneModes(rule).map((mode) => TEXTS[languageIn(reader)].policy.toneModes[mode]);
