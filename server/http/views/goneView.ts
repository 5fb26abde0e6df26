import type { Call } from '../../domain/call/call.ts';
import { isCovert } from '../../domain/call/covert.ts';
import type { Person } from '../../domain/call/people.ts';
import { decideJoin } from '../../domain/policy/decideJoin.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { refusalText } from '../../domain/texts/render.ts';
import { languageOf } from '../../domain/texts/texts.ts';

/**
 * That a call is not shown to a person any more. One who monitored it covertly, and has lost the
 * right to, reads whose call it was and why they were taken off it.
 */
export function goneView(
  call: Call,
  person: Person,
  { policy, now }: { readonly policy: Policy; readonly now: string },
) {
  const { callId, rep } = call;
  const latest = call.interventions.findLast(
    ({ supervisor }) => supervisor.userId === person.userId,
  );
  const isTakenOff =
    latest?.status === 'ended' && latest.endReason === 'revoked' && isCovert(latest);
  const decision = isTakenOff && decideJoin(call, { policy, person, covert: true }, now);
  if (!decision || decision.allowed) return { callId };
  const { message } = refusalText(decision.refusal, languageOf(person.locale));
  return { callId, takenOff: { repName: rep.name, message } };
}
