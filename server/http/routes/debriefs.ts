import { z } from 'zod';
import {
  closeDebrief,
  closeDebriefAlone,
  type CloseDebriefDeps,
} from '../../commands/supervision/closeDebrief.ts';
import {
  acknowledgeScore,
  debriefsOfCalls,
  escalatedDebriefs,
  scoreCall,
  showDebrief,
  type DebriefDeps,
} from '../../commands/supervision/debriefs.ts';
import {
  bookDebrief,
  debriefTimes,
  type DebriefTimesDeps,
} from '../../commands/supervision/debriefTimes.ts';
import { planDebrief, type PlanDebriefDeps } from '../../commands/supervision/planDebrief.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import {
  aboutOf,
  bookingView,
  debriefView,
  listedView,
  shownTimes,
} from '../views/debriefViews.ts';

export interface DebriefRouteDeps {
  readonly authenticate: Authenticate;
  readonly debriefs: DebriefDeps & DebriefTimesDeps & CloseDebriefDeps;
  readonly planning: PlanDebriefDeps;
}

const comment = z.string().trim().max(2_000).optional();
export const scoreBody = z.object({
  answers: z
    .array(
      z.object({
        item: z.string().min(1).max(80),
        value: z.union([z.number(), z.boolean(), z.string().max(255)]),
        comment,
      }),
    )
    .max(200),
});
const bookingBody = z.object({
  startsAt: z.iso.datetime({ offset: true }),
  /** The booked time that the page shows, if any. */
  replaces: z.iso.datetime({ offset: true }).optional(),
});
const timesQuery = z.object({ from: z.coerce.number().int().min(0).max(1_000).default(0) });
const closeBody = z.object({
  whatHappened: comment,
  nextTime: comment,
  /** In place of both scores, where the other person has left. */
  alone: z.object({ reason: z.string().trim().min(1, 'say why').max(500) }).optional(),
});
const planBody = z.object({
  reasonCode: z.string().max(80).optional(),
  note: z.string().trim().max(1_000).optional(),
});
const acknowledgementBody = z.object({ answer: comment });

/**
 * The paths of a debrief. Pages of former versions ask for those of interventions by the second one;
 * `details` in place of nothing keeps the first one apart from the lists of debriefs.
 */
export const debriefPaths = (part?: 'score' | 'times' | 'close' | 'acknowledge' | 'rating') => [
  `/api/debriefs/:debriefId/${part ?? 'details'}`,
  `/api/interventions/:debriefId/debrief${part ? `/${part}` : ''}`,
];

/**
 * Debriefs: rep and supervisor both score the call, the rep first; the rep confirms having read the
 * debrief, and the supervisor closes it.
 */
export const debriefRoutes =
  ({ authenticate, debriefs, planning }: DebriefRouteDeps): Routes =>
  (router) => {
    router.get('/api/debriefs/escalated', async (ctx) => {
      const person = await authenticate.known(ctx);
      const found = await escalatedDebriefs(debriefs, person);
      ctx.body = {
        debriefs: found.map(({ debriefId, rep, supervisor, customerName, dueOn }) => ({
          debriefId,
          interventionId: debriefId,
          rep: rep.name,
          supervisor: supervisor.name,
          customerName,
          dueOn,
        })),
      };
    });

    router.get('/api/debriefs/of-calls', async (ctx) => {
      const person = await authenticate.known(ctx);
      const found = await debriefsOfCalls(debriefs, person);
      ctx.body = { debriefs: found.map((one) => listedView(one)) };
    });

    router.post('/api/calls/:callId/debrief', async (ctx) => {
      const person = await authenticate(ctx);
      const given = valid(planBody, ctx.request.body ?? {});
      const callId = ctx.params.callId!;
      const planned = orRefuse(await planDebrief(planning, person, { callId, ...given }));
      ctx.status = 201;
      ctx.body = { debriefId: planned.debriefId, dueOn: planned.dueOn, about: aboutOf(planned) };
    });

    router.get(debriefPaths(), async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = debriefView(
        orRefuse(await showDebrief(debriefs, person, { debriefId: ctx.params.debriefId! })),
        person,
      );
    });

    router.post(debriefPaths('score'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const { answers } = valid(scoreBody, ctx.request.body);
      const debriefId = ctx.params.debriefId!;
      ctx.body = debriefView(
        orRefuse(await scoreCall(debriefs, person, { debriefId, answers })),
        person,
      );
    });

    router.get(debriefPaths('times'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const { from } = valid(timesQuery, ctx.query);
      const { debrief, times } = orRefuse(
        await debriefTimes(debriefs, person, { debriefId: ctx.params.debriefId! }),
      );
      ctx.body = { ...bookingView(debrief, person), ...shownTimes(times, from) };
    });

    router.post(debriefPaths('times'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const asked = valid(bookingBody, ctx.request.body);
      const debriefId = ctx.params.debriefId!;
      ctx.body = bookingView(
        orRefuse(await bookDebrief(debriefs, person, { debriefId, ...asked })),
        person,
      );
    });

    router.post(debriefPaths('close'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const { alone, ...notes } = valid(closeBody, ctx.request.body ?? {});
      const debriefId = ctx.params.debriefId!;
      orRefuse(
        alone
          ? await closeDebriefAlone(debriefs, person, { debriefId, ...alone })
          : await closeDebrief(debriefs, person, { debriefId, ...notesOf(notes) }),
      );
      ctx.status = 204;
    });

    router.post(debriefPaths('acknowledge'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const { answer } = valid(acknowledgementBody, ctx.request.body ?? {});
      const debriefId = ctx.params.debriefId!;
      ctx.body = debriefView(
        orRefuse(await acknowledgeScore(debriefs, person, { debriefId, answer })),
        person,
      );
    });
  };

/** What was taken from a debrief, as far as it is kept here. */
const notesOf = ({
  whatHappened,
  nextTime,
}: Pick<z.infer<typeof closeBody>, 'whatHappened' | 'nextTime'>) =>
  nextTime ? { notes: { nextTime, ...(whatHappened && { whatHappened }) } } : {};
