import type { RepOnCall } from '../call/call.ts';
import type { ConsentDecision, ConsentSettings } from '../consent/decide.ts';
import { JOIN_MODE, MODES, type Mode } from '../call/modes.ts';
import type { Person } from '../people/people.ts';
import { isAllowed } from './decide.ts';
import { differenceOf, type PolicyDifference } from './difference.ts';
import { holds, type PolicyQuestion } from './examine.ts';
import { hourOf } from './hours.ts';
import type { PastCall } from './pastCall.ts';
import { WEEKDAYS, type Policy, type Weekday } from './policy.ts';
import {
  CAUSES,
  causeOf,
  consentOn,
  consentView,
  createBarred,
  accessBeyond,
  type BarredCounts,
  type ByCause,
  type Cause,
  type PastConsent,
} from './simulatedConsent.ts';

export type { PastCall };

/** The modes, and covert monitoring, which must be requested. */
export const ACCESS_KINDS = [...MODES, 'covert'] as const;
type AccessKind = (typeof ACCESS_KINDS)[number];

export interface SimulationResult {
  readonly calls: number;
  readonly people: number;
  readonly before: Coverage;
  readonly after: Coverage;
  readonly difference: SimulationDifference;
}

/**
 * What policy and consent would have allowed on the calls. A call that nobody could have monitored
 * by policy is uncovered.
 */
export interface Coverage {
  readonly version: string;
  /** The number of calls that somebody could have joined in each way, by policy and consent. */
  readonly joinable: Readonly<Record<AccessKind, number>>;
  /** The same by policy alone. */
  readonly byPolicy: Readonly<Record<AccessKind, number>>;
  readonly barred: BarredCounts;
  readonly uncovered: number;
  /** In the rep's local time. */
  readonly hours: readonly {
    readonly weekday: Weekday;
    readonly hour: number;
    readonly calls: number;
    readonly uncovered: number;
  }[];
  /** By the rep's direct manager. Reps without a manager are one team. */
  readonly teams: readonly {
    readonly managerId?: string;
    readonly manager?: string;
    readonly calls: number;
    readonly uncovered: number;
  }[];
}

interface SimulationDifference {
  readonly policy: PolicyDifference;
  /**
   * Calls on which somebody could do more than before, and calls on which somebody could do less.
   */
  readonly callsGained: number;
  readonly callsLost: number;
  /** Whether policy or consent made these differences. */
  readonly madeBy: { readonly gained: ByCause; readonly lost: ByCause };
  /** Calls on which the new policy would allow more, but consent does not. */
  readonly heldBack: number;
  /** On how many calls each person could have done what. Only people whose number changes. */
  readonly people: readonly {
    readonly userId: string;
    readonly name: string;
    readonly way: AccessKind;
    readonly before: number;
    readonly after: number;
    readonly madeBy?: Cause;
  }[];
}

/** Who could have joined one call, under each policy. */
interface CallUnderBoth {
  readonly callId: string;
  readonly answeredAt: string;
  readonly repName: string;
  readonly consent: { readonly before: PastConsent; readonly after: PastConsent };
  readonly who: readonly {
    readonly userId: string;
    readonly name: string;
    readonly before: readonly AccessKind[];
    readonly after: readonly AccessKind[];
  }[];
}

export interface Simulation {
  /** Adds a batch of past calls. */
  take(calls: readonly PastCall[]): void;
  /** The result for each of these calls. They are not added. */
  lookAt(calls: readonly PastCall[]): CallUnderBoth[];
  result(): SimulationResult;
}

export interface SimulationAnswer {
  readonly before: Policy;
  readonly after: Policy;
  /** The consent settings, before and after. */
  readonly consent: { readonly before: ConsentSettings; readonly after: ConsentSettings };
  readonly people: readonly Person[];
}

/**
 * Replays past calls under two policies and consent settings: what each of these people could have
 * done when the call
 * was answered. The number of other calls that a person was on is not replayed.
 */
export function simulate({ before, after, consent, people }: SimulationAnswer): Simulation {
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const candidatesOf = rememberingByRep((rep) => candidates(before, after, people, rep));
  const [counted, recounted] = [
    createCounts(before.version, names),
    createCounts(after.version, names),
  ];
  const perPerson = new Map<string, Tally>();
  const madeBy = { gained: noCause(), lost: noCause() };
  let [calls, callsGained, callsLost, heldBack] = [0, 0, 0, 0];

  const ways = (call: PastCall) =>
    candidatesOf(call.rep).map(({ person, narrowed }) => {
      const then = bitsOf(narrowed.before, person, call);
      return {
        person,
        then,
        now: narrowed.after === narrowed.before ? then : bitsOf(narrowed.after, person, call),
      };
    });

  function take(call: PastCall): void {
    const [wasLawful, isLawful] = consentsOn(call);
    const [gained, lost] = [noCause(), noCause()];
    let [then, now, more] = [0, 0, 0];
    for (const who of ways(call)) {
      const [was, is] = [
        { bits: who.then, consents: wasLawful.allowed },
        { bits: who.now, consents: isLawful.allowed },
      ];
      const [wins, loses] = [accessBeyond(is, was), accessBeyond(was, is)];
      then |= who.then;
      now |= who.now;
      more |= who.now & ~who.then;
      const tally = perPerson.get(who.person.userId) ?? newTally();
      perPerson.set(who.person.userId, tally);
      ACCESS_KINDS.forEach((_way, i) => {
        tally.before[i]! += was.consents ? (was.bits >> i) & 1 : 0;
        tally.after[i]! += is.consents ? (is.bits >> i) & 1 : 0;
        for (const cause of CAUSES)
          tally.causes[i]![cause] |= ((wins[cause] | loses[cause]) >> i) & 1;
      });
      for (const cause of CAUSES) {
        gained[cause] |= wins[cause];
        lost[cause] |= loses[cause];
      }
    }
    calls += 1;
    const [gainedBy, lostBy] = [causeOf(gained), causeOf(lost)];
    if (gainedBy)
      [callsGained, madeBy.gained[gainedBy]] = [callsGained + 1, madeBy.gained[gainedBy] + 1];
    if (lostBy) [callsLost, madeBy.lost[lostBy]] = [callsLost + 1, madeBy.lost[lostBy] + 1];
    if (more && !isLawful.allowed) heldBack += 1;
    counted.take(call, then, wasLawful);
    recounted.take(call, now, isLawful);
  }

  /** Where the consent settings do not change, consent is decided once. */
  function consentsOn(call: PastCall): [ConsentDecision, ConsentDecision] {
    const was = consentOn(call, consent.before);
    return [was, consent.after === consent.before ? was : consentOn(call, consent.after)];
  }

  return {
    take: (some) => some.forEach(take),
    lookAt: (some) =>
      some.map((call) => ({
        callId: call.callId,
        answeredAt: call.answeredAt,
        repName: call.rep.name,
        consent: isSimulatedRep(consentsOn(call)),
        who: ways(call)
          .filter(({ then, now }) => then || now)
          .map(({ person, then, now }) => ({
            userId: person.userId,
            name: person.name,
            before: waysIn(then),
            after: waysIn(now),
          })),
      })),
    result: () => ({
      calls,
      people: people.length,
      before: counted.coverage(),
      after: recounted.coverage(),
      difference: {
        policy: differenceOf(before, after),
        callsGained,
        callsLost,
        madeBy,
        heldBack,
        people: [...perPerson]
          .flatMap(([userId, tally]) =>
            ACCESS_KINDS.flatMap((way, i) => {
              const [then, now] = [tally.before[i]!, tally.after[i]!];
              return then === now
                ? []
                : [
                    {
                      userId,
                      name: names.get(userId)!,
                      way,
                      before: then,
                      after: now,
                      madeBy: causeOf(tally.causes[i]!),
                    },
                  ];
            }),
          )
          .toSorted(
            (a, b) =>
              Math.abs(b.after - b.before) - Math.abs(a.after - a.before) ||
              a.name.localeCompare(b.name),
          ),
      },
    }),
  };
}

interface Tally {
  readonly before: number[];
  readonly after: number[];
  readonly causes: Record<Cause, number>[];
}

const noCause = (): Record<Cause, number> => ({ policy: 0, consent: 0, both: 0 });
const newTally = (): Tally => ({
  before: ACCESS_KINDS.map(() => 0),
  after: ACCESS_KINDS.map(() => 0),
  causes: ACCESS_KINDS.map(noCause),
});
const isSimulatedRep = ([before, after]: readonly [ConsentDecision, ConsentDecision]) => ({
  before: consentView(before),
  after: consentView(after),
});

interface Candidate {
  readonly person: Person;
  readonly narrowed: { readonly before: Policy; readonly after: Policy };
}

/**
 * The people for whom a rule may apply to this rep's calls, each with these rules alone. Most
 * people have none.
 */
function candidates(
  before: Policy,
  after: Policy,
  people: readonly Person[],
  rep: RepOnCall,
): Candidate[] {
  return people.flatMap((person) => {
    if (!person.active) return [];
    const narrow = (policy: Policy): Policy => ({
      ...policy,
      rules: policy.rules.filter((rule) =>
        WHATEVER_THE_CALL.every((condition) =>
          holds(condition, rule, questionOf(policy, person, rep)),
        ),
      ),
    });
    const narrowed = narrow(before);
    const both = { before: narrowed, after: after === before ? narrowed : narrow(after) };
    return both.before.rules.length + both.after.rules.length > 0
      ? [{ person, narrowed: both }]
      : [];
  });
}

const WHATEVER_THE_CALL = ['role', 'own_call', 'reach'] as const;
const questionOf = (policy: Policy, person: Person, rep: RepOnCall): PolicyQuestion => ({
  policy,
  person,
  rep,
  call: {},
  mode: JOIN_MODE,
  now: '',
});

/** A bit for each way in which this person could have joined. */
function bitsOf(policy: Policy, person: Person, call: PastCall): number {
  const question = (mode: Mode, covert: boolean): PolicyQuestion => ({
    policy,
    person,
    rep: call.rep,
    call,
    mode,
    now: call.answeredAt,
    covert,
  });
  return ACCESS_KINDS.reduce(
    (bits, way, i) =>
      isAllowed(way === 'covert' ? question('monitor', true) : question(way, false))
        ? bits | (1 << i)
        : bits,
    0,
  );
}

const waysIn = (bits: number): AccessKind[] => ACCESS_KINDS.filter((_way, i) => (bits >> i) & 1);
const MONITORED = 1 << ACCESS_KINDS.indexOf('monitor');

function createCounts(version: string, names: ReadonlyMap<string, string>) {
  const [joinable, byPolicy] = [ACCESS_KINDS.map(() => 0), ACCESS_KINDS.map(() => 0)];
  const barred = createBarred();
  const hours = new Map<
    string,
    { weekday: Weekday; hour: number; calls: number; uncovered: number }
  >();
  const teams = new Map<string | undefined, { calls: number; uncovered: number }>();
  let uncovered = 0;
  return {
    take({ rep, answeredAt }: PastCall, bits: number, lawful: ConsentDecision): void {
      const misses = bits & MONITORED ? 0 : 1;
      ACCESS_KINDS.forEach((_way, i) => {
        byPolicy[i]! += (bits >> i) & 1;
        joinable[i]! += lawful.allowed ? (bits >> i) & 1 : 0;
      });
      barred.take(bits, lawful);
      uncovered += misses;
      const at = hourOf(rep.timeZone ?? 'UTC', answeredAt) ?? hourOf('UTC', answeredAt)!;
      const hour = entry(hours, `${at.weekday} ${at.hour}`, () => ({
        ...at,
        calls: 0,
        uncovered: 0,
      }));
      const team = entry(teams, rep.managerIds[0], () => ({ calls: 0, uncovered: 0 }));
      for (const cell of [hour, team]) {
        cell.calls += 1;
        cell.uncovered += misses;
      }
    },
    coverage: (): Coverage => ({
      version,
      uncovered,
      joinable: perWay(joinable),
      byPolicy: perWay(byPolicy),
      barred: barred.barred(),
      hours: [...hours.values()].toSorted(
        (a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday) || a.hour - b.hour,
      ),
      teams: [...teams]
        .map(([managerId, counts]) => ({
          managerId,
          manager: managerId && names.get(managerId),
          ...counts,
        }))
        .toSorted((a, b) => b.uncovered - a.uncovered || b.calls - a.calls),
    }),
  };
}

const perWay = (counts: readonly number[]) =>
  Object.fromEntries(ACCESS_KINDS.map((way, i) => [way, counts[i]!])) as Record<AccessKind, number>;

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** A cache: a rep has thousands of calls, and what depends on the rep alone is computed once. */
function rememberingByRep<T>(answer: (rep: RepOnCall) => T): (rep: RepOnCall) => T {
  const known = new Map<string, T>();
  return (rep) => entry(known, JSON.stringify(rep), () => answer(rep));
}
