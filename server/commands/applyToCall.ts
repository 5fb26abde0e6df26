import type { Actor } from '../domain/audit/entries.ts';
import type { Announcement } from '../domain/announcement.ts';
import { announcementEnded } from '../domain/announcements.ts';
import { present, type Call } from '../domain/call.ts';
import { partyToDial } from '../domain/duties.ts';
import type { CallEvent } from '../domain/events.ts';
import { evolveAll } from '../domain/evolve.ts';
import { CarrierProblem, type Change, type Clock, type Ids, type Store } from '../ports.ts';
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

/** Does at the carrier what the events say: rings whom they say to ring, plays what they say to play. */
export async function actOn(deps: Following, applied: Applied): Promise<void> {
  await ringDialled(deps, applied);
  for (const event of applied.events) if (event.type === 'AnnouncementAsked') await play(deps, applied.call, event.announcement);
}

/** An announcement that can not be played has failed: nobody waits for its end. */
async function play(deps: Following, call: Call, { announcementId, to }: Announcement): Promise<void> {
  const { callId, conferenceSid } = call;
  const leg = to === 'everyone' ? undefined : present(call, to);
  const isHeld = to === 'everyone' ? call.participants.some(({ status, onHold }) => status === 'present' && onHold) : leg?.onHold !== false;
  try {
    if (!conferenceSid || isHeld) throw new CarrierProblem('refused', 'somebody it is for is on hold or gone');
    await deps.control.announce({ conferenceSid, callSid: leg?.callSid }, { callId, announcementId });
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn({ callId, announcementId, problem: problem.kind, code: problem.code }, 'an announcement could not be played');
    await applyToCall(deps, callId, (current, now) => announcementEnded(current, announcementId, 'failed', now));
  }
}

async function ringDialled(deps: Duties, { call, events }: Applied): Promise<void> {
  for (const event of events) {
    if (event.type === 'ParticipantDialled' && (event.party.role === 'customer' || event.party.role === 'rep')) await dial(deps, call, event.party.role);
  }
}
