import type { Actor } from '../../domain/audit/entries.ts';
import type { Announcement } from '../../domain/notices/announcement.ts';
import { endAnnouncement } from '../../domain/notices/playAnnouncements.ts';
import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import { partyToDial } from '../../domain/carrier/pendingActions.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { evolveAll } from '../../domain/call/evolve.ts';
import { CarrierProblem, type Change, type Clock, type Ids, type Store } from '../../ports/index.ts';
import { changeOf } from './changeOf.ts';
import { dial, type CarrierActionDeps } from '../carrier/runPendingActions.ts';

/** What it takes to follow a call: to write what happened and to act on it. */
export interface CallDeps extends CarrierActionDeps {
  readonly store: Pick<Store, 'changeCall' | 'loadCall'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface AppliedChange {
  readonly call: Call;
  readonly events: readonly CallEvent[];
}

/** Writes events that follow from facts, the dialling they owe among them; answers the call after. */
export async function applyToCall(
  { store, clock, ids }: Pick<CallDeps, 'store' | 'clock' | 'ids'>,
  callId: string,
  happened: (call: Call, now: string) => readonly CallEvent[],
  callbackKey?: string,
  actor: Actor = { kind: 'carrier' },
): Promise<AppliedChange | 'repeated' | undefined> {
  const now = clock.now();
  const changed = await store.changeCall<AppliedChange>(callId, (call): Change<AppliedChange> => {
    const known = happened(call, now);
    const events = [...known, ...ringingEvents(evolveAll(call, known), now)];
    const { after, ...change } = changeOf(call, events, { actor, nextId: () => ids.next() });
    return { ...change, answer: { call: after, events } };
  }, callbackKey);
  return changed === 'repeated' || changed === undefined ? changed : changed.answer;
}

/** Noted before it is done, so that two facts arriving at once never ring a customer twice. */
function ringingEvents(call: Call, now: string): CallEvent[] {
  const role = partyToDial(call);
  return role ? [{ type: 'ParticipantDialled', party: { role }, at: now }] : [];
}

/** Does at the carrier what the events say: rings whom they say to ring, plays what they say to play. */
export async function performEffects(deps: CallDeps, applied: AppliedChange): Promise<void> {
  await ringParties(deps, applied);
  for (const event of applied.events) if (event.type === 'AnnouncementRequested') await playAnnouncement(deps, applied.call, event.announcement);
}

/** An announcement that cannot be played has failed: nobody waits for its end. */
async function playAnnouncement(deps: CallDeps, call: Call, { announcementId, to }: Announcement): Promise<void> {
  const { callId, conferenceId } = call;
  const participant = to === 'everyone' ? undefined : connectedParticipant(call, to);
  const isHeld = to === 'everyone' ? call.participants.some(({ status, onHold }) => status === 'connected' && onHold) : participant?.onHold !== false;
  try {
    if (!conferenceId || isHeld) throw new CarrierProblem('refused', 'somebody it is for is on hold or gone');
    await deps.control.announce({ conferenceId, connectionId: participant?.connectionId }, { callId, announcementId });
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn({ callId, announcementId, problem: problem.kind, code: problem.code }, 'an announcement could not be played');
    await applyToCall(deps, callId, (current, now) => endAnnouncement(current, announcementId, 'failed', now));
  }
}

async function ringParties(deps: CarrierActionDeps, { call, events }: AppliedChange): Promise<void> {
  for (const event of events) {
    if (event.type === 'ParticipantDialled' && (event.party.role === 'customer' || event.party.role === 'rep')) await dial(deps, call, event.party.role);
  }
}
