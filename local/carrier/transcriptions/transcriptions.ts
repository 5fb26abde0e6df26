import type { Conference, Participant, RoomWatcher } from '../conference/conference.ts';
import { newSid } from '../formats/sids.ts';
import type { Leg, Tap, Words } from '../legs/leg.ts';
import { hearsWithFault } from '../media/mediaFaults.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';

/** The values of `track`. */
export const TRANSCRIPTION_TRACKS = ['inbound_track', 'outbound_track', 'both_tracks'] as const;
type Track = (typeof TRANSCRIPTION_TRACKS)[number];

/** A transcription as TwiML or REST request it, with TwiML's names. */
export interface TranscriptionRequest {
  readonly name?: string;
  readonly track?: Track;
  readonly statusCallbackUrl?: string;
  readonly statusCallbackMethod?: 'GET' | 'POST';
  readonly inboundTrackLabel?: string;
  readonly outboundTrackLabel?: string;
  readonly partialResults?: boolean;
  readonly languageCode?: string;
  readonly transcriptionEngine?: string;
  readonly speechModel?: string;
  readonly profanityFilter?: boolean;
  readonly enableAutomaticPunctuation?: boolean;
  readonly hints?: string;
}

/** Twilio's realtime Transcription resource. */
export interface Transcription {
  readonly sid: string;
  readonly callSid: string;
  readonly name?: string;
  status: 'in-progress' | 'stopped';
  updatedAt: Date;
  stop(): void;
  /** Simulates a failing engine: reports an error, then the stop. */
  fail(code: number, message: string): void;
}

/** The transcriptions in progress. */
export interface Transcriptions {
  start(leg: Leg, request: TranscriptionRequest): Transcription;
  /** A transcription of this leg in progress, by Sid or name. */
  find(callSid: string, sidOrName: string): Transcription | undefined;
  /** All transcriptions of this leg in progress. */
  of(callSid: string): Transcription[];
  /** Passes what is said in a conference to the transcriptions of the participants who hear it. */
  readonly watcher: RoomWatcher;
}

/** The error of a failed engine. https://www.twilio.com/docs/api/errors/32650 */
export const ENGINE_FAILED = {
  code: 32650,
  message: 'Real-Time Transcription: the transcription engine failed',
};

const ENGINES = ['google', 'deepgram'];
const DEFAULT_ENGINE = 'google';
const DEFAULT_LANGUAGE = 'en-US';
const BOTH_TRACKS: Track = 'both_tracks';
const CONFIDENCE = 0.97;
const STABILITY = 0.9;

interface ActiveTranscription extends Transcription {
  transcribe(words: Words, track: 'inbound_track' | 'outbound_track'): void;
}

/**
 * Live transcriptions. The words come from the scripts of scripted parties.
 * https://www.twilio.com/docs/voice/twiml/transcription
 */
export function createTranscriptions(
  accountSid: string,
  { rooms }: Pick<Switchboard, 'rooms'>,
  callbacks: Callbacks,
): Transcriptions {
  const active = new Map<string, ActiveTranscription>();
  const roomTaps = new Map<Participant, Tap>();

  function start(leg: Leg, request: TranscriptionRequest): Transcription {
    const { name, track = BOTH_TRACKS, partialResults = false } = request;
    const { transcriptionEngine = DEFAULT_ENGINE } = request;
    const sid = newSid('GT');
    let sequence = 0;
    const report = (event: string, more: Record<string, string | undefined>): void => {
      sequence += 1;
      callbacks.send(
        request.statusCallbackUrl,
        {
          AccountSid: accountSid,
          CallSid: leg.callSid,
          TranscriptionSid: sid,
          TranscriptionEvent: event,
          SequenceId: String(sequence),
          Timestamp: new Date().toISOString(),
          ...more,
        },
        request.statusCallbackMethod ?? 'POST',
      );
    };
    const tap: Tap = { words: (words) => transcription.transcribe(words, 'inbound_track') };

    function end(): void {
      if (!active.delete(sid)) return;
      Object.assign(transcription, { status: 'stopped', updatedAt: new Date() });
      leg.taps.delete(tap);
      leg.onEnd.delete(end);
      report('transcription-stopped', {});
    }

    const transcription: ActiveTranscription = {
      sid,
      callSid: leg.callSid,
      name,
      status: 'in-progress',
      updatedAt: new Date(),
      stop: end,
      fail(ErrorCode, ErrorMessage) {
        if (!active.has(sid)) return;
        report('transcription-error', { ErrorCode: String(ErrorCode), ErrorMessage });
        end();
      },
      transcribe({ text, isFinal }, of) {
        if ((track !== BOTH_TRACKS && track !== of) || !(isFinal || partialResults)) return;
        report('transcription-content', contentForm(request, { text, isFinal }, of));
      },
    };
    active.set(sid, transcription);
    leg.taps.add(tap);
    leg.onEnd.add(end);
    report('transcription-started', startedForm(request));
    if (!ENGINES.includes(transcriptionEngine))
      transcription.fail(ENGINE_FAILED.code, ENGINE_FAILED.message);
    return transcription;
  }

  /**
   * A participant's words are on the outbound track of each leg that hears the participant. A
   * coach's words are on no outbound track.
   */
  function overhear(room: Conference, speaker: Participant, words: Words): void {
    if (room.status !== 'in-progress' || speaker.coaching) return;
    for (const listener of room.participants.values()) {
      const isHeard = hearsWithFault(
        rooms.mediaFault,
        { callSid: listener.leg.callSid, ...listener },
        { callSid: speaker.leg.callSid, ...speaker },
      );
      if (!isHeard) continue;
      for (const transcription of active.values())
        if (transcription.callSid === listener.leg.callSid)
          transcription.transcribe(words, 'outbound_track');
    }
  }

  const of = (callSid: string): ActiveTranscription[] =>
    [...active.values()].filter((one) => one.callSid === callSid);

  return {
    start,
    of,
    find: (callSid, sidOrName) =>
      of(callSid).find(({ sid, name }) => sid === sidOrName || name === sidOrName),
    watcher: {
      joined(room, participant) {
        const tap: Tap = { words: (words) => overhear(room, participant, words) };
        roomTaps.set(participant, tap);
        participant.leg.taps.add(tap);
      },
      left(_room, participant) {
        participant.leg.taps.delete(roomTaps.get(participant)!);
        roomTaps.delete(participant);
      },
    },
  };
}

/** The fields of the callback about a start. */
const startedForm = ({
  transcriptionEngine = DEFAULT_ENGINE,
  languageCode = DEFAULT_LANGUAGE,
  partialResults = false,
  track = BOTH_TRACKS,
  inboundTrackLabel,
  outboundTrackLabel,
  profanityFilter = true,
  speechModel = 'telephony',
  enableAutomaticPunctuation = true,
  hints = '',
}: TranscriptionRequest): Record<string, string | undefined> => ({
  TranscriptionEngine: transcriptionEngine,
  LanguageCode: languageCode,
  PartialResults: String(partialResults),
  Track: track,
  InboundTrackLabel: inboundTrackLabel,
  OutboundTrackLabel: outboundTrackLabel,
  ProviderConfiguration: JSON.stringify({
    profanityFilter: String(profanityFilter),
    speechModel,
    enableAutomaticPunctuation: String(enableAutomaticPunctuation),
    hints,
  }),
});

/** The fields of the callback about words. */
function contentForm(
  {
    languageCode = DEFAULT_LANGUAGE,
    transcriptionEngine = DEFAULT_ENGINE,
    enableAutomaticPunctuation,
  }: TranscriptionRequest,
  { text, isFinal }: Words,
  of: 'inbound_track' | 'outbound_track',
): Record<string, string | undefined> {
  const transcript = enableAutomaticPunctuation === false ? text.replace(/[.,?!]/g, '') : text;
  return {
    LanguageCode: languageCode,
    Track: of,
    Final: String(isFinal),
    TranscriptionData: JSON.stringify({
      transcript,
      ...(isFinal && { confidence: CONFIDENCE }),
    }),
    Stability: !isFinal && transcriptionEngine === 'deepgram' ? String(STABILITY) : undefined,
  };
}
