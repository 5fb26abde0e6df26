/**
 * Sound that the carrier keeps: of the whole call, without what was whispered, or of what one
 * supervisor said.
 */
export interface Recording {
  readonly recordingId: string;
  readonly of:
    | { readonly kind: 'call' }
    | { readonly kind: 'supervisor'; readonly interventionId: string }
    /** What a caller said whom nobody could take. */
    | { readonly kind: 'voicemail' };
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly startedAt: string;
  readonly durationSeconds?: number;
}
