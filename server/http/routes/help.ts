import type Router from '@koa/router';
import { z } from 'zod';
import { requestHelp, markTextWhisperSeen, acceptHelp, sendTextWhisper, cancelHelp, type HelpDeps } from '../../commands/supervision/help.ts';
import type { Authenticate } from '../authenticate.ts';
import { orRefuse } from '../errors.ts';
import { callView, type ViewContext } from '../presenters.ts';
import type { Person } from '../../domain/people/people.ts';
import type { Store } from '../../ports/index.ts';
import { valid } from '../schemas.ts';

export interface HelpRouteDeps extends HelpDeps {
  readonly store: Store;
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
}

const requestId = z.string().min(8).max(100);
const askHelpBody = z.object({
  requestId,
  reasonCode: z.string().max(64),
  skill: z.string().trim().max(80).optional(),
  note: z.string().trim().max(255).optional(),
});
const textWhisperBody = z.object({ requestId, text: z.string().trim().min(1, 'must not be empty').max(500) });

/** Help requests and text whispers. Responses have the call as the person sees it. */
export function helpRoutes(router: Router, deps: HelpRouteDeps): void {
  const { authenticate, viewing } = deps;

  router.post('/api/calls/:callId/help', async (ctx) => {
    const person = await authenticate(ctx);
    const asked = valid(askHelpBody, ctx.request.body);
    const call = orRefuse(await requestHelp(deps, person, { ...asked, callId: ctx.params.callId! }));
    ctx.status = 201;
    ctx.body = { call: callView(call, person, viewing(person)) };
  });

  router.delete('/api/calls/:callId/help', async (ctx) => {
    const person = await authenticate(ctx);
    const call = orRefuse(await cancelHelp(deps, person, ctx.params.callId!));
    ctx.body = { call: callView(call, person, viewing(person)) };
  });

  router.post('/api/calls/:callId/help/accept', async (ctx) => {
    const person = await authenticate(ctx);
    const call = orRefuse(await acceptHelp(deps, person, ctx.params.callId!));
    ctx.body = { call: callView(call, person, viewing(person)) };
  });

  router.post('/api/calls/:callId/text-whispers', async (ctx) => {
    const person = await authenticate(ctx);
    const written = valid(textWhisperBody, ctx.request.body);
    const call = orRefuse(await sendTextWhisper(deps, person, { ...written, callId: ctx.params.callId! }));
    ctx.status = 201;
    ctx.body = { call: callView(call, person, viewing(person)) };
  });

  router.post('/api/calls/:callId/text-whispers/:textWhisperId/seen', async (ctx) => {
    const person = await authenticate(ctx);
    orRefuse(await markTextWhisperSeen(deps, person, { callId: ctx.params.callId!, textWhisperId: ctx.params.textWhisperId! }));
    ctx.status = 204;
  });
}
