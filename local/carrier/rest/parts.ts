import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { Streams } from '../streams/streams.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Transcriptions } from '../transcriptions/transcriptions.ts';

/** What the resources of the REST API are made of. */
export interface RestDeps {
  readonly accountSid: string;
  /** Numbers that calls may be made from. */
  readonly ownNumbers: readonly string[];
  /** Where a TwiML App's document is; undefined when the account has no such app. */
  readonly voiceUrlOf: (appSid: string) => string | undefined;
  readonly board: Switchboard;
  readonly callbacks: Callbacks;
  readonly recordings: Recordings;
  readonly streams: Streams;
  readonly transcriptions: Transcriptions;
}
