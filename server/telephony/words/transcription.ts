import type { Twilio } from 'twilio';
import type { Language } from '../../domain/call/language.ts';
import type { CallbackForm } from '../../ports/carrier/webhooks.ts';
import type { ReportedWords, TranscriptionControl } from '../../ports/index.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { withRetries, type RequestOptions } from '../client/errors.ts';
import { PATHS } from '../webhooks/paths.ts';

const LANGUAGE_CODE: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE' };

/**
 * The name of Dealside's transcription; Twilio refuses a second one of that name on a connection.
 */
const NAME = 'dealside';

/**
 * Transcribes what is said on one connection (`inbound_track`). The other track is a mix of all
 * participants and may contain a coach. Profanity is not filtered, because abuse is detected in the
 * words.
 * https://www.twilio.com/docs/voice/api/realtime-transcription-resource
 */
export function createTranscriptionControl(
  client: Twilio,
  {
    publicUrl,
    retrying,
  }: { publicUrl: string; retrying: Pick<RequestOptions, 'pause' | 'random'> },
): TranscriptionControl {
  return {
    async start({ callId, connectionId, language }) {
      const { sid } = await withRetries(
        () =>
          client.calls(connectionId).transcriptions.create({
            name: NAME,
            track: 'inbound_track',
            partialResults: true,
            languageCode: LANGUAGE_CODE[language],
            profanityFilter: false,
            enableAutomaticPunctuation: true,
            statusCallbackUrl: `${publicUrl}${PATHS.words}?${new URLSearchParams({ callId })}${CALLBACK_OVERRIDES}`,
            statusCallbackMethod: 'POST',
          }),
        { ...retrying, repeatable: false },
      );
      return sid;
    },
    async stop({ connectionId, transcriptionId }) {
      await withRetries(
        () =>
          client.calls(connectionId).transcriptions(transcriptionId).update({ status: 'stopped' }),
        { ...retrying, repeatable: true },
      );
    },
  };
}

/**
 * Reads a callback of a transcription; the query of its URL names the call. Undefined if it has no
 * words, or is about another track than the connection's own.
 * https://www.twilio.com/docs/voice/twiml/transcription#statuscallbackurl
 */
export function reportedWords({ params, query }: CallbackForm): ReportedWords | undefined {
  const { CallSid: connectionId, TranscriptionSid: transcriptionId, TranscriptionEvent } = params;
  const { callId } = query;
  if (!callId || !connectionId || !transcriptionId) return undefined;
  const about = { callId, connectionId, transcriptionId };
  switch (TranscriptionEvent) {
    case 'transcription-content': {
      const sequence = Number(params.SequenceId);
      const text = transcriptIn(params.TranscriptionData);
      if (!Number.isInteger(sequence) || text === undefined || params.Track !== 'inbound_track')
        return undefined;
      return {
        ...about,
        kind: 'words',
        piece: {
          transcriptionId,
          sequence,
          text,
          isFinal: params.Final === 'true',
          at: timeOf(params.Timestamp),
        },
      };
    }
    case 'transcription-stopped':
      return { ...about, kind: 'stopped' };
    case 'transcription-error':
      return {
        ...about,
        kind: 'failed',
        problem: `${params.ErrorCode ?? ''} ${params.ErrorMessage ?? ''}`.trim(),
      };
    case undefined:
    default:
      return undefined;
  }
}

function transcriptIn(data: string | undefined): string | undefined {
  try {
    const { transcript } = JSON.parse(data ?? '') as { transcript?: unknown };
    return typeof transcript === 'string' ? transcript : undefined;
  } catch {
    return undefined;
  }
}

function timeOf(stamp: string | undefined): string {
  const at = stamp ? new Date(stamp) : new Date();
  return (Number.isNaN(at.valueOf()) ? new Date() : at).toISOString();
}
