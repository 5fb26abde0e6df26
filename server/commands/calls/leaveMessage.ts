import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { involvesRep } from '../../domain/call/transfer.ts';
import { mayLeaveMessage } from '../../domain/dialing/machines.ts';
import { decideLeaveMessage } from '../../domain/supervision/leaveMessage.ts';
import { voicemailMessages, type VoicemailMessage } from '../../domain/vocabulary/voicemail.ts';
import type { DialingPolicies, Policies, Store } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import { decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface LeaveMessageDeps extends CallDeps {
  readonly store: CallDeps['store'] & DecideOnDeps['store'] & Pick<Store, 'loadCall'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly dialing: Pick<DialingPolicies, 'of'>;
}

/** The messages that this rep can leave on this call. Throws CrmUnavailable. */
export async function messagesFor(
  deps: LeaveMessageDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<readonly VoicemailMessage[]>> {
  const call = await deps.store.loadCall(callId);
  if (!call || call.orgId !== rep.orgId || !involvesRep(call, rep.userId))
    return refuseAudited(deps, rep, {
      attempt: { action: 'LeaveMessage', callId },
      why: refusal('call_not_found'),
    });
  const { vocabulary } = await deps.policies.inForce(rep.orgId);
  return {
    ok: vocabulary ? voicemailMessages(vocabulary, call.language?.code ?? 'en') : [],
  };
}

/**
 * Leaves one of the org's messages on the machine that has answered, and hangs up. The policy of the
 * moment decides once more whether it may be left at the customer's place. Throws CrmUnavailable.
 */
export async function leaveMessage(
  deps: LeaveMessageDeps,
  rep: Person,
  { callId, messageId }: { readonly callId: string; readonly messageId: string },
): Promise<Result<Call>> {
  const offered = await messagesFor(deps, rep, { callId });
  if ('refusal' in offered) return offered;
  const refused = (code: 'message_unknown' | 'message_not_allowed'): Promise<Result<Call>> =>
    refuseAudited(deps, rep, { attempt: { action: 'LeaveMessage', callId }, why: refusal(code) });
  const found = offered.ok.find((one) => one.messageId === messageId);
  if (!found) return refused('message_unknown');
  const { name, language, text } = found;
  const call = await deps.store.loadCall(callId);
  const { machines } = await deps.dialing.of(rep.orgId);
  if (!call || !mayLeaveMessage(machines, call.customer)) return refused('message_not_allowed');
  const decided = await decideOn(
    deps,
    { orgId: rep.orgId, callId, action: 'LeaveMessage', actor: actorOf(rep) },
    (before, now) => decideLeaveMessage(before, { rep, message: { name, language, text } }, now),
  );
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok.call);
  return { ok: decided.ok.call };
}
