import { isDeepStrictEqual } from 'node:util';
import { switchBeganAt, awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { endAnnouncement } from '../../domain/notices/playAnnouncements.ts';
import { interventionOf, type Active, type Call, type Intervention } from '../../domain/call/call.ts';
import { callRepBack } from '../../domain/carrier/customerCover.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { evolveAll } from '../../domain/call/evolve.ts';
import { endCall, correctModes, observe, missingParticipants } from '../../domain/carrier/observe.ts';
import { silenceSteps, type Step } from '../../domain/carrier/switchSteps.ts';
import type { ParticipantFact } from '../../domain/carrier/carrierFacts.ts';
import { colleagueNotReached } from '../../domain/transfer/decideTransfer.ts';
import { CarrierProblem, type ConferenceControl, type ObservedParticipant } from '../../ports/index.ts';
import { applyToCall, performEffects, type CallDeps } from '../transact/applyToCall.ts';
import { dial, runPendingActions } from './runPendingActions.ts';
import { runSteps } from './runSteps.ts';

const SWITCH_LIMIT_MS = 8_000;
const JOIN_LIMIT_MS = 45_000;
const RING_LIMIT_MS = 90_000;
/** Longer than a phone is let ring: a connection that was dialled has been answered or given up by then. */
const DIAL_LIMIT_MS = 60_000;

/** Within this time the end of a call follows the rep’s hanging up. */
const HANG_UP_MS = 2_000;

type CarrierView = Awaited<ReturnType<ConferenceControl['observeConference']>>;

/** A call that keeps changing while the carrier is asked about it is left to its callbacks, and to the next round. */
const MAX_OBSERVATIONS = 3;

/** Brings a call in line with what the carrier has, for callbacks that came late or never. Carrier trouble is left for the next round. */
export async function reconcileCall(deps: CallDeps, callId: string): Promise<void> {
  for (let looks = 0; looks < MAX_OBSERVATIONS; looks += 1) if (await reconcileOnce(deps, callId)) return;
}

/** Answers false when the call changed meanwhile: what was seen is then older than what is known. */
async function reconcileOnce(deps: CallDeps, callId: string): Promise<boolean> {
  const before = await deps.store.loadCall(callId);
  if (!before) return true;
  const seen = await observeAtCarrier(deps, callId);
  if (seen === 'unavailable') return true;
  const overdue = await silenceOverdue(deps, callId);
  let isOutdated = false;
  const applied = await applyToCall(deps, callId, (call, now) => {
    isOutdated = !isDeepStrictEqual([call.participants, call.interventions], [before.participants, before.interventions]);
    return isOutdated ? [] : [...missedEvents(call, seen, now), ...overdue(call, now)];
  });
  if (isOutdated) return false;
  if (!applied || applied === 'repeated') return true;
  await performEffects(deps, applied);
  await redialOverdue(deps, applied.call);
  await runPendingActions(deps, applied.call);
  await removeStrangers(deps, applied.call, seen);
  return true;
}

async function observeAtCarrier({ control, log }: CallDeps, callId: string): Promise<CarrierView | 'unavailable'> {
  try {
    return await control.observeConference(callId);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    log.warn({ callId, problem: problem.kind, code: problem.code }, 'the carrier could not be asked about a call');
    return 'unavailable';
  }
}

/** Removes who should not be there any more, and ends a conference that is not the call's. */
async function removeStrangers(deps: CallDeps, call: Call, seen: CarrierView): Promise<void> {
  if (!seen) return;
  const { control, log } = deps;
  const { conferenceId } = seen;
  const steps: Step[] = [];
  for (const { party, connectionId } of seen.participants) {
    if (party.role !== 'supervisor' || interventionOf(call, party.interventionId)?.status !== 'ended') continue;
    steps.push({ do: 'set', connectionId, audibleTo: 'nobody', endsCall: false, mayFail: true }, { do: 'remove', connectionId });
  }
  try {
    if (call.conferenceId && call.conferenceId !== conferenceId) await control.endCall(conferenceId);
    else await runSteps(deps, { ...call, conferenceId }, steps);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    if (problem.kind !== 'gone') log.warn({ callId: call.callId, problem: problem.kind }, 'a leg that should not be there is left for the next round');
  }
}

/** The events that explain the difference between the call as we know it and the carrier's view. */
export function missedEvents(call: Call, seen: CarrierView, now: string): CallEvent[] {
  if (call.status === 'ended') return [];
  if (!seen || (call.conferenceId && call.conferenceId !== seen.conferenceId)) return withoutConference(call, now);
  const legFacts = seen.participants.map((participant) => factOf(call, seen.conferenceId, participant, now));
  const goneFacts = missingParticipants(call, seen.participants.map((participant) => participant.connectionId)).map(({ party, connectionId }): ParticipantFact => ({
    type: 'participant-left', callId: call.callId, conferenceId: seen.conferenceId, party, connectionId, audibleTo: 'nobody', onHold: false, at: now,
  }));
  const events = [...legFacts, ...goneFacts].reduce<CallEvent[]>(
    (soFar, fact) => [...soFar, ...observe(evolveAll(call, soFar), fact, now)], [],
  );
  const after = evolveAll(call, events);
  return [...events, ...correctModes(after, now), ...failedJoins(after, now), ...failedRings(after, now), ...callRepBackWhenUnattended(after, now), ...overdueAnnouncements(after, now)];
}

function withoutConference(call: Call, now: string): CallEvent[] {
  if (call.status === 'live') return endCall(call, 'lost', now);
  return ageMs(call.startedAt, now) > RING_LIMIT_MS ? endCall(call, 'not_answered', now) : [];
}

/** The carrier has the customer, and nobody who speaks: the rep is rung again, a while after leaving, when no hang-up is on its way. */
function callRepBackWhenUnattended(call: Call, now: string): CallEvent[] {
  const leftAt = call.participants.findLast((participant) => participant.party.role === 'rep')?.leftAt;
  return leftAt && ageMs(leftAt, now) > HANG_UP_MS ? callRepBack(call, now) : [];
}

/** Nothing that Dealside plays is this long; and nobody who waits for its end is let wait longer than the second. */
const ANNOUNCEMENT_LIMIT_MS = 60_000;
const ANNOUNCE_FIRST_LIMIT_MS = 20_000;

function overdueAnnouncements(call: Call, now: string): CallEvent[] {
  return call.announcements.flatMap(({ announcementId, requestedAt, before }) =>
    ageMs(requestedAt, now) > (before ? ANNOUNCE_FIRST_LIMIT_MS : ANNOUNCEMENT_LIMIT_MS) ? endAnnouncement(call, announcementId, 'failed', now) : []);
}

function failedJoins(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((i): CallEvent[] =>
    i.status === 'joining' && ageMs(i.requestedAt, now) > JOIN_LIMIT_MS
      ? [{ type: 'InterventionEnded', interventionId: i.interventionId, endReason: 'join_failed', at: now }]
      : [],
  );
}

/** A colleague of whom nothing is heard any more, whether rung or not. */
function failedRings(call: Call, now: string): CallEvent[] {
  const { transfer } = call;
  if (!transfer || ageMs(transfer.requestedAt, now) < DIAL_LIMIT_MS) return [];
  return call.participants.flatMap(({ party, status }) => (party.role === 'colleague' && status === 'ringing' ? colleagueNotReached(call, party.userId, 'not_answered', now) : []));
}

/** A switch that was never confirmed falls to silence at the carrier first; only then is it called failed. */
async function silenceOverdue(deps: CallDeps, callId: string): Promise<(call: Call, now: string) => CallEvent[]> {
  const call = await deps.store.loadCall(callId);
  const late = call?.conferenceId ? call.interventions.filter((i) => isOverdue(call, i, deps.clock.now())) : [];
  const silenced = new Set<string>();
  for (const intervention of late) {
    try {
      await runSteps(deps, call!, silenceSteps(call!, intervention as Intervention & Active));
      silenced.add(intervention.interventionId);
    } catch (problem) {
      if (!(problem instanceof CarrierProblem)) throw problem;
    }
  }
  return (current, now) =>
    current.interventions.flatMap((i): CallEvent[] =>
      silenced.has(i.interventionId) && isOverdue(current, i, now)
        ? [{
            type: 'ModeFailed', interventionId: i.interventionId, mode: i.pending!.mode, at: now,
            problem: { code: 'not_confirmed', at: now },
          }]
        : [],
    );
}

const isOverdue = (call: Call, i: Intervention, now: string): i is Intervention & Active =>
  i.status === 'active' && i.pending !== undefined && !awaitedAnnouncement(call, i) && ageMs(switchBeganAt(call, i), now) > SWITCH_LIMIT_MS;

/** A dial that was noted but perhaps never made; the carrier refuses a second connection of the same label. */
async function redialOverdue(deps: CallDeps, call: Call): Promise<void> {
  // On a live call only the rep is rung, again, for a customer who was left alone.
  const since = call.status === 'ringing' ? call.startedAt : call.participants.findLast(({ party, leftAt }) => party.role === 'rep' && leftAt)?.leftAt;
  if (call.status === 'ended' || !since || ageMs(since, deps.clock.now()) < DIAL_LIMIT_MS) return;
  for (const participant of call.participants) {
    if (participant.status === 'ringing' && !participant.connectionId && (participant.party.role === 'customer' || participant.party.role === 'rep')) await dial(deps, call, participant.party.role);
  }
}

const ageMs = (since: string, now: string): number => Date.parse(now) - Date.parse(since);

function factOf(call: Call, conferenceId: string, participant: ObservedParticipant, now: string): ParticipantFact {
  const known = call.participants.some((p) => p.connectionId === participant.connectionId && p.status === 'connected');
  return {
    type: known ? 'participant-changed' : 'participant-joined', callId: call.callId, conferenceId,
    party: participant.party, connectionId: participant.connectionId, audibleTo: participant.audibleTo, onHold: participant.onHold, at: now,
  };
}
