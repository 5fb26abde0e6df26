import type { RepOnCall } from '../call/call.ts';
import { JOIN_MODE, type Mode } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { isAllowed } from './decide.ts';
import { holds, type PolicyQuestion } from './examine.ts';
import type { PastCall } from './pastCall.ts';
import type { Policy } from './policy.ts';
import { ACCESS_KINDS, type AccessKind } from './simulationResult.ts';

/** A person who may have access to a call, with the rules that may give it. */
interface Candidate {
  readonly person: Person;
  readonly narrowed: { readonly before: Policy; readonly after: Policy };
}

/**
 * The people for whom a rule may apply to this rep's calls, each with these rules alone. Most
 * people have none.
 */
export function candidates(
  before: Policy,
  after: Policy,
  { people, rep }: { readonly people: readonly Person[]; readonly rep: RepOnCall },
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
export function bitsOf(policy: Policy, person: Person, call: PastCall): number {
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

/** The kinds of access in a bit set, of which bit i stands for `ACCESS_KINDS[i]`. */
export const waysIn = (bits: number): AccessKind[] =>
  ACCESS_KINDS.filter((_way, i) => (bits >> i) & 1);

/** A cache: a rep has thousands of calls, and what depends on the rep alone is computed once. */
export function rememberingByRep<T>(answer: (rep: RepOnCall) => T): (rep: RepOnCall) => T {
  const known = new Map<string, T>();
  return (rep) => {
    const key = JSON.stringify(rep);
    const remembered = known.get(key) ?? answer(rep);
    known.set(key, remembered);
    return remembered;
  };
}
