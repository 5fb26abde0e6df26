import { z } from 'zod';
import { readFirstDays, type FirstDaysDeps } from '../../commands/outcomes/readCoaching.ts';
import {
  debriefsToRate,
  rateCoaching,
  type RateCoachingDeps,
} from '../../commands/supervision/rateCoaching.ts';
import {
  decideTrainingSignal,
  trainingSignalsFor,
  type ShownSignal,
  type TrainingDeps,
} from '../../commands/supervision/trainingSignals.ts';
import type { Person } from '../../domain/call/people.ts';
import { outcomesScope } from '../../domain/outcomes/scope.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { ratingsFor } from '../../domain/supervision/coachingRating.ts';
import { holderOf, type Debrief } from '../../domain/supervision/debrief.ts';
import { labelIn, type Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { debriefPaths } from './debriefs.ts';

export interface CoachingRouteDeps {
  readonly authenticate: Authenticate;
  readonly rating: RateCoachingDeps;
  readonly training: TrainingDeps;
  readonly reading: FirstDaysDeps;
}

const ratingBody = z.object({
  value: z.number().int().min(1).max(5),
  comment: z.string().trim().max(500).optional(),
});
const decisionBody = z.object({
  status: z.enum(['planned', 'dismissed']),
  note: z.string().trim().min(1, 'say why').max(500),
});

/** What follows debriefs: ratings, training signals, and how reps progress. */
export const coachingRoutes =
  ({ authenticate, rating, training, reading }: CoachingRouteDeps): Routes =>
  (router) => {
    router.get('/api/debriefs/to-rate', async (ctx) => {
      const person = await authenticate.known(ctx);
      const debriefs = await debriefsToRate(rating, person);
      ctx.body = { debriefs: debriefs.map((debrief) => ratingView(debrief, person)) };
    });

    router.post(debriefPaths('rating'), async (ctx) => {
      const person = await authenticate.known(ctx);
      const { value, comment } = valid(ratingBody, ctx.request.body);
      const given = { debriefId: ctx.params.debriefId!, value, ...(comment && { comment }) };
      ctx.body = ratingView(orRefuse(await rateCoaching(rating, person, given)), person);
    });

    router.get('/api/training-signals', async (ctx) => {
      const person = await authenticate(ctx);
      const policy = await training.policies.inForce(person.orgId);
      const vocabulary = vocabularyOf(policy);
      const signals = await trainingSignalsFor(training, person);
      ctx.body = {
        signals: signals.map((one) => signalView(one, vocabulary, person)),
        mayReadFirstDays: outcomesScope(policy, person) !== 'nobody',
      };
    });

    router.post('/api/training-signals/:signalId/decision', async (ctx) => {
      const person = await authenticate(ctx);
      const given = valid(decisionBody, ctx.request.body);
      const signalId = ctx.params.signalId!;
      const decided = orRefuse(
        await decideTrainingSignal(training, person, { signalId, ...given }),
      );
      const vocabulary = vocabularyOf(await training.policies.inForce(person.orgId));
      ctx.body = signalView(decided, vocabulary, person);
    });

    router.get('/api/coaching/first-days', async (ctx) => {
      const person = await authenticate(ctx);
      ctx.body = orRefuse(await readFirstDays(reading, person));
    });
  };

/** Includes the other person's rating only after this person has given theirs. */
function ratingView(debrief: Debrief, { userId }: Person) {
  const { debriefId, rep, supervisor, customerName, progress } = debrief;
  const you = holderOf(debrief, userId) ?? 'rep';
  return {
    debriefId,
    interventionId: debriefId,
    you,
    rep: rep.name,
    supervisor: supervisor.name,
    customerName,
    closedAt: progress.closedAt,
    ratings: ratingsFor(progress, you),
  };
}

const signalView = (
  { signal, manager, reps, behind }: ShownSignal,
  { reasons }: Vocabulary,
  { locale }: Person,
) => ({
  signalId: signal.signalId,
  reason: labelIn(reasons, signal.reasonCode, locale),
  raisedAt: signal.raisedAt,
  manager,
  reps,
  calls: behind.calls,
  total: behind.total,
  decision: signal.decision && {
    status: signal.decision.status,
    note: signal.decision.note,
    by: signal.decision.by.name,
    at: signal.decision.at,
  },
});
