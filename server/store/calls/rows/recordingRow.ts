import type { Recording } from '../../../domain/call/call.ts';
import { iso, withoutNulls, type Maybe, type Time } from './columns.ts';

export interface RecordingRow {
  recordingId: string;
  callId: string;
  interventionId?: Maybe<string>;
  isVoicemail?: Maybe<boolean>;
  status: string;
  startedAt: Time;
  durationSeconds?: Maybe<number>;
  words?: Maybe<string>;
}

/** The row of a recording. */
export const recordingRow = (callId: string, { of, ...recording }: Recording): RecordingRow => ({
  ...recording,
  words: recording.words,
  callId,
  interventionId: of.kind === 'supervisor' ? of.interventionId : null,
  isVoicemail: of.kind === 'voicemail',
});

/** Builds a recording from its row. */
export function recordingOf({
  recordingId,
  interventionId,
  isVoicemail,
  status,
  startedAt,
  durationSeconds,
  words,
}: RecordingRow): Recording {
  return withoutNulls({
    recordingId,
    of: interventionId
      ? { kind: 'supervisor' as const, interventionId }
      : { kind: isVoicemail ? ('voicemail' as const) : ('call' as const) },
    status: status as Recording['status'],
    startedAt: iso(startedAt),
    durationSeconds,
    words,
  });
}
