import {
  connectedParticipant,
  type Active,
  type Call,
  type Participant,
  type Party,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { guestOf } from '../call/guest.ts';
import { modeByAudience, type AudibleTo } from '../call/modes.ts';
import type { Device } from '../call/people.ts';
import { openRepLoss } from '../call/repLoss.ts';
import { endAnnouncement } from '../notices/playAnnouncements.ts';
import { unreachable } from '../unreachable.ts';
import { ringingWithoutRep, ringLostRepAgain } from './awaitRep.ts';
import type { ParticipantFact, ParticipantStatusFact } from './carrierFacts.ts';
import { callRepBack } from './customerCover.ts';
import { isChangingDevice } from './deviceChange.ts';
import { endCall } from './endCall.ts';
import { guestNotReached } from './followGuests.ts';
import { colleagueNotReached } from './handOver.ts';
import { confirmMode, isModeInEffect } from './modeInEffect.ts';
import { observe } from './observe.ts';
import { overdueRings } from './ringOn.ts';
import { isHeardTooWidely, isSwitchOverdue } from './silence.ts';
import {
  announcementLimitMs,
  DIAL_LIMIT_MS,
  HANG_UP_MS,
  JOIN_LIMIT_MS,
  RING_LIMIT_MS,
} from './timeLimits.ts';

/** A party as the carrier sees it right now: one whose connection is up. */
export interface ObservedParticipant {
  readonly party: Party;
  readonly connectionId: string;
  readonly device?: Device;
  readonly audibleTo: AudibleTo;
  readonly onHold: boolean;
}

/** A call's conference as the carrier sees it right now. */
export interface ObservedConference {
  readonly conferenceId: string;
  readonly participants: readonly ObservedParticipant[];
  /** Those who are dialed into it and have not answered. */
  readonly rings?: readonly { readonly party: Party; readonly connectionId: string }[];
}

/**
 * The events that explain the difference between the call as we know it and what the carrier sees;
 * undefined means that there is no conference.
 */
export function missedEvents(
  call: Call,
  seen: ObservedConference | undefined,
  now: string,
): CallEvent[] {
  if (call.status === 'ended') return [];
  if (!seen || (call.conferenceId && call.conferenceId !== seen.conferenceId))
    return withoutConference(call, now);
  const { conferenceId, participants, rings = [] } = seen;
  const present = participants.map((participant) =>
    presentFact(call, conferenceId, participant, now),
  );
  // The customer first: a rep who left with the customer was not lost.
  const missing = missingParticipants(call, participants).toSorted(
    (a, b) => Number(b.party.role === 'customer') - Number(a.party.role === 'customer'),
  );
  const gone = missing.map(({ party, connectionId }): ParticipantFact => ({
    type: 'participant-left',
    callId: call.callId,
    conferenceId,
    party,
    connectionId,
    audibleTo: 'nobody',
    onHold: false,
    at: now,
  }));
  const ringing = rings.map((ring): ParticipantStatusFact => ({
    ...ring,
    type: 'participant-status',
    callId: call.callId,
    status: 'ringing',
    isForCall: true,
    at: now,
  }));
  const events = [...present, ...gone, ...ringing].reduce<CallEvent[]>(
    (soFar, fact) => [...soFar, ...observe(evolveAll(call, soFar), fact, now)],
    [],
  );
  const after = evolveAll(call, events);
  return [
    ...events,
    ...correctModes(after, now),
    ...failedJoins(after, now),
    ...failedRings(after, now),
    ...overdueRings(after, now),
    ...(openRepLoss(after) ? ringLostRepAgain(after, now) : callRepBackWhenUnattended(after, now)),
    ...overdueAnnouncements(after, now),
  ];
}

/** The failure of the mode changes that were silenced because the carrier did not confirm them. */
export function failedSwitches(
  call: Call,
  silencedIds: ReadonlySet<string>,
  now: string,
): CallEvent[] {
  return call.interventions.flatMap((i): CallEvent[] =>
    silencedIds.has(i.interventionId) && isSwitchOverdue(call, i, now)
      ? [
          {
            type: 'ModeFailed',
            interventionId: i.interventionId,
            mode: i.pending!.mode,
            at: now,
            problem: { code: 'not_confirmed', at: now },
          },
        ]
      : [],
  );
}

/**
 * The participants to dial again: dials that were stored but perhaps never made. The carrier
 * refuses a second connection of the same label.
 */
export function overdueDials(call: Call, now: string): ('customer' | 'rep')[] {
  const since = dialedSince(call);
  return since && ageMs(since, now) >= DIAL_LIMIT_MS ? openDials(call) : [];
}

/** Since when the parties that are dialed now have been dialed. */
export function dialedSince(call: Call): string | undefined {
  switch (call.status) {
    case 'ringing':
      return call.startedAt;
    case 'live':
      // Only the rep is rung, again, for a customer who is unattended.
      return call.participants.findLast(({ party, leftAt }) => party.role === 'rep' && leftAt)
        ?.leftAt;
    case 'ended':
      return undefined;
    default:
      return unreachable(call);
  }
}

/** The parties that were dialed and for whom the carrier has reported no connection. */
export const openDials = ({ participants }: Call): ('customer' | 'rep')[] =>
  participants.flatMap(({ status, connectionId, party: { role } }) =>
    status === 'ringing' && !connectionId && (role === 'customer' || role === 'rep') ? [role] : [],
  );

/**
 * Accepts the carrier's state where it differs. Only for a state that was requested just now, never
 * for late callbacks. A supervisor who is leaving is silenced on the way out: that is not a mode.
 */
export function correctModes(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((intervention) => {
    if (
      intervention.status !== 'active' ||
      intervention.pending ||
      intervention.leaving ||
      isChangingDevice(call, intervention) ||
      isModeInEffect(call, intervention, intervention.mode)
    )
      return [];
    const participant = connectedParticipant(call, 'supervisor', intervention.interventionId);
    return participant && !isToBeSilenced(call, intervention, participant)
      ? confirmMode(call, intervention, {
          mode: modeByAudience(
            participant.audibleTo,
            connectedParticipant(call, 'rep') !== undefined,
          ),
          now,
        })
      : [];
  });
}

/** A wider audience than the mode's is silenced, not accepted, while the rep is there. */
const isToBeSilenced = (call: Call, intervention: Active, participant: Participant): boolean =>
  connectedParticipant(call, 'rep') !== undefined && isHeardTooWidely(intervention, participant);

function withoutConference(call: Call, now: string): CallEvent[] {
  if (call.status === 'live') return endCall(call, 'lost', now);
  return ringingWithoutRep(call) || ageMs(call.startedAt, now) > RING_LIMIT_MS
    ? endCall(call, 'not_answered', now)
    : [];
}

/**
 * Dials the rep for an unattended customer, after the time in which the end of the call would
 * follow the rep's hanging up.
 */
function callRepBackWhenUnattended(call: Call, now: string): CallEvent[] {
  const leftAt = call.participants.findLast(
    (participant) => participant.party.role === 'rep',
  )?.leftAt;
  return leftAt && ageMs(leftAt, now) > HANG_UP_MS ? callRepBack(call, now) : [];
}

function overdueAnnouncements(call: Call, now: string): CallEvent[] {
  return call.announcements.flatMap((announcement) =>
    ageMs(announcement.requestedAt, now) > announcementLimitMs(announcement)
      ? endAnnouncement(call, announcement.announcementId, { status: 'failed', now })
      : [],
  );
}

function failedJoins(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((i): CallEvent[] =>
    i.status === 'joining' && ageMs(i.requestedAt, now) > JOIN_LIMIT_MS
      ? [
          {
            type: 'InterventionEnded',
            interventionId: i.interventionId,
            endReason: 'join_failed',
            at: now,
          },
        ]
      : [],
  );
}

/** Colleagues and guests about whom the carrier no longer reports anything, dialed or not. */
function failedRings(call: Call, now: string): CallEvent[] {
  const overdue = call.participants.filter(({ party, status }) => {
    if (status !== 'ringing') return false;
    const since =
      party.role === 'colleague'
        ? (call.transfer?.group?.stepSince ?? call.transfer?.requestedAt)
        : party.role === 'guest'
          ? guestOf(call, party.guestId)?.invitedAt
          : undefined;
    return since !== undefined && ageMs(since, now) >= DIAL_LIMIT_MS;
  });
  return overdue.reduce<CallEvent[]>((events, { party }) => {
    const before = evolveAll(call, events);
    if (party.role === 'colleague')
      return [
        ...events,
        ...colleagueNotReached(before, party.userId, { because: 'not_answered', now }),
      ];
    return party.role === 'guest'
      ? [...events, ...guestNotReached(before, party.guestId, { because: 'not_answered', now })]
      : events;
  }, []);
}

function presentFact(
  call: Call,
  conferenceId: string,
  { party, connectionId, device, audibleTo, onHold }: ObservedParticipant,
  now: string,
): ParticipantFact {
  const isKnown = call.participants.some(
    (known) => known.connectionId === connectionId && known.status === 'connected',
  );
  return {
    type: isKnown ? 'participant-changed' : 'participant-joined',
    callId: call.callId,
    conferenceId,
    party,
    connectionId,
    ...(device && { device }),
    audibleTo,
    onHold,
    isAnswered: true,
    at: now,
  };
}

/** The participants of a call that the carrier no longer has. */
function missingParticipants(
  call: Call,
  seen: readonly ObservedParticipant[],
): { party: Party; connectionId: string }[] {
  return call.participants.flatMap(({ party, connectionId, status }) =>
    status === 'connected' && connectionId && !seen.some((one) => one.connectionId === connectionId)
      ? [{ party, connectionId }]
      : [],
  );
}

const ageMs = (since: string, now: string): number => Date.parse(now) - Date.parse(since);
