import type { Actor } from '../domain/audit.ts';
import type { Call } from '../domain/call.ts';
import { partyToDial } from '../domain/duties.ts';
import type { CallEvent } from '../domain/events.ts';
import { evolveAll } from '../domain/evolve.ts';
import type { Change, Clock, Ids, Store } from '../ports.ts';
import { changeBy } from './changeBy.ts';
import { dial, type Duties } from './keepDuties.ts';

/** What it takes to follow a call: to write what happened and to act on it. */
export interface Following extends Duties {
  readonly store: Pick<Store, 'changeCall' | 'loadCall'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Applied {
  readonly call: Call;
  readonly events: readonly CallEvent[];
}

/** Writes events that follow from facts, the dialling they owe among them; answers the call after. */
export async function applyToCall(
  { store, clock, ids }: Pick<Following, 'store' | 'clock' | 'ids'>,
  callId: string,
  happened: (call: Call, now: string) => readonly CallEvent[],
  callbackKey?: string,
  actor: Actor = { kind: 'carrier' },
): Promise<Applied | 'repeated' | undefined> {
  const now = clock.now();
  const changed = await store.changeCall<Applied>(callId, (call): Change<Applied> => {
    const known = happened(call, now);
    const events = [...known, ...dialled(evolveAll(call, known), now)];
    const { after, ...change } = changeBy(call, events, { actor, nextId: () => ids.next() });
    return { ...change, answer: { call: after, events } };
  }, callbackKey);
  return changed === 'repeated' || changed === undefined ? changed : changed.answer;
}

/** Noted before it is done, so that two facts arriving at once never ring a customer twice. */
function dialled(call: Call, now: string): CallEvent[] {
  const role = partyToDial(call);
  return role ? [{ type: 'ParticipantDialled', party: { role }, at: now }] : [];
}

/** Rings whom the events say to ring. */
export async function ringDialled(deps: Duties, { call, events }: Applied): Promise<void> {
  for (const event of events) {
    if (event.type === 'ParticipantDialled' && event.party.role !== 'supervisor') await dial(deps, call, event.party.role);
  }
}
