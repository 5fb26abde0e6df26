import type { Person } from '../call/people.ts';
import type { Policy } from '../policy/policy.ts';
import { reachesInSomeMode } from '../policy/reach.ts';

/** RevOps reads of everybody in the org: its role is there for that, and grants no call. */
const readsEverybody = ({ roles }: Person): boolean => roles.includes('revops');

/**
 * Of whose calls a person reads totals: `everybody`, or of the reps whose calls the policy lets
 * them be on; `nobody` where no rule is about them.
 */
export function outcomesScope(policy: Policy, person: Person): 'everybody' | 'reps' | 'nobody' {
  if (readsEverybody(person)) return 'everybody';
  return policy.rules.some(({ role }) => person.roles.includes(role)) ? 'reps' : 'nobody';
}

/** Whether the totals of this rep's calls are in what the person reads. */
export const readsOutcomesOf = (policy: Policy, person: Person, rep: Person): boolean =>
  readsEverybody(person) || reachesInSomeMode(policy, person, { rep });
