import type { Readable } from 'node:stream';

/**
 * The sound of recordings, which the carrier keeps. Throws CarrierProblem. Source: the carrier's
 * API.
 */
export interface RecordingMedia {
  /** The sound as WAV, streamed; undefined before it is available and after it is removed. */
  open(
    recordingId: string,
  ): Promise<{ readonly contentType: string; readonly sound: Readable } | undefined>;
  /** Removes it permanently. Does nothing if it was already removed. */
  remove(recordingId: string): Promise<void>;
}
