import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import { happens, refuse, type Decision } from '../../domain/call/events.ts';
import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { CarrierProblem, type ConferenceControl } from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface ControlOwnCallDeps extends DecideOnDeps {
  readonly control: Pick<ConferenceControl, 'set' | 'endCall'>;
}

/** The rep puts the customer on hold, or resumes. */
export async function holdCustomer(
  deps: ControlOwnCallDeps,
  rep: Person,
  { callId, onHold }: { callId: string; onHold: boolean },
): Promise<Result<Call>> {
  return controlOwnCall(
    deps,
    rep,
    callId,
    onHold ? 'HoldCustomer' : 'ResumeCustomer',
    async (call) => {
      const customer = connectedParticipant(call, 'customer');
      if (customer?.connectionId && call.conferenceId)
        await deps.control.set(
          { conferenceId: call.conferenceId, connectionId: customer.connectionId },
          { onHold },
        );
    },
  );
}

/** The rep ends the call for everyone. */
export async function hangUp(
  deps: ControlOwnCallDeps,
  rep: Person,
  { callId }: { callId: string },
): Promise<Result<Call>> {
  return controlOwnCall(deps, rep, callId, 'HangUp', async (call) => {
    if (call.conferenceId) await deps.control.endCall(call.conferenceId);
  });
}

async function controlOwnCall(
  deps: ControlOwnCallDeps,
  rep: Person,
  callId: string,
  action: AttemptAction,
  act: (call: Call) => Promise<void>,
): Promise<Result<Call>> {
  const subject = { orgId: rep.orgId, callId, action, actor: actorOf(rep) };
  const decided = callAfter(
    await decideOn(deps, subject, (call, now): Decision => {
      if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
      // A rep who listens after a takeover does not control the call any more.
      const takenOver = connectedParticipant(call, 'rep')?.audibleTo === 'nobody';
      if (takenOver)
        return refuse(
          refusal('takeover_in_progress', { wording: 'takeover_in_progress.own_call' }),
        );
      if (call.status === 'ended') return refuse(refusal('call_not_live'));
      // From now on it is the rep who says whether the customer is on hold.
      const isHold = action === 'HoldCustomer' || action === 'ResumeCustomer';
      return isHold && call.talkHold ? happens({ type: 'TalkHoldEnded', at: now }) : happens();
    }),
  );
  if ('refusal' in decided) return decided;
  try {
    await act(decided.ok);
    return decided;
  } catch (problem) {
    if (problem instanceof CarrierProblem)
      return {
        refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.nothing_changed' }),
      };
    throw problem;
  }
}
