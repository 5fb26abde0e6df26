import type { Conference, RoomWatcher } from '../conference/conference.ts';
import { rfc2822 } from '../formats/dates.ts';
import { newSid } from '../formats/sids.ts';
import type { Leg } from '../legs/leg.ts';
import { everyFrame } from '../media/clock.ts';
import { SILENT_FRAME } from '../media/dsp.ts';
import { createFrameQueue } from '../media/frameQueue.ts';
import { createTimers } from '../timers.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Subscription } from '../webhooks/subscription.ts';
import { createTape, type Tape } from './tape.ts';

/** Twilio's status of a Recording. */
type RecordingStatus = 'in-progress' | 'paused' | 'processing' | 'completed' | 'absent';
/** Which side of a leg is recorded. */
export type RecordingTrack = 'inbound' | 'outbound' | 'both';
/** What started a recording. */
type RecordingSource = 'Conference' | 'OutboundAPI' | 'RecordVerb' | 'StartCallRecordingAPI';

/** Twilio's Recording resource. */
export interface Recording {
  readonly sid: string;
  readonly callSid?: string;
  readonly conferenceSid?: string;
  readonly source: RecordingSource;
  readonly track: RecordingTrack;
  readonly tape: Tape;
  readonly createdAt: Date;
  updatedAt: Date;
  status: RecordingStatus;
}

/** How a leg is to be recorded. */
export interface LegRecordingRequest {
  readonly channels: 1 | 2;
  readonly track: RecordingTrack;
  readonly source: Exclude<RecordingSource, 'Conference'>;
  readonly trim?: boolean;
  readonly callback?: Subscription;
}

/** What an update requests: whether paused time is skipped or recorded as silence. */
export type RecordingChange =
  | { readonly status: 'paused'; readonly behavior: 'skip' | 'silence' }
  | { readonly status: 'in-progress' | 'stopped' };

/** All recordings of the account. */
export interface Recordings {
  /** Records a leg: what it says on the first channel, what it hears on the second. */
  start(leg: Leg, request: LegRecordingRequest): Recording;
  /** Pauses, resumes or stops; false when the recording has ended. */
  change(recording: Recording, change: RecordingChange): boolean;
  list(of?: { callSid?: string; conferenceSid?: string }): Recording[];
  /** By Sid, or by `Twilio.CURRENT`: the recording in progress. */
  find(sid: string, of?: { callSid?: string; conferenceSid?: string }): Recording | undefined;
  remove(recording: Recording): void;
  /** The URL of its sound. */
  addressOf(recording: Recording): string;
  /** Records conferences whose settings ask for it. */
  readonly watcher: RoomWatcher;
  /** Ends what is being recorded; the recordings stay. */
  stop(): void;
}

/** The account, and the origin of recording URLs. */
export interface RecordingSettings {
  readonly accountSid: string;
  /** Scheme, host and port of this server. */
  readonly origin: () => string;
}

/** Twilio processes a recording before it can be fetched. */
const PROCESSING_MS = 100;

interface ActiveRecording {
  readonly recording: Recording;
  behavior: 'skip' | 'silence';
  readonly callback?: Subscription;
  readonly trim: boolean;
  stop: () => void;
}

/**
 * Recordings of conferences and legs, and their callbacks.
 * https://www.twilio.com/docs/voice/api/recording
 */
export function createRecordings(
  { accountSid, origin }: RecordingSettings,
  callbacks: Callbacks,
  stored: Map<string, Recording> = new Map(),
): Recordings {
  const active = new Map<string, ActiveRecording>();
  const timers = createTimers();

  const addressOf = ({ sid }: Recording) =>
    `${origin()}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;

  function report({ recording, callback }: ActiveRecording, event: string): void {
    if (!callback?.events.includes(event)) return;
    const form = reportForm(recording, event);
    callbacks.send(
      callback.url,
      { AccountSid: accountSid, RecordingUrl: addressOf(recording), ...form },
      callback.method,
    );
  }

  function begin(
    facts: RecordingFacts,
    more: Pick<LegRecordingRequest, 'callback' | 'trim'>,
  ): ActiveRecording {
    const current = newRecording(facts, more);
    const { recording } = current;
    stored.set(recording.sid, recording);
    active.set(recording.sid, current);
    report(current, 'started');
    report(current, 'in-progress');
    return current;
  }

  function end(current: ActiveRecording): void {
    const { recording } = current;
    if (!active.delete(recording.sid)) return;
    current.stop();
    if (current.trim) recording.tape.trim();
    Object.assign(recording, { status: 'processing', updatedAt: new Date() });
    report(current, 'stopped');
    timers.after(PROCESSING_MS, () => {
      const status = resultOf(recording);
      Object.assign(recording, { status, updatedAt: new Date() });
      report(current, status);
    });
  }

  function record(room: Conference): void {
    if (!room.settings?.record) return;
    const current = begin(
      {
        conferenceSid: room.sid,
        callSid: room.participants.keys().next().value,
        source: 'Conference',
        track: 'both',
        tape: createTape(1),
      },
      { callback: room.settings.recordingCallback, trim: room.settings.trim },
    );
    current.stop = room.mixer.record((frame) => append(current, [frame]));
  }

  const service: Recordings = {
    addressOf,

    watcher: {
      started: record,
      ended: (room) =>
        [...active.values()]
          .filter(({ recording }) => recording.conferenceSid === room.sid)
          .forEach(end),
    },

    start(leg, { channels, track, source, callback, trim }) {
      const current = begin(
        { callSid: leg.callSid, source, track, tape: createTape(channels) },
        { callback, trim },
      );
      current.stop = tapLeg(leg, {
        channels,
        track,
        append: (frames) => append(current, frames),
        onEnded: () => end(current),
      });
      return current.recording;
    },

    change(recording, change) {
      const current = active.get(recording.sid);
      if (!current) return false;
      if (change.status === 'stopped') {
        end(current);
        return true;
      }
      if (change.status === 'paused') current.behavior = change.behavior;
      if (recording.status !== change.status)
        report(current, change.status === 'paused' ? 'paused' : 'resumed');
      Object.assign(recording, { status: change.status, updatedAt: new Date() });
      return true;
    },

    list: ({ callSid, conferenceSid } = {}) =>
      [...stored.values()]
        .toReversed()
        .filter(
          (one) =>
            (callSid === undefined || one.callSid === callSid) &&
            (conferenceSid === undefined || one.conferenceSid === conferenceSid),
        ),

    find(sid, of) {
      const all = service.list(of);
      return sid === 'Twilio.CURRENT'
        ? all.find((one) => active.has(one.sid))
        : all.find((one) => one.sid === sid);
    },

    remove: (recording) => void stored.delete(recording.sid),

    stop() {
      [...active.values()].forEach(end);
      timers.clear();
      for (const recording of stored.values())
        if (recording.status === 'processing') recording.status = resultOf(recording);
    },
  };
  return service;
}

type RecordingFacts = Omit<Recording, 'sid' | 'createdAt' | 'updatedAt' | 'status'>;

function newRecording(
  facts: RecordingFacts,
  { callback, trim = false }: Pick<LegRecordingRequest, 'callback' | 'trim'>,
): ActiveRecording {
  const now = new Date();
  return {
    recording: {
      ...facts,
      sid: newSid('RE'),
      createdAt: now,
      updatedAt: now,
      status: 'in-progress',
    },
    behavior: 'silence',
    callback,
    trim,
    stop: () => undefined,
  };
}

function append({ recording, behavior }: ActiveRecording, frames: readonly Int16Array[]): void {
  if (recording.status === 'in-progress') recording.tape.push(frames);
  else if (behavior === 'silence') recording.tape.push(frames.map(() => SILENT_FRAME));
}

/** Passes on what a leg says and hears, frame by frame. Returns a function that stops it. */
function tapLeg(
  leg: Leg,
  {
    channels,
    track,
    append,
    onEnded,
  }: Pick<LegRecordingRequest, 'channels' | 'track'> & {
    readonly append: (frames: readonly Int16Array[]) => void;
    readonly onEnded: () => void;
  },
): () => void {
  const said = createFrameQueue();
  const heard = createFrameQueue(1);
  const tap = {
    ...(track !== 'outbound' && { inbound: said.push }),
    ...(track !== 'inbound' && { outbound: heard.push }),
  };
  const stopClock = everyFrame((isLatest) => {
    const frames = [said.shift() ?? SILENT_FRAME, heard.shift() ?? SILENT_FRAME];
    append(channels === 2 ? frames : [mixed(frames[0]!, frames[1]!)]);
    if (isLatest) [said, heard].forEach((queue) => queue.trim());
  }, 'record');
  leg.taps.add(tap);
  leg.onEnd.add(onEnded);
  return () => {
    stopClock();
    leg.taps.delete(tap);
    leg.onEnd.delete(onEnded);
  };
}

/** The fields of a callback about a recording. */
function reportForm(
  { sid, callSid, conferenceSid, createdAt, source, track, tape }: Recording,
  event: string,
) {
  const isOver = event === 'completed' || event === 'absent';
  return {
    CallSid: callSid,
    ConferenceSid: conferenceSid,
    RecordingSid: sid,
    RecordingStatus: event,
    RecordingDuration: isOver ? String(Math.round(tape.seconds())) : undefined,
    RecordingChannels: String(tape.channels),
    RecordingStartTime: rfc2822(createdAt),
    RecordingSource: source,
    RecordingTrack: conferenceSid ? undefined : track,
  };
}

const resultOf = ({ tape }: Recording): 'completed' | 'absent' =>
  tape.seconds() > 0 ? 'completed' : 'absent';

function mixed(one: Int16Array, other: Int16Array): Int16Array {
  if (one === SILENT_FRAME) return other;
  return other === SILENT_FRAME
    ? one
    : one.map((sample, i) => Math.max(-32768, Math.min(32767, sample + (other[i] ?? 0))));
}
