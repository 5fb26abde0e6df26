import { waitsFor } from './announceFirst.ts';
import { announcementEnded, disclosureAsked } from './announcements.ts';
import type { Active, Call, CallEndReason, Intervention, Participant, Party } from './call.ts';
import { interventionOf, present, sameParty } from './call.ts';
import type { CallEvent } from './events.ts';
import { evolve, evolveAll } from './evolve.ts';
import { isLouder, VOICE, type Mode, type Voice } from './modes.ts';
import { noticesOf } from './notices.ts';
import type { LegStatusFact, ParticipantFact, RecordingFact, TelephonyFact } from './telephonyFacts.ts';
import { afterJoining, afterLeaving, notReached } from './transferring.ts';
import { unreachable } from './unreachable.ts';

/**
 * What a fact from the carrier means for a call. Facts apply forward only: a leg that left stays left,
 * an ended call stays ended, a repeated fact means nothing.
 */
export function observe(call: Call, reported: TelephonyFact, now: string): CallEvent[] {
  const fact = ofKnownParty(call, reported);
  // The carrier opens a new conference only when the one before is over.
  if (strayConference(call, fact)) return [...everyoneLeaves(call, now), ...callEnds(call, 'hung_up', now)];
  switch (fact.type) {
    case 'conference-started':
      return conferenceKnown(call, fact.conferenceSid, now);
    case 'conference-ended':
      return [...everyoneLeaves(call, now), ...callEnds(call, call.status === 'ringing' ? 'not_answered' : 'hung_up', now)];
    case 'participant-joined':
      return joined(call, fact, now);
    case 'participant-changed':
      return changed(call, fact, now);
    case 'participant-left':
      return left(call, fact, now);
    case 'announcement-ended':
      return announcementEnded(call, fact.announcementId, fact.status, now);
    case 'recording-status':
      return recordingStatus(call, fact, now);
    case 'leg-status':
      return legStatus(call, fact, now);
    default:
      return unreachable(fact);
  }
}

/** A conference that somebody who came too late has opened, with nobody else in it: the call is over. */
export function strayConference(call: Call, fact: TelephonyFact): string | undefined {
  if (fact.type !== 'participant-joined' && fact.type !== 'participant-changed') return undefined;
  return call.conferenceSid && call.conferenceSid !== fact.conferenceSid ? fact.conferenceSid : undefined;
}

/** A leg keeps the label it came with; whose it is may have changed since. */
function ofKnownParty(call: Call, fact: TelephonyFact): TelephonyFact {
  if (!('party' in fact)) return fact;
  const known = legOf(call, fact.callSid);
  return known ? { ...fact, party: known.party } : fact;
}

function joined(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  if (call.status === 'ended' || legOf(call, fact.callSid)) return [];
  const { party, callSid, voice, onHold } = fact;
  const events: CallEvent[] = [
    ...conferenceKnown(call, fact.conferenceSid, now),
    { type: 'ParticipantJoined', party, callSid, voice, onHold, at: now },
  ];
  if (party.role === 'supervisor') events.push(...supervisorJoined(call, events, party.interventionId, now));
  const after = evolveAll(call, events);
  if (after.status === 'ringing' && present(after, 'customer') && present(after, 'rep')) events.push({ type: 'CallAnswered', at: now }, ...(call.opensWithDisclosure ? disclosureAsked(after, now) : []));
  return [...events, ...afterJoining(evolveAll(call, events), party, now)];
}

/** Who was not to be let in yet is not on the call by having come: the leg is removed. */
function supervisorJoined(call: Call, events: readonly CallEvent[], interventionId: string, now: string): CallEvent[] {
  const waiting = interventionOf(call, interventionId);
  if (waiting?.status !== 'joining' || waitsFor(call, waiting)) return [];
  const joined: CallEvent = { type: 'SupervisorJoined', interventionId, at: now };
  const after = evolveAll(call, [...events, joined]);
  const isTold = call.notices.some((notice) => notice.interventionId === interventionId);
  return [joined, ...(isTold ? [] : noticesOf(after, interventionOf(after, interventionId)!, 'monitor', now))];
}

function changed(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const leg = legOf(call, fact.callSid);
  if (call.status === 'ended' || leg?.status === 'left') return [];
  if (!leg || leg.status === 'dialling') return joined(call, fact, now);
  const { party, callSid, voice, onHold } = fact;
  const moved = leg.voice !== voice || leg.onHold !== onHold;
  const events: CallEvent[] = moved ? [{ type: 'ParticipantChanged', party, callSid, voice, onHold, at: now }] : [];
  return [...events, ...confirmations(evolveAll(call, events), now)];
}

function left(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const leg = legOf(call, fact.callSid);
  if (leg?.status === 'left') return [];
  if (leg?.status !== 'present' && isDialled(call, fact.party)) return unreached(call, fact, now);
  const events: CallEvent[] = [{ type: 'ParticipantLeft', party: fact.party, callSid: fact.callSid, at: now }];
  if (fact.party.role === 'supervisor') {
    const intervention = interventionOf(call, fact.party.interventionId);
    if (intervention && intervention.status !== 'ended') {
      events.push({ type: 'InterventionEnded', interventionId: intervention.interventionId, endReason: 'supervisor_left', at: now });
    }
  }
  events.push(...afterLeaving(evolveAll(call, events), fact.party, now));
  return [...events, ...confirmations(evolveAll(call, events), now)];
}

const UNREACHED: Partial<Record<LegStatusFact['status'], true>> = { busy: true, 'no-answer': true, failed: true, canceled: true };

function legStatus(call: Call, fact: LegStatusFact, now: string): CallEvent[] {
  if (fact.party.role === 'supervisor') return supervisorUnreached(call, fact.party.interventionId, fact, now);
  const isOver = UNREACHED[fact.status] || (fact.party.role === 'colleague' && fact.status === 'completed');
  return isOver && isDialled(call, fact.party) ? unreached(call, fact, now) : [];
}

const isDialled = (call: Call, party: Party): boolean => call.participants.some((p) => p.status === 'dialling' && sameParty(p.party, party));

/** The carrier may say it of the leg or of the conference, whichever comes first. */
function unreached(call: Call, { party, callSid }: LegStatusFact | ParticipantFact, now: string): CallEvent[] {
  if (call.status === 'ended') return [];
  if (party.role === 'colleague') return notReached(call, party.userId, 'not_answered', now);
  const left: CallEvent = { type: 'ParticipantLeft', party, callSid, at: now };
  if (call.status === 'live') return [left];
  const endReason: CallEndReason = party.role === 'customer' ? 'customer_unreachable' : 'rep_unreachable';
  return [left, ...callEnds(call, endReason, now)];
}

/** A supervisor's phone that was not answered, or hung up before joining. */
function supervisorUnreached(call: Call, interventionId: string, { status }: LegStatusFact, now: string): CallEvent[] {
  const isWaitedFor = interventionOf(call, interventionId)?.status === 'joining';
  const isOver = UNREACHED[status] || status === 'completed';
  return isWaitedFor && isOver ? [{ type: 'InterventionEnded', interventionId, endReason: 'join_failed', at: now }] : [];
}

function recordingStatus(call: Call, fact: RecordingFact, now: string): CallEvent[] {
  const { recordingId, interventionId, status, startedAt, durationSeconds } = fact;
  const known = call.recordings.find((one) => one.recordingId === recordingId);
  const of = interventionId ? { kind: 'supervisor' as const, interventionId } : { kind: 'call' as const };
  const started: CallEvent[] = known ? [] : [{ type: 'RecordingStarted', recording: { recordingId, of, status: 'going_on', startedAt }, at: now }];
  const isOver = known !== undefined && known.status !== 'going_on';
  if (status === 'going_on' || isOver) return started;
  return [...started, { type: 'RecordingEnded', recordingId, status, durationSeconds, at: now }];
}

/** Ends what is open on a call that is over. */
export function callEnds(call: Call, endReason: CallEndReason, now: string): CallEvent[] {
  if (call.status === 'ended') return [];
  const open = call.interventions.filter((i) => i.status !== 'ended');
  return [
    ...open.map((i): CallEvent => ({ type: 'InterventionEnded', interventionId: i.interventionId, endReason: 'call_ended', at: now })),
    { type: 'CallEnded', endReason, at: now },
  ];
}

function everyoneLeaves(call: Call, now: string): CallEvent[] {
  return call.participants
    .filter((leg) => leg.status !== 'left')
    .map(({ party, callSid }) => ({ type: 'ParticipantLeft', party, callSid, at: now }));
}

/** Which pending switches the legs' voices now prove to have happened; each is told to the rep. */
function confirmations(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((intervention) => {
    if (intervention.status !== 'active' || !intervention.pending) return [];
    const { mode } = intervention.pending;
    return isInEffect(call, intervention, mode) ? confirm(call, intervention, mode, now) : [];
  });
}

/** Believes the carrier where it disagrees with us. Only for facts that were asked for, never for late callbacks. */
export function corrections(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((intervention) => {
    if (intervention.status !== 'active' || intervention.pending || isInEffect(call, intervention, intervention.mode)) return [];
    const leg = present(call, 'supervisor', intervention.interventionId);
    return leg && !isTooLoud(call, intervention, leg) ? confirm(call, intervention, modeHeard(call, leg.voice), now) : [];
  });
}

const MODE_HEARD: Record<Voice, Mode> = { nobody: 'monitor', rep: 'whisper', everyone: 'barge' };
const modeHeard = (call: Call, voice: Voice): Mode => (voice === 'everyone' && !present(call, 'rep') ? 'takeover' : MODE_HEARD[voice]);

/** Heard by more than was asked for, as after a request that the carrier processed late: that is silenced, not shown, as long as the rep is there. */
const isTooLoud = (call: Call, { mode }: Active, { voice }: Participant): boolean => present(call, 'rep') !== undefined && isLouder(voice, VOICE[mode]);

function confirm(call: Call, intervention: Intervention, mode: Mode, now: string): CallEvent[] {
  const event: CallEvent = { type: 'ModeConfirmed', interventionId: intervention.interventionId, mode, at: now };
  const after = evolve(call, event);
  return [event, ...noticesOf(after, interventionOf(after, intervention.interventionId)!, mode, now)];
}

/** Whether the legs are such that exactly the parties of this mode hear the supervisor, and the rep may speak as it says. */
export function isInEffect(call: Call, intervention: Intervention & Active, mode: Mode): boolean {
  const supervisor = present(call, 'supervisor', intervention.interventionId);
  if (!supervisor || supervisor.voice !== VOICE[mode]) return false;
  const rep = present(call, 'rep');
  const repIsSilenced = !rep || rep.voice === 'nobody';
  if (mode === 'takeover') return repIsSilenced;
  const leavesTakeover = intervention.mode === 'takeover' || mode === 'barge';
  return leavesTakeover ? !repIsSilenced : true;
}

const conferenceKnown = (call: Call, conferenceSid: string, now: string): CallEvent[] =>
  call.conferenceSid || call.status === 'ended' ? [] : [{ type: 'ConferenceStarted', conferenceSid, at: now }];

const legOf = (call: Call, callSid: string): Participant | undefined => call.participants.find((p) => p.callSid === callSid);

/** The legs of a call that the carrier no longer has, given those it has. */
export function vanished(call: Call, seenCallSids: readonly string[]): { party: Party; callSid: string }[] {
  return call.participants.flatMap(({ party, callSid, status }) =>
    status === 'present' && callSid && !seenCallSids.includes(callSid) ? [{ party, callSid }] : [],
  );
}
