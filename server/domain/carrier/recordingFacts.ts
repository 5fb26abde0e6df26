import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { withoutCardNumbers } from '../numbers/cardNumbers.ts';
import type { RecordingFact } from './carrierFacts.ts';

/** The events that follow from the progress of a recording, reported in any order. */
export function recordingStatus(call: Call, fact: RecordingFact, now: string): CallEvent[] {
  const { recordingId, interventionId, isVoicemail, status, startedAt, durationSeconds } = fact;
  const known = call.recordings.find((one) => one.recordingId === recordingId);
  const of = interventionId
    ? { kind: 'supervisor' as const, interventionId }
    : { kind: isVoicemail ? ('voicemail' as const) : ('call' as const) };
  const started: CallEvent[] = known
    ? []
    : [
        {
          type: 'RecordingStarted',
          recording: { recordingId, of, status: 'in_progress', startedAt },
          at: now,
        },
      ];
  const isOver = known !== undefined && known.status !== 'in_progress';
  if (status === 'in_progress' || isOver) return started;
  return [...started, { type: 'RecordingEnded', recordingId, status, durationSeconds, at: now }];
}

/**
 * The transcript of a voice message; other recordings have none. Card numbers are masked before it
 * is stored. It can come before the recording itself is reported.
 */
export function recordingTranscribed(
  call: Call,
  { recordingId, words }: { readonly recordingId: string; readonly words: string },
  now: string,
): CallEvent[] {
  const known = call.recordings.find((one) => one.recordingId === recordingId);
  const said = withoutCardNumbers(words).replace(/\s+/g, ' ').trim();
  if (!said || known?.words !== undefined || (known && known.of.kind !== 'voicemail')) return [];
  const started: CallEvent[] = known
    ? []
    : [
        {
          type: 'RecordingStarted',
          recording: {
            recordingId,
            of: { kind: 'voicemail' },
            status: 'in_progress',
            startedAt: now,
          },
          at: now,
        },
      ];
  return [...started, { type: 'RecordingTranscribed', recordingId, words: said, at: now }];
}
