import { Readable } from 'node:stream';
import { CarrierProblem, type CallbackForm, type RecordingMedia } from '../../ports/index.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { HOST_HEADER, type TwilioAccount } from '../client/client.ts';
import { hostIn } from '../client/region.ts';
import type { ReportedFact } from '../webhooks/callbacks.ts';
import { PATHS } from '../webhooks/paths.ts';

/** https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
const STATUS: Record<string, 'in_progress' | 'completed' | 'failed'> = {
  'in-progress': 'in_progress',
  completed: 'completed',
  absent: 'failed',
  failed: 'failed',
};
const MEDIA_TIMEOUT_MS = 10_000;

/** URL of the recording status callback; `about` is its query. */
export function recordingCallbackUrl(
  publicUrl: string,
  about: { callId: string; interventionId?: string; voicemail?: 'true' },
): string {
  return `${publicUrl}${PATHS.recording}?${new URLSearchParams(about)}${CALLBACK_OVERRIDES}`;
}

/** Callback parameters for the recording of one leg. */
export const recordingCallback = (
  publicUrl: string,
  about: { callId: string; interventionId?: string },
) => ({
  recordingStatusCallback: recordingCallbackUrl(publicUrl, about),
  recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
});

/**
 * Reads a recording status callback; the query of its URL names the call and the intervention.
 * Undefined for other statuses.
 */
export function recordingFact({ params, query }: CallbackForm): ReportedFact {
  const {
    RecordingSid: recordingId,
    RecordingStatus = '',
    RecordingDuration,
    RecordingStartTime,
  } = params;
  const { callId, interventionId, voicemail } = query;
  const status = STATUS[RecordingStatus];
  if (!recordingId || !callId || !status) return undefined;
  const at = new Date().toISOString();
  const parsedStart = RecordingStartTime ? new Date(RecordingStartTime) : undefined;
  const startedAt =
    parsedStart && !Number.isNaN(parsedStart.valueOf()) ? parsedStart.toISOString() : at;
  return {
    key: `recording:${recordingId}:${RecordingStatus}`,
    fact: {
      type: 'recording-status',
      callId,
      recordingId,
      status,
      startedAt,
      at,
      ...(interventionId && { interventionId }),
      ...(voicemail && { isVoicemail: true }),
      ...(RecordingDuration !== undefined && { durationSeconds: Number(RecordingDuration) }),
    },
  };
}

/** URL of the callback with the transcription of a recording of the Record verb. */
export const transcriptionCallbackUrl = (publicUrl: string, callId: string): string =>
  `${publicUrl}${PATHS.transcription}?${new URLSearchParams({ callId })}${CALLBACK_OVERRIDES}`;

/**
 * Reads the transcription of a recording. Undefined if the transcription failed.
 * https://www.twilio.com/docs/voice/twiml/record#attributes-transcribe-callback
 */
export function transcriptionFact({ params, query }: CallbackForm): ReportedFact {
  const { RecordingSid: recordingId, TranscriptionStatus, TranscriptionText: words } = params;
  const { callId } = query;
  if (!recordingId || !callId || !words || TranscriptionStatus !== 'completed') return undefined;
  return {
    key: `transcription:${recordingId}`,
    fact: {
      type: 'recording-transcribed',
      callId,
      recordingId,
      words,
      at: new Date().toISOString(),
    },
  };
}

/**
 * Opens recordings as WAV streams with the account's credentials, and deletes them. Undefined if
 * Twilio has no recording with this id. Rejects with CarrierProblem `unavailable`.
 * https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
export function createRecordingMedia({
  accountSid,
  authToken,
  region = 'us1',
  apiUrl,
}: TwilioAccount): RecordingMedia {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const host = hostIn(region);
  const base = apiUrl ?? `https://${host}`;
  const headers = { authorization, ...(apiUrl && { [HOST_HEADER]: host }) };
  const urlOf = (recordingId: string, extension: string): string =>
    `${base}/2010-04-01/Accounts/${accountSid}/Recordings/${encodeURIComponent(recordingId)}${extension}`;
  return {
    async remove(recordingId) {
      const response = await fetch(urlOf(recordingId, '.json'), {
        method: 'DELETE',
        headers,
        signal: AbortSignal.timeout(MEDIA_TIMEOUT_MS),
      }).catch((fault: Error) => {
        throw new CarrierProblem('unavailable', fault.message);
      });
      if (!response.ok && response.status !== 404)
        throw new CarrierProblem('unavailable', `removing answered ${response.status}`);
    },
    async open(recordingId) {
      const url = urlOf(recordingId, '.wav');
      const response = await fetch(url, {
        headers,
        signal: AbortSignal.timeout(MEDIA_TIMEOUT_MS),
      }).catch((fault: Error) => {
        throw new CarrierProblem('unavailable', fault.message);
      });
      if (response.status === 404) return undefined;
      if (!response.ok || !response.body)
        throw new CarrierProblem('unavailable', `the recording answered ${response.status}`);
      return {
        contentType: response.headers.get('content-type') ?? 'audio/x-wav',
        sound: Readable.fromWeb(response.body as never),
      };
    },
  };
}
