import type { Callbacks, Form } from './callbacks.ts';
import { isOver, toNobody, type Leg } from './leg.ts';
import { hearsDespite, type MediaFault } from './media/leaks.ts';
import { createMixer, type Mixer } from './media/mixer.ts';
import { createWitness, type Witness } from './media/witness.ts';
import { newSid } from './sids.ts';

export interface ParticipantSettings {
  readonly label?: string;
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  readonly statusCallback?: string;
  readonly statusCallbackEvents?: readonly string[];
}

export interface Participant {
  readonly leg: Leg;
  readonly label?: string;
  muted: boolean;
  hold: boolean;
  coaching: boolean;
  callSidToCoach?: string;
  readonly startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  remove: () => void;
}

export interface Conference {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: Date;
  updatedAt: Date;
  status: 'init' | 'in-progress' | 'completed';
  reasonEnded?: string;
  endedByCallSid?: string;
  readonly participants: Map<string, Participant>;
  readonly mixer: Mixer;
  readonly witness: Witness;
  /** Only the first participant's callback settings count. */
  callback?: { url: string; events: readonly string[] };
  sequence: number;
}

/** The events that a subscription such as `mute` stands for. */
const SUBSCRIBED_AS: Record<string, string> = {
  'conference-start': 'start', 'conference-end': 'end', 'participant-join': 'join', 'participant-leave': 'leave',
  'participant-mute': 'mute', 'participant-unmute': 'mute', 'participant-hold': 'hold', 'participant-unhold': 'hold', 'participant-modify': 'modify',
};

export interface Rooms {
  /** What is wrong with the mixes of all rooms, when a test says so. */
  mediaFault: MediaFault | null;
  open(friendlyName: string): Conference;
  find(sidOrName: string): Conference | undefined;
  list(): Conference[];
  /** The latest conference of this id or name, over or not. */
  latest(sidOrName: string): Conference | undefined;
  join(leg: Leg, friendlyName: string, settings: ParticipantSettings): Participant | { error: number };
  change(conference: Conference, participant: Participant, change: ParticipantSettings): void;
  /** Takes a participant out; the leg goes on with its own instructions. */
  leave(conference: Conference, callSid: string, how: 'hung-up' | 'kicked'): void;
  end(conference: Conference, reason: string, endedByCallSid?: string): void;
}

/** Conference rooms by Twilio's rules. `onReleased` is told of each leg that is out of its room. */
export function createRooms(accountSid: string, callbacks: Callbacks, onReleased: (leg: Leg) => void): Rooms {
  const rooms = new Map<string, Conference>();
  const active = (conference: Conference) => conference.status !== 'completed';

  function tell(conference: Conference, event: string, more: Form = {}): void {
    const { callback } = conference;
    if (!callback?.events.includes(SUBSCRIBED_AS[event] ?? event)) return;
    conference.sequence += 1;
    callbacks.tell(callback.url, {
      ConferenceSid: conference.sid, FriendlyName: conference.friendlyName, AccountSid: accountSid,
      SequenceNumber: String(conference.sequence), Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
      StatusCallbackEvent: event, ...more,
    });
  }

  function tellOf(conference: Conference, participant: Participant, event: string, more: Form = {}): void {
    tell(conference, event, {
      CallSid: participant.leg.callSid, ParticipantLabel: participant.label,
      Muted: String(participant.muted), Hold: String(participant.hold), Coaching: String(participant.coaching),
      EndConferenceOnExit: String(participant.endConferenceOnExit), StartConferenceOnEnter: String(participant.startConferenceOnEnter), ...more,
    });
  }

  function startWhenReady(conference: Conference): void {
    const present = [...conference.participants.values()];
    if (conference.status !== 'init' || present.length < 2 || !present.some((p) => p.startConferenceOnEnter)) return;
    conference.status = 'in-progress';
    tell(conference, 'conference-start');
  }

  /** A coach whose rep has gone would speak to nobody known: silence is the safe reading. */
  function silenceCoachesOf(conference: Conference, callSid: string): void {
    for (const coach of conference.participants.values()) {
      if (coach.coaching && coach.callSidToCoach === callSid) Object.assign(coach, { muted: true, coaching: false, callSidToCoach: undefined });
    }
  }

  const service: Rooms = {
    mediaFault: null,

    open(friendlyName) {
      const known = service.list().find((room) => room.friendlyName === friendlyName);
      if (known) return known;
      const witness = createWitness();
      const conference: Conference = {
        witness, sid: newSid('CF'), friendlyName, createdAt: new Date(), updatedAt: new Date(), status: 'init',
        participants: new Map(), mixer: createMixer({
          isOpen: () => conference.status === 'in-progress',
          hears: (listener, speaker) => hearsDespite(service.mediaFault, listener, speaker),
          mixed: witness.mixed,
        }),
        sequence: 0,
      };
      rooms.set(conference.sid, conference);
      return conference;
    },

    find: (sidOrName) => rooms.get(sidOrName) ?? service.list().find((room) => room.friendlyName === sidOrName),
    list: () => [...rooms.values()].filter(active),
    latest: (sidOrName) => rooms.get(sidOrName) ?? [...rooms.values()].findLast((room) => room.friendlyName === sidOrName),

    join(leg, friendlyName, settings) {
      const conference = service.open(friendlyName);
      const present = [...conference.participants.values()];
      if (settings.label && present.some((p) => p.label === settings.label)) return { error: 16025 };
      if (settings.coaching && !conference.participants.has(settings.callSidToCoach ?? '')) return { error: 16028 };
      if (!conference.callback && settings.statusCallback) {
        conference.callback = { url: settings.statusCallback, events: settings.statusCallbackEvents ?? ['start', 'end'] };
      }
      const participant: Participant = {
        leg, label: settings.label, muted: settings.muted ?? false, hold: false, coaching: settings.coaching ?? false,
        callSidToCoach: settings.callSidToCoach, startConferenceOnEnter: settings.startConferenceOnEnter ?? true,
        endConferenceOnExit: settings.endConferenceOnExit ?? false, createdAt: new Date(), updatedAt: new Date(), remove: toNobody,
      };
      const line = conference.mixer.add({
        audibility: () => ({ callSid: leg.callSid, ...participant }),
        deliver: (frame) => {
          leg.heard.push(frame);
          leg.farEnd.send(frame);
        },
      });
      leg.speak = line.speak;
      const hungUp = () => service.leave(conference, leg.callSid, 'hung-up');
      leg.onEnd.add(hungUp);
      participant.remove = () => {
        line.remove();
        leg.speak = toNobody;
        leg.onEnd.delete(hungUp);
      };
      conference.participants.set(leg.callSid, participant);
      tellOf(conference, participant, 'participant-join');
      startWhenReady(conference);
      return participant;
    },

    change(conference, participant, change) {
      const before = { ...participant };
      Object.assign(participant, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
      if (change.coaching === false) participant.callSidToCoach = undefined;
      participant.updatedAt = conference.updatedAt = new Date();
      if (before.muted !== participant.muted) tellOf(conference, participant, participant.muted ? 'participant-mute' : 'participant-unmute');
      if (before.hold !== participant.hold) tellOf(conference, participant, participant.hold ? 'participant-hold' : 'participant-unhold');
      const modified = before.coaching !== participant.coaching || before.callSidToCoach !== participant.callSidToCoach || before.endConferenceOnExit !== participant.endConferenceOnExit;
      if (modified) tellOf(conference, participant, 'participant-modify');
    },

    leave(conference, callSid, how) {
      const participant = conference.participants.get(callSid);
      if (!participant) return;
      conference.participants.delete(callSid);
      participant.remove();
      silenceCoachesOf(conference, callSid);
      tellOf(conference, participant, 'participant-leave', {
        ParticipantCallStatus: isOver(participant.leg) ? participant.leg.status : 'completed',
        ReasonParticipantLeft: how === 'kicked' ? 'participant_updated_via_api' : 'participant_hung_up',
      });
      if (participant.endConferenceOnExit) service.end(conference, `participant-with-end-conference-on-exit-${how === 'kicked' ? 'kicked' : 'left'}`, callSid);
      else if (conference.participants.size === 0) service.end(conference, `last-participant-${how === 'kicked' ? 'kicked' : 'left'}`, callSid);
      onReleased(participant.leg);
    },

    end(conference, reason, endedByCallSid) {
      if (conference.status === 'completed') return;
      Object.assign(conference, { status: 'completed', reasonEnded: reason, endedByCallSid, updatedAt: new Date() });
      const released = [...conference.participants.values()];
      for (const participant of released) {
        conference.participants.delete(participant.leg.callSid);
        participant.remove();
        tellOf(conference, participant, 'participant-leave', { ParticipantCallStatus: 'completed', ReasonParticipantLeft: reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference' });
      }
      conference.mixer.stop();
      tell(conference, 'conference-end', { CallSidEndingConference: endedByCallSid, ReasonConferenceEnded: reason, Reason: `Conference ended: ${reason}` });
      for (const { leg } of released) onReleased(leg);
    },
  };
  return service;
}
