import type { Call } from '../call/call.ts';
import type { Person } from '../call/people.ts';
import { decideJoin } from '../policy/decideJoin.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The followers of a call's rep of whom the rep is told when the call begins: those who may join
 * it, by a rule that notifies the rep of who joins.
 */
export const followersNamedToRep = (
  followers: readonly Person[],
  { policy, call, now }: { readonly policy: Policy; readonly call: Call; readonly now: string },
): readonly Person[] =>
  followers.filter((person) => {
    const decision = decideJoin(call, { person, policy }, now);
    return decision.allowed && decision.obligations.noticeKinds.length > 0;
  });
