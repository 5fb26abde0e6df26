import { Readable } from 'node:stream';
import { CarrierProblem, type CallbackForm, type RecordingMedia } from '../../ports/index.ts';
import type { ReportedFact } from '../webhooks/callbacks.ts';
import { PATHS } from '../webhooks/paths.ts';
import type { TwilioAccount } from '../client/client.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';

/** https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
const STATUS: Record<string, 'in_progress' | 'completed' | 'failed'> = { 'in-progress': 'in_progress', completed: 'completed', absent: 'failed', failed: 'failed' };
const MEDIA_TIMEOUT_MS = 10_000;

export function recordingCallbackUrl(publicUrl: string, about: { callId: string; interventionId?: string }): string {
  return `${publicUrl}${PATHS.recording}?${new URLSearchParams(about)}${CALLBACK_OVERRIDES}`;
}

/** Where and of what the carrier reports about a recording of a leg. */
export const recordingCallback = (publicUrl: string, about: { callId: string; interventionId: string }) => ({
  recordingStatusCallback: recordingCallbackUrl(publicUrl, about),
  recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
});

/** Reads a recording status callback; its address says which call, and whose leg. */
export function recordingFact({ params, query }: CallbackForm): ReportedFact {
  const { RecordingSid: recordingId, RecordingStatus = '', RecordingDuration, RecordingStartTime } = params;
  const { callId, interventionId } = query;
  const status = STATUS[RecordingStatus];
  if (!recordingId || !callId || !status) return undefined;
  const at = new Date().toISOString();
  const began = RecordingStartTime ? new Date(RecordingStartTime) : undefined;
  const startedAt = began && !Number.isNaN(began.valueOf()) ? began.toISOString() : at;
  return {
    key: `recording:${recordingId}:${RecordingStatus}`,
    fact: {
      type: 'recording-status', callId, recordingId, status, startedAt, at,
      ...(interventionId && { interventionId }),
      ...(RecordingDuration !== undefined && { durationSeconds: Number(RecordingDuration) }),
    },
  };
}

/** The sound itself, fetched with the account's credentials and handed on as it comes. */
export function createRecordingMedia({ accountSid, authToken, apiUrl = 'https://api.twilio.com' }: TwilioAccount): RecordingMedia {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    async open(recordingId) {
      const address = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${encodeURIComponent(recordingId)}.wav`;
      const answer = await fetch(address, { headers: { authorization }, signal: AbortSignal.timeout(MEDIA_TIMEOUT_MS) }).catch((fault: Error) => {
        throw new CarrierProblem('unavailable', fault.message);
      });
      if (answer.status === 404) return undefined;
      if (!answer.ok || !answer.body) throw new CarrierProblem('unavailable', `the recording answered ${answer.status}`);
      return { contentType: answer.headers.get('content-type') ?? 'audio/x-wav', sound: Readable.fromWeb(answer.body as never) };
    },
  };
}
