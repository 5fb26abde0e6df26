import type { Callbacks } from '../webhooks/callbacks.ts';
import { isOver, discardFrame, type Leg } from '../legs/leg.ts';
import { hearsWithFault, type MediaFault } from '../media/mediaFaults.ts';
import { createMixer } from '../media/mixer.ts';
import { createMixLog } from '../media/mixLog.ts';
import { createReports, type Reports } from './reports.ts';
import type { Conference, JoinRefusal, Participant, ParticipantChange, ParticipantSettings, RoomWatcher } from './conference.ts';
import { newSid } from '../formats/sids.ts';

export interface Rooms {
  /** What is wrong with the mixes of all rooms, when a test says so. */
  mediaFault: MediaFault | null;
  readonly reports: Reports;
  readonly watchers: Set<RoomWatcher>;
  open(friendlyName: string): Conference;
  /** The conference of this id, over or not, or the one of this name that is not over. */
  find(sidOrName: string): Conference | undefined;
  /** Conferences that are not over, oldest first. */
  list(): Conference[];
  /** All there ever were, oldest first. */
  all(): Conference[];
  /** The latest conference of this id or name, over or not. */
  latest(sidOrName: string): Conference | undefined;
  /** Somebody is being dialled for this conference. */
  expect(conference: Conference, leg: Leg, settings: ParticipantSettings): void;
  /** Why somebody with these settings could not come in; undefined when nothing is in the way. */
  refusal(conference: Conference | undefined, settings: ParticipantSettings): JoinRefusal | undefined;
  join(leg: Leg, friendlyName: string, settings: ParticipantSettings): Participant | { error: JoinRefusal };
  change(conference: Conference, participant: Participant, change: ParticipantChange): void;
  /** Takes a participant out; the leg goes on with its own instructions. */
  leave(conference: Conference, callSid: string, how: 'hung-up' | 'kicked'): void;
  end(conference: Conference, reason: string, endedByCallSid?: string, endedByLabel?: string): void;
}

const MAX_PARTICIPANTS = 250;

/** The oldest of more conferences than this are forgotten. */
const MAX_ROOMS = 1_000;

/** Conference rooms by Twilio's rules. `onReleased` is told of each leg that is out of its room. */
export function createRooms(accountSid: string, callbacks: Callbacks, onReleased: (leg: Leg) => void): Rooms {
  const rooms = new Map<string, Conference>();
  const reports = createReports(accountSid, callbacks);
  const watchers = new Set<RoomWatcher>();
  const { report, reportParticipant } = reports;

  function startWhenReady(conference: Conference): void {
    const present = [...conference.participants.values()];
    if (conference.status !== 'init' || present.length < 2 || !present.some((p) => p.startConferenceOnEnter)) return;
    conference.status = 'in-progress';
    report(conference, 'conference-start');
    for (const watcher of watchers) watcher.started?.(conference);
  }

  /** A coach whose rep has gone would speak to nobody known: silence is the safe reading. */
  function silenceCoachesOf(conference: Conference, callSid: string): void {
    for (const coach of conference.participants.values()) {
      if (coach.coaching && coach.callSidToCoach === callSid) Object.assign(coach, { muted: true, coaching: false, callSidToCoach: undefined });
    }
  }

  /** Nobody answered, or the door was shut. */
  function giveUp(conference: Conference, leg: Leg): void {
    const expected = conference.expected.get(leg.callSid);
    if (!expected) return;
    expected.forget();
    reportParticipant(conference, participantOf(leg, expected.settings), 'participant-leave', {
      ParticipantCallStatus: leg.status, ReasonParticipantLeft: 'participant_add_failed',
    });
    if (conference.participants.size === 0 && conference.expected.size === 0) service.end(conference, 'last-participant-left');
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
        mixLog, sid: newSid('CF'), friendlyName, createdAt: new Date(), updatedAt: new Date(), status: 'init',
        participants: new Map(), expected: new Map(), mixer: createMixer({
          isOpen: () => conference.status === 'in-progress',
          hears: (listener, speaker) => hearsWithFault(service.mediaFault, listener, speaker),
          mixed: mixLog.mixed,
        }),
        sequence: 0,
      };
      rooms.set(conference.sid, conference);
      for (const { sid, status } of rooms.values()) if (rooms.size > MAX_ROOMS && status === 'completed') rooms.delete(sid);
      return conference;
    },

    find: (sidOrName) => rooms.get(sidOrName) ?? service.list().find((room) => room.friendlyName === sidOrName),
    list: () => service.all().filter(({ status }) => status !== 'completed'),
    all: () => [...rooms.values()],
    latest: (sidOrName) => rooms.get(sidOrName) ?? service.all().findLast((room) => room.friendlyName === sidOrName),

    expect(conference, leg, settings) {
      const onEnded = () => giveUp(conference, leg);
      leg.onEnd.add(onEnded);
      conference.expected.set(leg.callSid, {
        leg, settings,
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
      return present.length >= (conference?.settings?.maxParticipants ?? MAX_PARTICIPANTS) ? 16020 : undefined;
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
        audibility: () => ({ callSid: leg.callSid, ...participant }),
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
      Object.assign(participant, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
      if (change.coaching === false) participant.callSidToCoach = undefined;
      participant.updatedAt = conference.updatedAt = new Date();
      if (before.muted !== participant.muted) reportParticipant(conference, participant, participant.muted ? 'participant-mute' : 'participant-unmute');
      if (before.hold !== participant.hold) reportParticipant(conference, participant, participant.hold ? 'participant-hold' : 'participant-unhold');
      if (MODIFY_FIELDS.some((name) => before[name] !== participant[name])) reportParticipant(conference, participant, 'participant-modify');
      for (const watcher of watchers) watcher.changed?.(conference, participant, change);
      if (announcement) for (const watcher of watchers) watcher.announced?.(conference, announcement, participant);
    },

    leave(conference, callSid, how) {
      const participant = conference.participants.get(callSid);
      if (!participant) return;
      conference.participants.delete(callSid);
      participant.remove();
      silenceCoachesOf(conference, callSid);
      reportParticipant(conference, participant, 'participant-leave', {
        ParticipantCallStatus: participant.leg.status,
        ReasonParticipantLeft: how === 'kicked' ? 'participant_updated_via_api' : 'participant_hung_up',
      });
      for (const watcher of watchers) watcher.left?.(conference, participant);
      const suffix = how === 'kicked' ? 'kicked' : 'left';
      if (participant.endConferenceOnExit) service.end(conference, `participant-with-end-conference-on-exit-${suffix}`, callSid, participant.label);
      else if (conference.participants.size === 0) service.end(conference, `last-participant-${suffix}`, callSid, participant.label);
      onReleased(participant.leg);
    },

    end(conference, reason, endedByCallSid, endedByLabel) {
      if (conference.status === 'completed') return;
      Object.assign(conference, { status: 'completed', reasonEnded: reason, endedByCallSid, updatedAt: new Date() });
      for (const { forget } of conference.expected.values()) forget();
      const released = [...conference.participants.values()];
      for (const participant of released) {
        conference.participants.delete(participant.leg.callSid);
        participant.remove();
        reportParticipant(conference, participant, 'participant-leave', {
          ParticipantCallStatus: isOver(participant.leg) ? participant.leg.status : 'completed',
          ReasonParticipantLeft: reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference',
        });
        for (const watcher of watchers) watcher.left?.(conference, participant);
      }
      conference.mixer.stop();
      report(conference, 'conference-end', {
        CallSidEndingConference: endedByCallSid, ParticipantLabelEndingConference: endedByLabel,
        ReasonConferenceEnded: reason, Reason: `Conference ended: ${reason}`,
      });
      for (const watcher of watchers) watcher.ended?.(conference);
      for (const { leg } of released) onReleased(leg);
    },
  };
  return service;
}

/** Changes of these are reported as `participant-modify`. */
const MODIFY_FIELDS = ['coaching', 'callSidToCoach', 'endConferenceOnExit', 'beepOnExit', 'wait'] as const;

function participantOf(leg: Leg, settings: ParticipantSettings): Participant {
  const beep = settings.beep ?? 'true';
  return {
    leg, label: settings.label, muted: settings.muted ?? false, hold: false, coaching: settings.coaching ?? false,
    callSidToCoach: settings.callSidToCoach, startConferenceOnEnter: settings.startConferenceOnEnter ?? true,
    endConferenceOnExit: settings.endConferenceOnExit ?? false, wait: settings.wait,
    beepOnEnter: beep === 'true' || beep === 'onEnter', beepOnExit: beep === 'true' || beep === 'onExit',
    createdAt: new Date(), updatedAt: new Date(), play: () => () => undefined, remove: () => undefined,
  };
}
