import type { Call } from '../call/call.ts';
import { JOIN_MODE } from '../call/modes.ts';
import { decidePolicy, type PolicyDecision } from './decide.ts';
import type { PolicyQuestion } from './examine.ts';

type JoinQuestion = Pick<PolicyQuestion, 'person' | 'policy'> &
  Partial<Pick<PolicyQuestion, 'covert'>>;

/** Decides by the rules alone whether this person may join the call: in the mode in which all do. */
export const decideJoin = (
  call: Call,
  { person, policy, covert }: JoinQuestion,
  now: string,
): PolicyDecision =>
  decidePolicy({ policy, person, rep: call.rep, call, mode: JOIN_MODE, now, covert });
