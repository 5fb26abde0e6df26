import { isOver, discardFrame, type Leg } from '../legs/leg.ts';
import { FRAME_MS } from '../media/dsp.ts';
import { hearsWithFault, type MediaFault } from '../media/mediaFaults.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type {
  BetweenFlags,
  Conference,
  JoinRefusal,
  Participant,
  ParticipantChange,
  ParticipantSettings,
  RoomWatcher,
} from './conference.ts';
import { createReports, type Reports } from './reports.ts';
import { createRoomList, type RoomList } from './roomList.ts';

/** All conferences of the account. */
export interface Rooms extends RoomList {
  /** The mixing fault of all conferences, set by tests. */
  mediaFault: MediaFault | null;
  /** By how much every mix of three parties or more comes late, set by tests. */
  thirdLegDelayMs: number;
  readonly reports: Reports;
  readonly watchers: Set<RoomWatcher>;
  /** A leg is being dialed for this conference. */
  expect(conference: Conference, leg: Leg, settings: ParticipantSettings): void;
  /** Why a participant with these settings could not join; undefined when nothing prevents it. */
  refusal(
    conference: Conference | undefined,
    settings: ParticipantSettings,
  ): JoinRefusal | undefined;
  join(
    leg: Leg,
    friendlyName: string,
    settings: ParticipantSettings,
  ): Participant | { error: JoinRefusal };
  change(conference: Conference, participant: Participant, change: ParticipantChange): void;
  /** Removes a participant; the leg goes on with its instructions. */
  leave(conference: Conference, callSid: string, how: 'hung-up' | 'kicked'): void;
  /** @param reason Twilio's ReasonConferenceEnded */
  end(conference: Conference, reason: string, endedBy?: EndedBy): void;
}

/** The participant whose leaving has ended a conference. */
interface EndedBy {
  readonly callSid: string;
  readonly label: string | undefined;
}

const MAX_PARTICIPANTS = 250;

/**
 * Conferences by Twilio's rules. `onReleased` is called with each leg that has left its conference.
 */
export function createRooms(
  accountSid: string,
  callbacks: Callbacks,
  onReleased: (leg: Leg) => void,
): Rooms {
  const reports = createReports(accountSid, callbacks);
  const watchers = new Set<RoomWatcher>();
  const { report, reportParticipant } = reports;
  const known = createRoomList({
    hears: (listener, speaker) => hearsWithFault(service.mediaFault, listener, speaker),
    lateBy: (parties) => (parties > 2 ? Math.round(service.thirdLegDelayMs / FRAME_MS) : 0),
  });

  /** A dialed leg did not answer, or its join was refused. */
  function giveUp(conference: Conference, leg: Leg): void {
    const expected = conference.expected.get(leg.callSid);
    if (!expected) return;
    expected.forget();
    reportParticipant(conference, participantOf(leg, expected.settings), 'participant-leave', {
      ParticipantCallStatus: leg.status,
      ReasonParticipantLeft: 'participant_add_failed',
    });
    if (conference.participants.size === 0 && conference.expected.size === 0)
      service.end(conference, 'last-participant-left');
  }

  const service: Rooms = {
    mediaFault: null,
    thirdLegDelayMs: 0,
    reports,
    watchers,
    ...known,

    expect(conference, leg, settings) {
      const onEnded = () => giveUp(conference, leg);
      leg.onEnd.add(onEnded);
      conference.expected.set(leg.callSid, {
        leg,
        settings,
        forget() {
          conference.expected.delete(leg.callSid);
          leg.onEnd.delete(onEnded);
        },
      });
    },

    refusal,

    join(leg, friendlyName, settings) {
      const conference = known.open(friendlyName);
      const error = refusal(conference, settings);
      if (error) {
        giveUp(conference, leg);
        return { error };
      }
      conference.expected.get(leg.callSid)?.forget();
      conference.settings ??= settings;
      const participant = participantOf(leg, settings);
      connect(conference, participant, () => service.leave(conference, leg.callSid, 'hung-up'));
      conference.participants.set(leg.callSid, participant);
      reportParticipant(conference, participant, 'participant-join');
      for (const watcher of watchers) watcher.joined?.(conference, participant);
      if (isReadyToStart(conference)) {
        conference.status = 'in-progress';
        report(conference, 'conference-start');
        for (const watcher of watchers) watcher.started?.(conference);
      }
      return participant;
    },

    change(conference, participant, change) {
      const before = { ...participant };
      applyChange(participant, change);
      participant.updatedAt = conference.updatedAt = new Date();
      for (const event of changeEvents(before, participant))
        reportParticipant(conference, participant, event);
      const { hold } = before.hold === participant.hold ? { hold: undefined } : change;
      for (const watcher of watchers)
        watcher.changed?.(conference, participant, { ...change, hold });
      if (change.announcement)
        for (const watcher of watchers)
          watcher.announced?.(conference, change.announcement, participant);
    },

    leave(conference, callSid, how) {
      const participant = conference.participants.get(callSid);
      if (!participant) return;
      conference.participants.delete(callSid);
      participant.remove();
      const wasAnswered = !participant.joinedRinging || participant.leg.answeredAt !== undefined;
      const reason = how === 'kicked' ? 'participant_updated_via_api' : 'participant_hung_up';
      reportParticipant(conference, participant, 'participant-leave', {
        ParticipantCallStatus: participant.leg.status,
        ReasonParticipantLeft: wasAnswered ? reason : 'participant_add_failed',
      });
      for (const watcher of watchers) watcher.left?.(conference, participant);
      const suffix = how === 'kicked' ? 'kicked' : 'left';
      const endedBy = { callSid, label: participant.label };
      if (participant.endConferenceOnExit && wasAnswered)
        service.end(conference, `participant-with-end-conference-on-exit-${suffix}`, endedBy);
      else if (conference.participants.size === 0)
        service.end(conference, `last-participant-${suffix}`, endedBy);
      onReleased(participant.leg);
    },

    end: (conference, reason, endedBy) =>
      endRoom({ reports, watchers, onReleased }, conference, { reason, endedBy }),
  };
  return service;
}

interface RoomDeps {
  readonly reports: Reports;
  readonly watchers: ReadonlySet<RoomWatcher>;
  readonly onReleased: (leg: Leg) => void;
}

function endRoom(
  { reports: { report, reportParticipant }, watchers, onReleased }: RoomDeps,
  conference: Conference,
  { reason, endedBy }: { readonly reason: string; readonly endedBy: EndedBy | undefined },
): void {
  if (conference.status === 'completed') return;
  Object.assign(conference, {
    status: 'completed',
    reasonEnded: reason,
    endedByCallSid: endedBy?.callSid,
    updatedAt: new Date(),
  });
  for (const { forget } of conference.expected.values()) forget();
  const released = [...conference.participants.values()];
  for (const participant of released) {
    conference.participants.delete(participant.leg.callSid);
    participant.remove();
    reportParticipant(conference, participant, 'participant-leave', {
      ParticipantCallStatus: isOver(participant.leg) ? participant.leg.status : 'completed',
      ReasonParticipantLeft:
        reason === 'conference-ended-via-api'
          ? 'conference_ended_via_api'
          : 'moderator_ended_conference',
    });
    for (const watcher of watchers) watcher.left?.(conference, participant);
  }
  conference.mixer.stop();
  report(conference, 'conference-end', {
    CallSidEndingConference: endedBy?.callSid,
    ParticipantLabelEndingConference: endedBy?.label,
    ReasonConferenceEnded: reason,
    Reason: `Conference ended: ${reason}`,
  });
  for (const watcher of watchers) watcher.ended?.(conference);
  for (const { leg } of released) onReleased(leg);
}

function isReadyToStart({ status, participants }: Conference): boolean {
  const present = [...participants.values()];
  return (
    status === 'init' &&
    present.length >= 2 &&
    present.some(({ startConferenceOnEnter }) => startConferenceOnEnter)
  );
}

function refusal(
  conference: Conference | undefined,
  settings: ParticipantSettings,
): JoinRefusal | undefined {
  const present = [...(conference?.participants.values() ?? [])];
  if (settings.label && present.some(({ label }) => label === settings.label)) return 16025;
  const coached = present.find(({ leg }) => leg.callSid === settings.callSidToCoach);
  if (settings.coaching && !coached) return 16028;
  if (settings.coaching && coached?.hold) return 16027;
  return present.length >= (conference?.settings?.maxParticipants ?? MAX_PARTICIPANTS)
    ? 16020
    : undefined;
}

/** Connects the sound of a participant's leg with the mix, until it is removed. */
function connect(conference: Conference, participant: Participant, onHungUp: () => void): void {
  const { leg } = participant;
  const line = conference.mixer.add({
    audibility: () => ({ callSid: leg.callSid, ...participant, ...participant.between }),
    spoke: () => (participant.between = undefined),
    deliver: (frame) => leg.hear(frame),
  });
  leg.voiceTo = line.speak;
  leg.onEnd.add(onHungUp);
  participant.play = line.play;
  participant.remove = () => {
    line.remove();
    leg.voiceTo = discardFrame;
    leg.onEnd.delete(onHungUp);
  };
}

function applyChange(participant: Participant, change: ParticipantChange): void {
  const { announcement: _announcement, ...changes } = change;
  const before = { ...participant };
  Object.assign(
    participant,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  );
  if (change.coaching === false) participant.callSidToCoach = undefined;
  participant.between = betweenFlags(before, participant);
}

/** The events by which Twilio reports a change. */
function changeEvents(before: Participant, after: Participant) {
  return [
    ...(before.muted === after.muted
      ? []
      : [after.muted ? ('participant-mute' as const) : ('participant-unmute' as const)]),
    ...(before.hold === after.hold
      ? []
      : [after.hold ? ('participant-hold' as const) : ('participant-unhold' as const)]),
    ...(MODIFY_FIELDS.some((name) => before[name] !== after[name])
      ? (['participant-modify'] as const)
      : []),
  ];
}

/** A change of one of these is reported as `participant-modify`. */
const MODIFY_FIELDS = [
  'coaching',
  'callSidToCoach',
  'endConferenceOnExit',
  'beepOnExit',
  'wait',
] as const;

/**
 * Twilio does not say that `Muted` and `Coaching` of one request take effect at once. Here a coach
 * who falls silent stops coaching first, and one who begins to coach is unmuted first: for a moment
 * everybody hears them. Undefined when no such moment lies between.
 */
function betweenFlags(before: Participant, after: Participant): BetweenFlags | undefined {
  const isUnkind =
    before.muted !== after.muted &&
    before.coaching !== after.coaching &&
    before.muted !== before.coaching;
  return isUnkind ? { muted: false, coaching: false, isBetween: true } : undefined;
}

function participantOf(leg: Leg, settings: ParticipantSettings): Participant {
  const beep = settings.beep ?? 'true';
  return {
    leg,
    label: settings.label,
    joinedRinging: leg.status === 'ringing',
    muted: settings.muted ?? false,
    hold: false,
    coaching: settings.coaching ?? false,
    callSidToCoach: settings.callSidToCoach,
    startConferenceOnEnter: settings.startConferenceOnEnter ?? true,
    endConferenceOnExit: settings.endConferenceOnExit ?? false,
    wait: settings.wait,
    beepOnEnter: beep === 'true' || beep === 'onEnter',
    beepOnExit: beep === 'true' || beep === 'onExit',
    createdAt: new Date(),
    updatedAt: new Date(),
    play: () => () => undefined,
    remove: () => undefined,
  };
}
