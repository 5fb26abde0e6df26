import type { Call } from './call.ts';
import type { Language } from './language.ts';

/**
 * Who answers an outbound call, as the carrier hears it. `machine`: its greeting is over, and a
 * message can be left. Absent where the org wants nobody to listen for it.
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

export type AnsweringEvent =
  | { readonly type: 'AnswerDetected'; readonly by: AnsweredBy; readonly at: string }
  | {
      readonly type: 'MessageLeft';
      readonly message: LeftMessage;
      readonly userId: string;
      readonly at: string;
    };

/** The message that the customer's machine is still to hear, or has heard. */
export const leftMessage = ({ answering }: Pick<Call, 'answering'>): LeftMessage | undefined =>
  answering?.status === 'message_left' ? answering.message : undefined;

/** The call after an event of who answers it. What was heard first stays. */
export function evolveAnswering(call: Call, event: AnsweringEvent): Call {
  const { answering } = call;
  if (event.type === 'MessageLeft') {
    const { message, userId, at } = event;
    return { ...call, answering: { status: 'message_left', message, userId, at } };
  }
  if (answering?.status !== 'awaited') return call;
  const { by, at } = event;
  return {
    ...call,
    answering: { status: 'known', by, at, mayLeaveMessage: answering.mayLeaveMessage },
  };
}
