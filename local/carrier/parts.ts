import type { Callbacks } from './callbacks.ts';
import type { Recordings } from './recordings.ts';
import type { Streams } from './streams.ts';
import type { Switchboard } from './switchboard.ts';
import type { Transcriptions } from './transcription.ts';

/** What the resources of the REST API are made of. */
export interface CarrierParts {
  readonly accountSid: string;
  readonly board: Switchboard;
  readonly callbacks: Callbacks;
  readonly recordings: Recordings;
  readonly streams: Streams;
  readonly transcriptions: Transcriptions;
}
