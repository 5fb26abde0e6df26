import type { Call } from '../../domain/call/call.ts';
import { JOIN_MODE } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { decidePolicy } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { refusalText } from '../../domain/texts/render.ts';
import { readerOf } from '../../domain/texts/texts.ts';

/**
 * Whether this person may monitor the call covertly: for which purpose, on whose responsibility and
 * until which day, or why not. Undefined if no covert rule names a role of the person (G1).
 */
export function covertView(
  call: Call,
  person: Person,
  { policy, now }: { readonly policy: Policy; readonly now: string },
) {
  const concerns = policy.rules.some(({ covert, role }) => covert && person.roles.includes(role));
  if (!concerns || call.status !== 'live' || call.rep.userId === person.userId) return undefined;
  const decision = decidePolicy({
    policy,
    person,
    rep: call.rep,
    call,
    mode: JOIN_MODE,
    now,
    covert: true,
  });
  if (!decision.allowed) {
    const { refusal } = decision;
    return {
      allowed: false,
      code: refusal.code,
      ...refusalText(refusal, readerOf(person)),
    };
  }
  const { covert } = policy.rules.find(({ name }) => name === decision.rule)!;
  return { allowed: true, ...covert, needs: decision.obligations };
}
