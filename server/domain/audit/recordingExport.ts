import type { Call, Recording } from '../call/call.ts';

/** At most so much goes into one archive: more is asked for in parts. */
export const MOST_RECORDINGS = 200;
export const MOST_HOURS = 30;

/** An exported recording and its path in the archive. */
export interface ExportedRecording {
  readonly call: Call;
  readonly recording: Recording;
  /** The file's path in the archive. */
  readonly file: string;
}

/** The recordings of these calls that are kept, oldest call first. */
export const recordingsToExport = (calls: readonly Call[]): ExportedRecording[] =>
  calls.flatMap((call) =>
    call.recordings
      .filter(({ status }) => status === 'completed')
      .map((recording) => ({ call, recording, file: fileOf(call, recording) })),
  );

/** Whether it is more than one archive holds. */
export const isTooMuch = (recordings: readonly ExportedRecording[]): boolean =>
  recordings.length > MOST_RECORDINGS || secondsOf(recordings) > MOST_HOURS * 3_600;

/** How long the recordings last together, in seconds. */
export const secondsOf = (recordings: readonly ExportedRecording[]): number =>
  recordings.reduce((sum, { recording }) => sum + (recording.durationSeconds ?? 0), 0);

/** The manifest's entry for one recording. */
export type ManifestEntry = ReturnType<typeof aboutRecording> &
  (
    | { readonly sha256: string; readonly bytes: number }
    /** `gone`: the phone network does not have it. `unavailable`: it did not answer. */
    | { readonly missing: 'gone' | 'unavailable' }
  );

/** The speaker and the call of a recording, for the manifest. */
export function aboutRecording({ call, recording, file }: ExportedRecording) {
  const { recordingId, of, startedAt, durationSeconds } = recording;
  const supervisor =
    of.kind === 'supervisor'
      ? call.interventions.find(({ interventionId }) => interventionId === of.interventionId)
          ?.supervisor
      : undefined;
  return {
    file,
    recordingId,
    callId: call.callId,
    of: of.kind,
    startedAt,
    durationSeconds,
    rep: { userId: call.rep.userId, name: call.rep.name },
    customer: call.customer.name,
    ...(supervisor && { supervisor: { userId: supervisor.userId, name: supervisor.name } }),
  };
}

const fileOf = ({ callId }: Call, { recordingId, of, startedAt }: Recording): string =>
  `${safe(callId)}/${startedAt.slice(0, 19).replaceAll(':', '-')} ${of.kind} ${safe(recordingId)}.wav`;

const safe = (id: string): string => id.replaceAll(/[^\w.-]/g, '_');
