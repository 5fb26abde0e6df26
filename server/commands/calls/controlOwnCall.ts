import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { decideHangUp, decideHold } from '../../domain/supervision/controlOwnCall.ts';
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
  const action = onHold ? 'HoldCustomer' : 'ResumeCustomer';
  const decided = callAfter(
    await decideOn(deps, { orgId: rep.orgId, callId, action, actor: actorOf(rep) }, (call, now) =>
      decideHold(call, { rep, onHold }, now),
    ),
  );
  if ('refusal' in decided) return decided;
  const { conferenceId } = decided.ok;
  const connectionId = connectedParticipant(decided.ok, 'customer')?.connectionId;
  if (!conferenceId || !connectionId) return decided;
  const isDone = await done(() => deps.control.set({ conferenceId, connectionId }, { onHold }));
  return isDone
    ? decided
    : {
        refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.nothing_changed' }),
      };
}

/**
 * The rep ends the call for everyone. Requests that the carrier does not fulfil now stay pending;
 * hanging up is never refused because of them.
 */
export async function hangUp(
  deps: ControlOwnCallDeps,
  rep: Person,
  { callId }: { callId: string },
): Promise<Result<Call>> {
  const decided = callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'HangUp', actor: actorOf(rep) },
      (call, now) => decideHangUp(call, { rep }, now),
    ),
  );
  if ('refusal' in decided) return decided;
  const { conferenceId, hangUp: asked } = decided.ok;
  if (conferenceId && asked?.endsCall) await done(() => deps.control.endCall(conferenceId));
  return decided;
}

async function done(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (problem instanceof CarrierProblem) return false;
    throw problem;
  }
}
