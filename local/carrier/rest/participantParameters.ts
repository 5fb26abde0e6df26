import type {
  Beep,
  Conference,
  Participant,
  ParticipantChange,
  ParticipantSettings,
} from '../conference/conference.ts';
import { isLabel } from '../conference/participantLabel.ts';
import { CONFERENCE_EVENTS } from '../conference/reports.ts';
import type { Assumption } from './assumptions.ts';
import { DIALING } from './dialing.ts';
import { invalid, RestError } from './errors.ts';
import {
  flag,
  flagOf,
  method,
  methodOf,
  oneOf,
  sid,
  someOf,
  subscriptionOf,
  text,
  url,
  urlOrNone,
  whole,
} from './parameters.ts';
import type { Check } from './router.ts';

const anything: Check = () => undefined;

/**
 * Parameters of an update. Anything but `true` in Muted means false, as at Twilio: a malformed
 * value unmutes.
 */
export const UPDATE: Readonly<Record<string, Check>> = {
  Muted: anything,
  Hold: flag,
  HoldUrl: url,
  HoldMethod: method,
  AnnounceUrl: url,
  AnnounceMethod: method,
  WaitUrl: urlOrNone,
  WaitMethod: method,
  BeepOnExit: flag,
  EndConferenceOnExit: flag,
  Coaching: flag,
  CallSidToCoach: sid('CA'),
};

/** Parameters of a new participant. */
export const CREATE: Readonly<Record<string, Check>> = {
  ...DIALING,
  Timeout: whole(5, 600),
  Label: text(),
  Muted: anything,
  Beep: oneOf('true', 'false', 'onEnter', 'onExit'),
  StartConferenceOnEnter: flag,
  EndConferenceOnExit: flag,
  WaitUrl: urlOrNone,
  WaitMethod: method,
  EarlyMedia: flag,
  MaxParticipants: whole(2, 250),
  ConferenceRecord: oneOf('true', 'false', 'record-from-start', 'do-not-record'),
  ConferenceTrim: oneOf('trim-silence', 'do-not-trim'),
  ConferenceStatusCallback: url,
  ConferenceStatusCallbackMethod: method,
  ConferenceStatusCallbackEvent: someOf(...CONFERENCE_EVENTS),
  ConferenceRecordingStatusCallback: url,
  ConferenceRecordingStatusCallbackMethod: method,
  ConferenceRecordingStatusCallbackEvent: someOf('in-progress', 'completed', 'failed', 'absent'),
  Region: oneOf('us1', 'us2', 'ie1', 'de1', 'sg1', 'br1', 'au1', 'jp1'),
  Coaching: flag,
  CallSidToCoach: sid('CA'),
  JitterBufferSize: oneOf('off', 'small', 'medium', 'large'),
  AmdStatusCallback: url,
  AmdStatusCallbackMethod: method,
  ClientNotificationUrl: url,
  CallerDisplayName: text(),
};

/**
 * The settings of a new participant. Throws RestError on an invalid label or coaching without a
 * target.
 */
export function settingsOf(form: URLSearchParams): ParticipantSettings {
  const label = form.get('Label') || undefined;
  if (label && !isLabel(label)) throw new RestError(400, 16023, 'Invalid participantLabel');
  const callSidToCoach = form.get('CallSidToCoach') ?? undefined;
  return {
    label,
    muted: flagOf(form, 'Muted'),
    ...coachingOf(form, callSidToCoach),
    startConferenceOnEnter: flagOf(form, 'StartConferenceOnEnter'),
    endConferenceOnExit: flagOf(form, 'EndConferenceOnExit'),
    beep: (form.get('Beep') ?? undefined) as Beep | undefined,
    wait: playable(form, 'Wait'),
    region: form.get('Region') ?? undefined,
    maxParticipants: form.has('MaxParticipants') ? Number(form.get('MaxParticipants')) : undefined,
    callback: subscriptionOf(form, 'ConferenceStatusCallback', ['start', 'end']),
    record: ['true', 'record-from-start'].includes(form.get('ConferenceRecord') ?? ''),
    trim: form.get('ConferenceTrim') !== 'do-not-trim',
    recordingCallback: subscriptionOf(form, 'ConferenceRecordingStatusCallback', ['completed']),
  };
}

/**
 * The change that an update asks for, and the assumption behind it. Throws RestError on a refused
 * combination or coaching target.
 */
export function changeOf(
  form: URLSearchParams,
  room: Conference,
  participant: Participant,
): { change: ParticipantChange; assumption?: Assumption } {
  const kinds = [
    form.has('Hold'),
    form.has('Coaching') || form.has('CallSidToCoach'),
    form.has('AnnounceUrl'),
  ].filter(Boolean);
  if (kinds.length > 1)
    throw invalid('Hold, Coaching and AnnounceUrl cannot be combined', 'unsupported-combination');
  const { coaching = false, callSidToCoach } = coachingOf(
    form,
    form.get('CallSidToCoach') ?? undefined,
  );
  if (coaching) {
    const coached = room.participants.get(callSidToCoach!);
    if (!coached || coached === participant)
      throw new RestError(
        400,
        16028,
        'The participant to be whispered to is not in the conference',
        'coach-target-refused',
      );
    if (coached.hold)
      throw new RestError(
        400,
        16027,
        'The participant to be whispered to is on hold',
        'coach-target-refused',
      );
  }
  return {
    change: {
      muted: flagOf(form, 'Muted'),
      hold: flagOf(form, 'Hold'),
      holdMusic: playable(form, 'Hold', 'GET'),
      announcement: playable(form, 'Announce'),
      wait: playable(form, 'Wait'),
      beepOnExit: flagOf(form, 'BeepOnExit'),
      endConferenceOnExit: flagOf(form, 'EndConferenceOnExit'),
      coaching,
      callSidToCoach,
    },
    assumption:
      participant.coaching && !coaching && !form.has('Coaching') ? 'coaching-left-out' : undefined,
  };
}

function coachingOf(
  form: URLSearchParams,
  callSidToCoach: string | undefined,
): { coaching?: boolean; callSidToCoach?: string } {
  const coaching = flagOf(form, 'Coaching') ?? (callSidToCoach === undefined ? undefined : true);
  if (coaching && !callSidToCoach)
    throw invalid('CallSidToCoach is required when Coaching is true', 'coaching-without-target');
  return { coaching, callSidToCoach: coaching ? callSidToCoach : undefined };
}

function playable(
  form: URLSearchParams,
  what: 'Hold' | 'Announce' | 'Wait',
  usual: 'GET' | 'POST' = 'POST',
) {
  const address = form.get(`${what}Url`);
  return address === null
    ? undefined
    : { url: address, method: methodOf(form, `${what}Method`, usual) };
}
