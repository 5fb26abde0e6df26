import { newSid } from '../formats/sids.ts';
import { isOver, discardFrame, type Leg } from '../legs/leg.ts';
import { hearsWithFault, type MediaFault } from '../media/mediaFaults.ts';
import { createMixer } from '../media/mixer.ts';
import { createMixLog } from '../media/mixLog.ts';
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

/** All conferences of the account. */
export interface Rooms {
  /** The mixing fault of all conferences, set by tests. */
  mediaFault: MediaFault | null;
  readonly reports: Reports;
  readonly watchers: Set<RoomWatcher>;
  /** The conference of this name that has not ended; created when there is none. */
  open(friendlyName: string): Conference;
  /** The conference with this Sid, ended or not, or the one with this name that has not ended. */
  find(sidOrName: string): Conference | undefined;
  /** Conferences that have not ended, oldest first. */
  list(): Conference[];
  /** All known conferences, oldest first. */
  all(): Conference[];
  /** The latest conference with this Sid or name, ended or not. */
  latest(sidOrName: string): Conference | undefined;
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
  end(conference: Conference, reason: string, endedByCallSid?: string, endedByLabel?: string): void;
}

const MAX_PARTICIPANTS = 250;

/** When there are more conferences, the oldest ended ones are forgotten. */
const MAX_ROOMS = 1_000;

/**
 * Conferences by Twilio's rules. `onReleased` is called with each leg that has left its conference.
 */
export function createRooms(
  accountSid: string,
  callbacks: Callbacks,
  onReleased: (leg: Leg) => void,
): Rooms {
  const rooms = new Map<string, Conference>();
  const reports = createReports(accountSid, callbacks);
  const watchers = new Set<RoomWatcher>();
  const { report, reportParticipant } = reports;

  function startWhenReady(conference: Conference): void {
    const present = [...conference.participants.values()];
    if (
      conference.status !== 'init' ||
      present.length < 2 ||
      !present.some((p) => p.startConferenceOnEnter)
    )
      return;
    conference.status = 'in-progress';
    report(conference, 'conference-start');
    for (const watcher of watchers) watcher.started?.(conference);
  }

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
    reports,
    watchers,

    open(friendlyName) {
      const known = service.list().find((room) => room.friendlyName === friendlyName);
      if (known) return known;
      const mixLog = createMixLog();
      const conference: Conference = {
        mixLog,
        sid: newSid('CF'),
        friendlyName,
        createdAt: new Date(),
        updatedAt: new Date(),
        status: 'init',
        participants: new Map(),
        expected: new Map(),
        mixer: createMixer({
          isOpen: () => conference.status === 'in-progress',
          hears: (listener, speaker) => hearsWithFault(service.mediaFault, listener, speaker),
          mixed: mixLog.mixed,
        }),
        sequence: 0,
      };
      rooms.set(conference.sid, conference);
      for (const { sid, status } of rooms.values())
        if (rooms.size > MAX_ROOMS && status === 'completed') rooms.delete(sid);
      return conference;
    },

    find: (sidOrName) =>
      rooms.get(sidOrName) ?? service.list().find((room) => room.friendlyName === sidOrName),
    list: () => service.all().filter(({ status }) => status !== 'completed'),
    all: () => [...rooms.values()],
    latest: (sidOrName) =>
      rooms.get(sidOrName) ?? service.all().findLast((room) => room.friendlyName === sidOrName),

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

    refusal(conference, settings) {
      const present = [...(conference?.participants.values() ?? [])];
      if (settings.label && present.some(({ label }) => label === settings.label)) return 16025;
      const coached = present.find(({ leg }) => leg.callSid === settings.callSidToCoach);
      if (settings.coaching && !coached) return 16028;
      if (settings.coaching && coached?.hold) return 16027;
      return present.length >= (conference?.settings?.maxParticipants ?? MAX_PARTICIPANTS)
        ? 16020
        : undefined;
    },

    join(leg, friendlyName, settings) {
      const conference = service.open(friendlyName);
      const error = service.refusal(conference, settings);
      if (error) {
        giveUp(conference, leg);
        return { error };
      }
      conference.expected.get(leg.callSid)?.forget();
      conference.settings ??= settings;
      const participant = participantOf(leg, settings);
      const line = conference.mixer.add({
        audibility: () => ({ callSid: leg.callSid, ...participant, ...participant.between }),
        spoke: () => (participant.between = undefined),
        deliver: (frame) => leg.hear(frame),
      });
      leg.voiceTo = line.speak;
      const hungUp = () => service.leave(conference, leg.callSid, 'hung-up');
      leg.onEnd.add(hungUp);
      participant.play = line.play;
      participant.remove = () => {
        line.remove();
        leg.voiceTo = discardFrame;
        leg.onEnd.delete(hungUp);
      };
      conference.participants.set(leg.callSid, participant);
      reportParticipant(conference, participant, 'participant-join');
      for (const watcher of watchers) watcher.joined?.(conference, participant);
      startWhenReady(conference);
      return participant;
    },

    change(conference, participant, change) {
      const { announcement, ...changes } = change;
      const before = { ...participant };
      Object.assign(
        participant,
        Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
      );
      if (change.coaching === false) participant.callSidToCoach = undefined;
      participant.between = betweenFlags(before, participant);
      participant.updatedAt = conference.updatedAt = new Date();
      if (before.muted !== participant.muted)
        reportParticipant(
          conference,
          participant,
          participant.muted ? 'participant-mute' : 'participant-unmute',
        );
      if (before.hold !== participant.hold)
        reportParticipant(
          conference,
          participant,
          participant.hold ? 'participant-hold' : 'participant-unhold',
        );
      if (MODIFY_FIELDS.some((name) => before[name] !== participant[name]))
        reportParticipant(conference, participant, 'participant-modify');
      const { hold } = before.hold === participant.hold ? { hold: undefined } : change;
      for (const watcher of watchers)
        watcher.changed?.(conference, participant, { ...change, hold });
      if (announcement)
        for (const watcher of watchers) watcher.announced?.(conference, announcement, participant);
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
      if (participant.endConferenceOnExit && wasAnswered)
        service.end(
          conference,
          `participant-with-end-conference-on-exit-${suffix}`,
          callSid,
          participant.label,
        );
      else if (conference.participants.size === 0)
        service.end(conference, `last-participant-${suffix}`, callSid, participant.label);
      onReleased(participant.leg);
    },

    end(conference, reason, endedByCallSid, endedByLabel) {
      if (conference.status === 'completed') return;
      Object.assign(conference, {
        status: 'completed',
        reasonEnded: reason,
        endedByCallSid,
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
        CallSidEndingConference: endedByCallSid,
        ParticipantLabelEndingConference: endedByLabel,
        ReasonConferenceEnded: reason,
        Reason: `Conference ended: ${reason}`,
      });
      for (const watcher of watchers) watcher.ended?.(conference);
      for (const { leg } of released) onReleased(leg);
    },
  };
  return service;
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
