import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { Actor } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { evolveAll } from '../../domain/call/evolve.ts';
import { awaitRep } from '../../domain/carrier/awaitRep.ts';
import { partyToDial } from '../../domain/carrier/pendingActions.ts';
import { ringOn } from '../../domain/carrier/ringOn.ts';
import { changeCall, type CallChange, type ChangeCallDeps } from './changeCall.ts';

export type EventsApplied = Exclude<CallChange, { status: 'refused' }>;

interface EventSource {
  readonly callId: string;
  /** Who caused it: the carrier by default. */
  readonly actor?: Actor;
  /** Names the carrier's callback, so that it is applied once. */
  readonly callbackKey?: string;
  /** What the carrier reported, kept in the same transaction. */
  readonly report?: CarrierReport;
}

/**
 * Writes what follows from facts: `happened` must be pure, it may run again. The dialing that the
 * call needs next is written with it.
 */
export function applyEvents(
  deps: ChangeCallDeps,
  { callId, actor = { kind: 'carrier' }, callbackKey, report }: EventSource,
  happened: (call: Call, now: string) => readonly CallEvent[],
): Promise<EventsApplied> {
  return changeCall(deps, { callId, actor, callbackKey, report }, (call, now) => {
    const events = happened(call, now);
    const after = evolveAll(call, events);
    return {
      events: [
        ...events,
        ...dialEvents(after, now),
        ...ringOn(after, now),
        ...awaitRep(after, now),
      ],
    };
  });
}

/** Written before it is done, so that two facts arriving at once never ring a customer twice. */
function dialEvents(call: Call, now: string): CallEvent[] {
  const role = partyToDial(call);
  return role ? [{ type: 'ParticipantDialled', party: { role }, at: now }] : [];
}
