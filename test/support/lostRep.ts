import type { Call, Party } from '../../server/domain/call/call.ts';
import type { CallEvent } from '../../server/domain/call/events.ts';
import { evolveAll } from '../../server/domain/call/evolve.ts';
import { awaitRep } from '../../server/domain/carrier/awaitRep.ts';
import type { CarrierFact, ParticipantFact } from '../../server/domain/carrier/carrierFacts.ts';
import { observe } from '../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../server/domain/carrier/pendingActions.ts';
import { at, liveCall } from './builders.ts';

export const REP: Party = { role: 'rep' };

/** A fact about a party of the call, ten seconds after its start. */
export const fact = (
  type: ParticipantFact['type'],
  party: Party,
  more: Partial<ParticipantFact> = {},
): ParticipantFact => ({
  type,
  callId: 'c1',
  conferenceId: 'CF1',
  party,
  connectionId: `CA-${party.role}`,
  audibleTo: 'everyone',
  onHold: false,
  at: at(10),
  ...more,
});

/** The rep’s connection left. */
export const repLeft = (more: Partial<ParticipantFact> = {}) => fact('participant-left', REP, more);

/** How the ringing of a party ended. */
export const rung = (
  party: Party,
  status: 'answered' | 'no-answer' | 'canceled',
  connectionId = `CA-${party.role}-2`,
): CarrierFact => ({
  type: 'participant-status',
  callId: 'c1',
  party,
  connectionId,
  status,
  at: at(10),
});

/** The call after these facts at this second, with all that follows. */
export function happen(call: Call, seconds: number, ...facts: CarrierFact[]) {
  const events: CallEvent[] = [];
  const step = (more: readonly CallEvent[]): void => void events.push(...more);
  for (const one of facts) {
    step(observe(evolveAll(call, events), one, at(seconds)));
    step(awaitRep(evolveAll(call, events), at(seconds)));
  }
  if (facts.length === 0) step(awaitRep(call, at(seconds)));
  return { call: evolveAll(call, events), told: events.map(({ type }) => type), events };
}

/** The customer is on hold, and told to wait. */
export const held = (call: Call): Call => evolveAll(call, [{ type: 'CustomerHeld', at: at(11) }]);

/** What must be done at the carrier now. */
export const actions = (call: Call) => pendingActions(call).map(({ do: what }) => what);

/** The call after the rep’s connection left. */
export const lost = (call: Call = liveCall()): Call => happen(call, 10, repLeft()).call;

/** Why the call ended; false while it has not. */
export const endOf = (call: Call) => call.status === 'ended' && call.endReason;
