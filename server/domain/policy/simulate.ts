import type { Person } from '../call/people.ts';
import type { ConsentDecision, ConsentSettings } from '../consent/decide.ts';
import { createCoverage } from './coverage.ts';
import { differenceOf } from './difference.ts';
import type { PastCall } from './pastCall.ts';
import type { Policy } from './policy.ts';
import { bitsOf, candidates, rememberingByRep, waysIn } from './simulatedAccess.ts';
import {
  accessBeyond,
  CAUSES,
  causeOf,
  consentOn,
  consentView,
  type Cause,
} from './simulatedConsent.ts';
import { ACCESS_KINDS, type CallUnderBoth, type SimulationResult } from './simulationResult.ts';

export interface Simulation {
  /** Adds a batch of past calls. */
  add(calls: readonly PastCall[]): void;
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
 * done when the call was answered. The number of other calls that a person was on is not replayed.
 */
export function simulate({ before, after, consent, people }: SimulationAnswer): Simulation {
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const candidatesOf = rememberingByRep((rep) => candidates(before, after, { people, rep }));
  const [counted, recounted] = [
    createCoverage(before.version, names),
    createCoverage(after.version, names),
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

  function addCall(call: PastCall): void {
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
    counted.add(call, then, wasLawful);
    recounted.add(call, now, isLawful);
  }

  /** If the consent settings do not change, consent is decided once. */
  function consentsOn(call: PastCall): [ConsentDecision, ConsentDecision] {
    const was = consentOn(call, consent.before);
    return [was, consent.after === consent.before ? was : consentOn(call, consent.after)];
  }

  return {
    add: (some) => some.forEach(addCall),
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
