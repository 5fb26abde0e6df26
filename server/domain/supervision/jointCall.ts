import type { Person } from '../call/people.ts';
import type { Policy } from '../policy/policy.ts';
import { reachesInSomeMode } from '../policy/reach.ts';

/** Whether a supervisor and a rep may plan a call: whom a rule lets be on calls of this rep. */
export const mayPlanTogether = (policy: Policy, supervisor: Person, rep: Person): boolean =>
  supervisor.userId !== rep.userId &&
  supervisor.active &&
  rep.active &&
  reachesInSomeMode(policy, supervisor, rep);
