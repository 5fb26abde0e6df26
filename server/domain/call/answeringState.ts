import type { Language } from './language.ts';

/**
 * Who answers an outbound call, as the carrier hears it. `machine`: its greeting is over, and a
 * message can be left. Absent where the org does not have it detected.
 *
 *     awaited → known → message_left
 */
export type Answering =
  | { readonly status: 'awaited'; readonly mayLeaveMessage: boolean }
  | {
      readonly status: 'known';
      readonly by: AnsweredBy;
      readonly at: string;
      /** By the org's policy, at the customer's place when the call was placed. */
      readonly mayLeaveMessage: boolean;
    }
  | {
      readonly status: 'message_left';
      readonly message: LeftMessage;
      readonly userId: string;
      readonly at: string;
    };

export type AnsweredBy = 'human' | 'machine' | 'unknown';

/** A message of the org, as it was when the rep left it. */
export interface LeftMessage {
  readonly name: string;
  readonly language: Language;
  readonly text: string;
}
