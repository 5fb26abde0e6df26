import type { AnsweredBy, LeftMessage } from './answeringState.ts';
import type { Call } from './call.ts';

export type { AnsweredBy, Answering, LeftMessage } from './answeringState.ts';

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

/** The call after an event about who answered it. The first detection counts. */
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
