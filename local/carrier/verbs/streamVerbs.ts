import type { Leg } from '../legs/leg.ts';
import { STREAM_TRACKS, type StreamRequest, type Streams } from '../streams/streams.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import {
  TRANSCRIPTION_TRACKS,
  type TranscriptionRequest,
  type Transcriptions,
} from '../transcriptions/transcriptions.ts';
import type { Verb } from '../twiml/parser.ts';

/** The services whose streams and transcriptions these verbs start and stop. */
export interface StreamVerbDeps {
  readonly streams: Streams;
  readonly transcriptions: Transcriptions;
}

/** Registers Connect, Start and Stop, for streams and transcriptions. */
export function registerStreamVerbs(
  board: Switchboard,
  { streams, transcriptions }: StreamVerbDeps,
): void {
  /** Nouns that run in the background of a call and are stopped by name. */
  const background: Record<
    string,
    {
      start(leg: Leg, noun: Verb, url: string): void;
      find(callSid: string, name: string): { stop(): void } | undefined;
    }
  > = {
    Stream: {
      start: (leg, noun, url) => streams.start(leg, streamOf(noun, url)),
      find: streams.find,
    },
    Transcription: {
      start: (leg, noun, url) => transcriptions.start(leg, transcriptionOf(noun, url)),
      find: transcriptions.find,
    },
  };

  board.verbs.set('Connect', async (leg, verb, url) => {
    const [noun] = verb.nouns;
    if (noun) await streams.connect(leg, streamOf(noun, url));
    if (!verb.attributes.action) return 'next';
    board.redirect(leg, { url: new URL(verb.attributes.action, url).href });
    return 'stop';
  });

  board.verbs.set('Start', async (leg, verb, url) => {
    for (const noun of verb.nouns) background[noun.name]?.start(leg, noun, url);
    return 'next';
  });

  board.verbs.set('Stop', async (leg, verb) => {
    for (const noun of verb.nouns)
      background[noun.name]?.find(leg.callSid, noun.attributes.name ?? '')?.stop();
    return 'next';
  });
}

const absolute = (address: string | undefined, url: string): string | undefined =>
  address && new URL(address, url).href;

const flagOf = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

function streamOf({ attributes: a, nouns }: Verb, url: string): StreamRequest {
  return {
    url: a.url ?? '',
    name: a.name,
    track:
      a.track && a.track in STREAM_TRACKS ? (a.track as keyof typeof STREAM_TRACKS) : undefined,
    statusCallback: absolute(a.statusCallback, url),
    statusCallbackMethod: a.statusCallbackMethod === 'GET' ? 'GET' : 'POST',
    parameters: Object.fromEntries(
      nouns
        .filter(({ name }) => name === 'Parameter')
        .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
    ),
  };
}

function transcriptionOf({ attributes: a }: Verb, url: string): TranscriptionRequest {
  return {
    name: a.name,
    track: TRANSCRIPTION_TRACKS.find((track) => track === a.track),
    statusCallbackUrl: absolute(a.statusCallbackUrl, url),
    statusCallbackMethod: a.statusCallbackMethod === 'GET' ? 'GET' : 'POST',
    inboundTrackLabel: a.inboundTrackLabel,
    outboundTrackLabel: a.outboundTrackLabel,
    partialResults: flagOf(a.partialResults),
    languageCode: a.languageCode,
    transcriptionEngine: a.transcriptionEngine,
    speechModel: a.speechModel,
    hints: a.hints,
    profanityFilter: flagOf(a.profanityFilter),
    enableAutomaticPunctuation: flagOf(a.enableAutomaticPunctuation),
  };
}
