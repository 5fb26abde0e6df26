import type { Recordings } from '../recordings/recordings.ts';
import type { Streams } from '../streams/streams.ts';
import type { AccountNumber } from '../switchboard/accountNumber.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Transcriptions } from '../transcriptions/transcriptions.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';

/** What the resources of the REST API use. */
export interface RestDeps {
  readonly accountSid: string;
  readonly numbers: readonly AccountNumber[];
  /** The numbers from which calls may be made. */
  readonly ownNumbers: readonly string[];
  /** The Voice URL of a TwiML App; undefined when the account has no such app. */
  readonly voiceUrlOf: (appSid: string) => string | undefined;
  readonly board: Switchboard;
  readonly callbacks: Callbacks;
  readonly recordings: Recordings;
  readonly streams: Streams;
  readonly transcriptions: Transcriptions;
}
