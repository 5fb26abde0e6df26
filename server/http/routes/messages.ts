import {
  leaveMessage,
  messagesFor,
  type LeaveMessageDeps,
} from '../../commands/calls/leaveMessage.ts';
import type { Person } from '../../domain/call/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { leaveMessageBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import type { ViewContext } from '../views/presenters.ts';

export interface MessageRouteDeps {
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
  readonly messages: LeaveMessageDeps;
}

/** The org's messages, which a rep leaves on an answering machine. */
export const messageRoutes =
  ({ authenticate, viewing, messages: deps }: MessageRouteDeps): Routes =>
  (router) => {
    const answerOf = callAnswer(viewing);
    router.get('/api/calls/:callId/messages', async (ctx) => {
      const person = await authenticate.known(ctx);
      const messages = orRefuse(await messagesFor(deps, person, { callId: ctx.params.callId! }));
      ctx.body = { messages };
    });

    router.post('/api/calls/:callId/message', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { messageId } = valid(leaveMessageBody, ctx.request.body);
      const call = orRefuse(
        await leaveMessage(deps, person, { callId: ctx.params.callId!, messageId }),
      );
      ctx.status = 202;
      ctx.body = answerOf(call, person);
    });
  };
