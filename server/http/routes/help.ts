import { z } from 'zod';
import {
  helpAvailable,
  requestHelp,
  acceptHelp,
  cancelHelp,
  giveHelpBack,
  type HelpDeps,
  type HelpRequestDeps,
} from '../../commands/supervision/help.ts';
import { flagMoment } from '../../commands/supervision/moments.ts';
import {
  giveMonitoringChoice,
  type MonitoringChoiceDeps,
} from '../../commands/supervision/monitoringChoice.ts';
import {
  markTextWhisperSeen,
  readTextWhispers,
  sendTextWhisper,
  type TextWhisperDeps,
} from '../../commands/supervision/textWhispers.ts';
import type { Person } from '../../domain/call/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { requestId, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import type { ViewContext } from '../views/presenters.ts';

export interface HelpRouteDeps {
  readonly help: HelpDeps & HelpRequestDeps & TextWhisperDeps;
  readonly choices: MonitoringChoiceDeps;
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
}

const helpRequestBody = z.object({
  requestId,
  reasonCode: z.string().max(64),
  skill: z.string().trim().max(80).optional(),
  note: z.string().trim().max(255).optional(),
});
const textWhisperBody = z.object({
  requestId,
  text: z.string().trim().min(1, 'must not be empty').max(500),
  isPraise: z.boolean().optional(),
  interventionId: z.string().min(1).max(64).optional(),
});
const momentBody = z.object({ requestId, note: z.string().trim().max(255).optional() });
const monitoringChoiceBody = z.object({ isDeclined: z.boolean() });

/**
 * Help requests of reps, and text whispers. Each response is the call as the requesting person sees
 * it.
 */
export const helpRoutes =
  (deps: HelpRouteDeps): Routes =>
  (router) => {
    for (const routes of [requestRoutes, textWhisperRoutes, noteRoutes]) routes(deps)(router);
  };

/** A rep asks for help, and a supervisor accepts, or gives the request back. */
const requestRoutes =
  (deps: HelpRouteDeps): Routes =>
  (router) => {
    const { authenticate, help } = deps;
    const answerOf = callAnswer(deps.viewing);

    router.post('/api/calls/:callId/help', async (ctx) => {
      const person = await authenticate.known(ctx);
      const requested = valid(helpRequestBody, ctx.request.body);
      const call = orRefuse(
        await requestHelp(help, person, { ...requested, callId: ctx.params.callId! }),
      );
      ctx.status = 201;
      ctx.body = answerOf(call, person);
    });

    router.get('/api/calls/:callId/help', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = orRefuse(await helpAvailable(help, person, { callId: ctx.params.callId! }));
    });

    router.delete('/api/calls/:callId/help', async (ctx) => {
      const person = await authenticate.session(ctx);
      const call = orRefuse(await cancelHelp(help, person, { callId: ctx.params.callId! }));
      ctx.body = answerOf(call, person);
    });

    router.post('/api/calls/:callId/help/accept', async (ctx) => {
      const person = await authenticate(ctx);
      const call = orRefuse(await acceptHelp(help, person, { callId: ctx.params.callId! }));
      ctx.body = answerOf(call, person);
    });

    router.delete('/api/calls/:callId/help/accept', async (ctx) => {
      const person = await authenticate.known(ctx);
      const call = orRefuse(await giveHelpBack(help, person, { callId: ctx.params.callId! }));
      ctx.body = answerOf(call, person);
    });
  };

/** Lines of text between a supervisor and the rep. */
const textWhisperRoutes =
  (deps: HelpRouteDeps): Routes =>
  (router) => {
    const { authenticate, help } = deps;
    const answerOf = callAnswer(deps.viewing);

    router.post('/api/calls/:callId/text-whispers', async (ctx) => {
      const person = await authenticate(ctx);
      const written = valid(textWhisperBody, ctx.request.body);
      const call = orRefuse(
        await sendTextWhisper(help, person, { ...written, callId: ctx.params.callId! }),
      );
      ctx.status = 201;
      ctx.body = answerOf(call, person);
    });

    router.post('/api/calls/:callId/text-whispers/:textWhisperId/seen', async (ctx) => {
      const person = await authenticate.session(ctx);
      orRefuse(
        await markTextWhisperSeen(help, person, {
          callId: ctx.params.callId!,
          textWhisperId: ctx.params.textWhisperId!,
        }),
      );
      ctx.status = 204;
    });

    router.get('/api/interventions/:interventionId/text-whispers', async (ctx) => {
      const person = await authenticate.known(ctx);
      const lines = orRefuse(
        await readTextWhispers(help, person, { interventionId: ctx.params.interventionId! }),
      );
      ctx.body = { textWhispers: lines };
    });
  };

/** What a rep notes of a call while it runs. */
const noteRoutes =
  (deps: HelpRouteDeps): Routes =>
  (router) => {
    const { authenticate, help } = deps;
    const answerOf = callAnswer(deps.viewing);

    router.post('/api/calls/:callId/moments', async (ctx) => {
      const person = await authenticate.session(ctx);
      const flagged = valid(momentBody, ctx.request.body);
      const call = orRefuse(
        await flagMoment(help, person, { ...flagged, callId: ctx.params.callId! }),
      );
      ctx.status = 201;
      ctx.body = answerOf(call, person);
    });

    router.put('/api/calls/:callId/monitoring-choice', async (ctx) => {
      const person = await authenticate.session(ctx);
      const { isDeclined } = valid(monitoringChoiceBody, ctx.request.body);
      const call = orRefuse(
        await giveMonitoringChoice(deps.choices, person, {
          callId: ctx.params.callId!,
          isDeclined,
        }),
      );
      ctx.body = answerOf(call, person);
    });
  };
