import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { mustHold, mustRelease } from '../../domain/carrier/awaitRep.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { CallDeps } from './callDeps.ts';

type CustomerHoldDeps = Omit<CallDeps, 'locks'>;

/**
 * Puts a customer whose rep was lost on hold with an announcement. For a customer who was already
 * on hold, the announcement starts again. Throws CarrierProblem.
 */
export async function holdWaiting(
  deps: CustomerHoldDeps,
  { callId, conferenceId = '' }: Call,
  connectionId: string,
): Promise<void> {
  const { control, store } = deps;
  const customer = { conferenceId, connectionId };
  const known = await store.loadCall(callId);
  if (known && connectedParticipant(known, 'customer')?.onHold)
    await control.set(customer, { onHold: false });
  await control.holdWaiting({ callId, ...customer });
  // Somebody may have come meanwhile: then the customer is released at once.
  const held = await note(deps, callId, { connectionId, type: 'CustomerHeld' });
  if (held && !mustHold(held)) await releaseCustomer(deps, held, connectionId);
}

/** Lets the customer hear the others again. Throws CarrierProblem. */
export async function releaseCustomer(
  deps: CustomerHoldDeps,
  { callId, conferenceId = '' }: Call,
  connectionId: string,
): Promise<void> {
  await deps.control.set({ conferenceId, connectionId }, { onHold: false });
  await note(deps, callId, { connectionId, type: 'CustomerReleased' });
}

/** Releases a customer who has somebody to talk to, so that they hear what is played next. */
export async function releaseIfDue(deps: CustomerHoldDeps, call: Call): Promise<void> {
  const connectionId = connectedParticipant(call, 'customer')?.connectionId;
  if (connectionId && mustRelease(call)) await releaseCustomer(deps, call, connectionId);
}

async function note(
  deps: CustomerHoldDeps,
  callId: string,
  {
    connectionId,
    type,
  }: { readonly connectionId: string; readonly type: 'CustomerHeld' | 'CustomerReleased' },
): Promise<Call | undefined> {
  const applied = await applyEvents(
    deps,
    { callId, actor: { kind: 'system' } },
    (call, now): CallEvent[] =>
      call.repLoss && connectedParticipant(call, 'customer')?.connectionId === connectionId
        ? [{ type, at: now }]
        : [],
  );
  return applied.status === 'applied' ? applied.call : undefined;
}
