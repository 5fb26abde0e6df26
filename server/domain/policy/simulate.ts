import type { Call, RepOnCall } from '../call.ts';
import { MODES, type Mode } from '../modes.ts';
import type { Person } from '../people.ts';
import { isAllowed } from './decide.ts';
import { differenceOf, type PolicyDifference } from './difference.ts';
import { holds, type Question } from './examine.ts';
import { hourOf } from './hours.ts';
import { WEEKDAYS, type Policy, type Weekday } from './policy.ts';

/** A call that was answered, as far as policy looks at it. */
export interface PastCall {
  readonly callId: string;
  readonly answeredAt: string;
  readonly rep: RepOnCall;
  readonly opportunity?: Call['opportunity'];
}

/** The modes, and listening unseen, which is asked for as such. */
export const WAYS = [...MODES, 'unseen'] as const;
export type Way = (typeof WAYS)[number];

export interface SimulationResult {
  readonly calls: number;
  readonly people: number;
  readonly before: Coverage;
  readonly after: Coverage;
  readonly difference: SimulationDifference;
}

/** What a policy would have made of the calls. A call nobody could have monitored is uncovered. */
export interface Coverage {
  readonly version: string;
  /** How many calls somebody could have joined, by way. */
  readonly joinable: Readonly<Record<Way, number>>;
  readonly uncovered: number;
  /** By the rep's clock. */
  readonly hours: readonly { readonly weekday: Weekday; readonly hour: number; readonly calls: number; readonly uncovered: number }[];
  /** By the rep's direct manager; no manager is a team of its own. */
  readonly teams: readonly { readonly managerId?: string; readonly manager?: string; readonly calls: number; readonly uncovered: number }[];
}

export interface SimulationDifference {
  readonly policy: PolicyDifference;
  /** Calls on which somebody could do more, or less, than before. */
  readonly callsGained: number;
  readonly callsLost: number;
  /** On how many calls each person could have done what. Only who gains or loses. */
  readonly people: readonly { readonly userId: string; readonly name: string; readonly way: Way; readonly before: number; readonly after: number }[];
}

/** Who could have joined one call, under both policies. */
export interface CallUnderBoth {
  readonly callId: string;
  readonly answeredAt: string;
  readonly repName: string;
  readonly who: readonly { readonly userId: string; readonly name: string; readonly before: readonly Way[]; readonly after: readonly Way[] }[];
}

export interface Simulation {
  /** Takes past calls in, some at a time. */
  take(calls: readonly PastCall[]): void;
  /** The same calls one by one, counted nowhere. */
  lookAt(calls: readonly PastCall[]): CallUnderBoth[];
  result(): SimulationResult;
}

/**
 * Replays past calls under two policies: what each of these people could have done at the moment the call was answered.
 * How many calls somebody was on already is not replayed.
 */
export function simulate({ before, after, people }: { before: Policy; after: Policy; people: readonly Person[] }): Simulation {
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const candidatesOf = rememberingByRep((rep) => candidates(before, after, people, rep));
  const [counted, recounted] = [createCounts(before.version, names), createCounts(after.version, names)];
  const perPerson = new Map<string, { before: number[]; after: number[] }>();
  let [calls, callsGained, callsLost] = [0, 0, 0];

  const ways = (call: PastCall) => candidatesOf(call.rep).map(({ person, narrowed }) => {
    const then = bitsOf(narrowed.before, person, call);
    return { person, then, now: narrowed.after === narrowed.before ? then : bitsOf(narrowed.after, person, call) };
  });

  function take(call: PastCall): void {
    let [then, now, gained, lost] = [0, 0, 0, 0];
    for (const who of ways(call)) {
      then |= who.then;
      now |= who.now;
      gained |= who.now & ~who.then;
      lost |= who.then & ~who.now;
      const tally = perPerson.get(who.person.userId) ?? { before: WAYS.map(() => 0), after: WAYS.map(() => 0) };
      perPerson.set(who.person.userId, tally);
      WAYS.forEach((_way, i) => {
        tally.before[i]! += (who.then >> i) & 1;
        tally.after[i]! += (who.now >> i) & 1;
      });
    }
    calls += 1;
    if (gained) callsGained += 1;
    if (lost) callsLost += 1;
    counted.take(call, then);
    recounted.take(call, now);
  }

  return {
    take: (some) => some.forEach(take),
    lookAt: (some) => some.map((call) => ({
      callId: call.callId, answeredAt: call.answeredAt, repName: call.rep.name,
      who: ways(call).filter(({ then, now }) => then || now).map(({ person, then, now }) => ({ userId: person.userId, name: person.name, before: waysIn(then), after: waysIn(now) })),
    })),
    result: () => ({
      calls, people: people.length, before: counted.coverage(), after: recounted.coverage(),
      difference: {
        policy: differenceOf(before, after), callsGained, callsLost,
        people: [...perPerson].flatMap(([userId, tally]) => WAYS.flatMap((way, i) => {
          const [then, now] = [tally.before[i]!, tally.after[i]!];
          return then === now ? [] : [{ userId, name: names.get(userId)!, way, before: then, after: now }];
        })).toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.name.localeCompare(b.name)),
      },
    }),
  };
}

interface Candidate { readonly person: Person; readonly narrowed: { readonly before: Policy; readonly after: Policy } }

/** Those for whom some rule may apply to this rep's calls, each with these rules alone: most people have none. */
function candidates(before: Policy, after: Policy, people: readonly Person[], rep: RepOnCall): Candidate[] {
  return people.flatMap((person) => {
    if (!person.active) return [];
    const narrow = (policy: Policy): Policy => ({ ...policy, rules: policy.rules.filter((rule) => WHATEVER_THE_CALL.every((condition) => holds(condition, rule, questionOf(policy, person, rep)))) });
    const narrowed = narrow(before);
    const both = { before: narrowed, after: after === before ? narrowed : narrow(after) };
    return both.before.rules.length + both.after.rules.length > 0 ? [{ person, narrowed: both }] : [];
  });
}

const WHATEVER_THE_CALL = ['role', 'own_call', 'reach'] as const;
const questionOf = (policy: Policy, person: Person, rep: RepOnCall): Question => ({ policy, person, rep, call: {}, mode: 'monitor', now: '' });

/** One bit for each way this person could have gone. */
function bitsOf(policy: Policy, person: Person, call: PastCall): number {
  const question = (mode: Mode, covert: boolean): Question => ({ policy, person, rep: call.rep, call, mode, now: call.answeredAt, covert });
  return WAYS.reduce((bits, way, i) => (isAllowed(way === 'unseen' ? question('monitor', true) : question(way, false)) ? bits | (1 << i) : bits), 0);
}

const waysIn = (bits: number): Way[] => WAYS.filter((_way, i) => (bits >> i) & 1);
const MONITORED = 1 << WAYS.indexOf('monitor');

function createCounts(version: string, names: ReadonlyMap<string, string>) {
  const joinable = WAYS.map(() => 0);
  const hours = new Map<string, { weekday: Weekday; hour: number; calls: number; uncovered: number }>();
  const teams = new Map<string | undefined, { calls: number; uncovered: number }>();
  let uncovered = 0;
  return {
    take({ rep, answeredAt }: PastCall, bits: number): void {
      const misses = bits & MONITORED ? 0 : 1;
      WAYS.forEach((_way, i) => (joinable[i]! += (bits >> i) & 1));
      uncovered += misses;
      const at = hourOf(rep.timeZone ?? 'UTC', answeredAt) ?? hourOf('UTC', answeredAt)!;
      const hour = entry(hours, `${at.weekday} ${at.hour}`, () => ({ ...at, calls: 0, uncovered: 0 }));
      const team = entry(teams, rep.managerIds[0], () => ({ calls: 0, uncovered: 0 }));
      for (const cell of [hour, team]) {
        cell.calls += 1;
        cell.uncovered += misses;
      }
    },
    coverage: (): Coverage => ({
      version, uncovered,
      joinable: Object.fromEntries(WAYS.map((way, i) => [way, joinable[i]!])) as Record<Way, number>,
      hours: [...hours.values()].toSorted((a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday) || a.hour - b.hour),
      teams: [...teams].map(([managerId, counts]) => ({ managerId, manager: managerId && names.get(managerId), ...counts })).toSorted((a, b) => b.uncovered - a.uncovered || b.calls - a.calls),
    }),
  };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** A rep has thousands of calls; what is asked of the rep alone is answered once. */
function rememberingByRep<T>(answer: (rep: RepOnCall) => T): (rep: RepOnCall) => T {
  const known = new Map<string, T>();
  return (rep) => entry(known, JSON.stringify(rep), () => answer(rep));
}
