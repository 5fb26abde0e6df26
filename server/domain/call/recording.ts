/** How long a pause of the recording lasts before it ends by itself. */
export const RECORDING_PAUSE_MS = 120_000;

/**
 * A pause of the recording, which stays silent so that it does not contain a card number.
 * `requested` and `resuming` wait for the carrier; at `until` recording resumes automatically.
 */
export interface RecordingPause {
  readonly status: 'requested' | 'paused' | 'resuming';
  readonly by: { readonly userId: string; readonly name: string };
  readonly requestedAt: string;
  readonly until: string;
}

/**
 * Sound that the carrier keeps: of the whole call, without what was whispered, or of what one
 * supervisor said.
 */
export interface Recording {
  readonly recordingId: string;
  readonly of:
    | { readonly kind: 'call' }
    | { readonly kind: 'supervisor'; readonly interventionId: string }
    /** The voicemail of a caller whose call was not taken. */
    | { readonly kind: 'voicemail' };
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly startedAt: string;
  readonly durationSeconds?: number;
  /** The carrier's transcript of it, without card numbers. */
  readonly words?: string;
}
