import type { Readable } from 'node:stream';

/**
 * The sound of recordings, which the carrier keeps. Throws CarrierProblem. Source: the carrier's
 * API.
 */
export interface RecordingMedia {
  /** The sound as WAV, streamed; undefined while it is not there yet, or not any more. */
  open(
    recordingId: string,
  ): Promise<{ readonly contentType: string; readonly sound: Readable } | undefined>;
  /** Removes it for good; nothing where there is none any more. */
  remove(recordingId: string): Promise<void>;
}
