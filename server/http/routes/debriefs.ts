import { z } from 'zod';
import {
  acknowledgeScore,
  closeDebrief,
  escalatedDebriefs,
  scoreCall,
  showDebrief,
  type DebriefDeps,
  type ShownDebrief,
} from '../../commands/supervision/debriefs.ts';
import {
  bookDebrief,
  debriefTimes,
  type DebriefTimes,
  type DebriefTimesDeps,
} from '../../commands/supervision/debriefTimes.ts';
import type { Person } from '../../domain/call/people.ts';
import { ratingsFor } from '../../domain/supervision/coachingRating.ts';
import { stageOf, type Debrief } from '../../domain/supervision/debrief.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { momentsFor } from '../views/helpViews.ts';

export interface DebriefRouteDeps {
  readonly authenticate: Authenticate;
  readonly debriefs: DebriefDeps & DebriefTimesDeps;
}

/** How many free times are proposed at once. */
const SHOWN = 3;

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
const acknowledgementBody = z.object({ answer: comment });

/**
 * Debriefs: rep and supervisor both score the call, the rep first; the rep confirms having read the
 * debrief, and the supervisor closes it.
 */
export const debriefRoutes =
  ({ authenticate, debriefs }: DebriefRouteDeps): Routes =>
  (router) => {
    router.get('/api/debriefs/escalated', async (ctx) => {
      const person = await authenticate.known(ctx);
      const found = await escalatedDebriefs(debriefs, person);
      ctx.body = {
        debriefs: found.map(({ interventionId, rep, supervisor, customerName, dueOn }) => ({
          interventionId,
          rep: rep.name,
          supervisor: supervisor.name,
          customerName,
          dueOn,
        })),
      };
    });

    router.get('/api/interventions/:interventionId/debrief', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = view(
        orRefuse(
          await showDebrief(debriefs, person, { interventionId: ctx.params.interventionId! }),
        ),
        person,
      );
    });

    router.post('/api/interventions/:interventionId/debrief/score', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { answers } = valid(scoreBody, ctx.request.body);
      const interventionId = ctx.params.interventionId!;
      ctx.body = view(
        orRefuse(await scoreCall(debriefs, person, { interventionId, answers })),
        person,
      );
    });

    router.get('/api/interventions/:interventionId/debrief/times', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { from } = valid(timesQuery, ctx.query);
      const { debrief, times } = orRefuse(
        await debriefTimes(debriefs, person, { interventionId: ctx.params.interventionId! }),
      );
      ctx.body = { ...bookingView(debrief, person), ...shownTimes(times, from) };
    });

    router.post('/api/interventions/:interventionId/debrief/times', async (ctx) => {
      const person = await authenticate.known(ctx);
      const asked = valid(bookingBody, ctx.request.body);
      const interventionId = ctx.params.interventionId!;
      ctx.body = bookingView(
        orRefuse(await bookDebrief(debriefs, person, { interventionId, ...asked })),
        person,
      );
    });

    router.post('/api/interventions/:interventionId/debrief/close', async (ctx) => {
      const person = await authenticate.known(ctx);
      orRefuse(
        await closeDebrief(debriefs, person, { interventionId: ctx.params.interventionId! }),
      );
      ctx.status = 204;
    });

    router.post('/api/interventions/:interventionId/debrief/acknowledge', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { answer } = valid(acknowledgementBody, ctx.request.body ?? {});
      const interventionId = ctx.params.interventionId!;
      ctx.body = view(
        orRefuse(await acknowledgeScore(debriefs, person, { interventionId, answer })),
        person,
      );
    });
  };

const bookingView = ({ rep, supervisor, progress }: Debrief, { userId }: Person) => ({
  you: userId === rep.userId ? 'rep' : 'supervisor',
  rep: rep.name,
  supervisor: supervisor.name,
  booking: progress.booking,
});

function shownTimes(times: DebriefTimes, from: number) {
  if (times.status !== 'proposed') return times;
  const { slots, ...others } = times;
  return {
    ...others,
    slots: slots.slice(from, from + SHOWN),
    areMore: slots.length > from + SHOWN,
  };
}

/** Neither the supervisor nor the rep sees the other's score before giving their own. */
function view(
  { debrief, items, call, watch, zones, dueAt, isOverdue, mayRate }: ShownDebrief,
  person: Person,
) {
  const { progress, rep, supervisor } = debrief;
  const isRep = person.userId === rep.userId;
  const isGerman = languageOf(person.locale) === 'de';
  const areBothGiven = progress.selfScore && progress.supervisorScore;
  return {
    interventionId: debrief.interventionId,
    callId: debrief.callId,
    isTranscribed: call?.transcribes === true,
    stage: stageOf(progress),
    you: isRep ? 'rep' : 'supervisor',
    rep: rep.name,
    supervisor: supervisor.name,
    customerName: debrief.customerName,
    items: items.map(({ germanLabel, label, ...item }) => ({
      ...item,
      label: (isGerman && germanLabel) || label,
    })),
    selfScore: isRep || areBothGiven ? progress.selfScore : undefined,
    supervisorScore: areBothGiven ? progress.supervisorScore : undefined,
    acknowledged: progress.acknowledged,
    booking: progress.booking,
    zones,
    isClosed: progress.closedAt !== undefined,
    ratings: ratingsFor(progress, isRep ? 'rep' : 'supervisor'),
    mayRate,
    dueAt,
    isOverdue,
    isEscalated: isOverdue && debrief.escalatedTo !== undefined,
    watch,
    startedAt: call && (call.status === 'ringing' ? call.startedAt : call.answeredAt),
    modes: call?.interventions.find(
      ({ interventionId }) => interventionId === debrief.interventionId,
    )?.modeHistory,
    moments: call && momentsFor(call, person),
  };
}
