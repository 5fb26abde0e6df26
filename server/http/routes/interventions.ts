import { provePin, type PinDeps } from '../../commands/stepUp/pin.ts';
import {
  acknowledgeNotice,
  type AcknowledgeNoticeDeps,
} from '../../commands/supervision/acknowledgeNotice.ts';
import { changeMode, type ChangeModeDeps } from '../../commands/supervision/changeMode.ts';
import { giveOutcome, type GiveOutcomeDeps } from '../../commands/supervision/giveOutcome.ts';
import {
  lateOutcomesBelow,
  type LateOutcomeDeps,
} from '../../commands/supervision/lateOutcomes.ts';
import { leaveCall } from '../../commands/supervision/leaveCall.ts';
import { renewLease, type RenewLeaseDeps } from '../../commands/supervision/renewLease.ts';
import { requestFloor, releaseFloor } from '../../commands/supervision/requestFloor.ts';
import { stepDownWhenQuiet, type StepDownDeps } from '../../commands/supervision/stepDown.ts';
import type { InterventionResult } from '../../commands/transact/forIntervention.ts';
import { isSilent } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { readerOf } from '../../domain/texts/texts.ts';
import type { BargeHabits, Store } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import { asksForSilence } from '../limits.ts';
import type { Routes } from '../routes.ts';
import { changeModeBody, leaveBody, outcomeBody, presenceBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { interventionsDue } from '../views/dueOutcomeViews.ts';
import { interventionView } from '../views/presenters.ts';

export interface InterventionRouteDeps {
  readonly authenticate: Authenticate;
  readonly store: Pick<Store, 'findCalls'>;
  readonly supervision: ChangeModeDeps;
  readonly outcomes: GiveOutcomeDeps;
  readonly notices: AcknowledgeNoticeDeps;
  readonly leases: RenewLeaseDeps;
  readonly pin: PinDeps;
  /** Decides when a missing outcome is late. */
  readonly late: LateOutcomeDeps;
  /** Barge habits of supervisors, and the step down after a supervisor has been quiet. */
  readonly coaching: { readonly habits: BargeHabits; readonly quiet: StepDownDeps };
}

const HABIT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Interventions: mode, floor, presence, leaving and outcome, for their own supervisor. */
export const interventionRoutes =
  (deps: InterventionRouteDeps): Routes =>
  (router) => {
    for (const routes of [ownListRoutes, onCallRoutes, afterwardsRoutes]) routes(deps)(router);
  };

/** A supervisor's interventions. */
const ownListRoutes =
  (deps: InterventionRouteDeps): Routes =>
  (router) => {
    const { authenticate, store, supervision } = deps;

    router.get('/api/interventions', async (ctx) => {
      const person = await authenticate.known(ctx);
      const calls = await store.findCalls({ orgId: person.orgId, outcomeDueBy: person.userId });
      ctx.body = {
        interventions: interventionsDue(calls, person, deps.late.coachingRules.of(person.orgId)),
      };
    });

    router.get('/api/interventions/late', async (ctx) => {
      const person = await authenticate(ctx);
      ctx.body = await lateOutcomesBelow(deps.late, person);
    });

    router.get('/api/me/barges', async (ctx) => {
      const person = await authenticate.known(ctx);
      const since = new Date(
        Date.parse(supervision.clock.now()) - HABIT_DAYS * DAY_MS,
      ).toISOString();
      ctx.body = { ...(await deps.coaching.habits.since(person, since)), days: HABIT_DAYS };
    });
  };

/** What a supervisor does while on a call. */
const onCallRoutes =
  (deps: InterventionRouteDeps): Routes =>
  (router) => {
    const { authenticate, supervision } = deps;

    router.post('/api/interventions/:interventionId/mode', async (ctx) => {
      const person = asksForSilence(ctx)
        ? await authenticate.ofIntervention(ctx, ctx.params.interventionId!)
        : await authenticate(ctx);
      const { pin, ...body } = valid(changeModeBody, ctx.request.body);
      if (pin && !isSilent(body.mode)) orRefuse(await provePin(deps.pin, person, { pin }));
      const changed = await changeMode(supervision, person, {
        ...body,
        interventionId: ctx.params.interventionId!,
      });
      ctx.status = 202;
      ctx.body = shown(changed, person);
    });

    router.put('/api/interventions/:interventionId/floor', async (ctx) => {
      const person = await authenticate(ctx);
      ctx.body = shown(
        await requestFloor(supervision, person, { interventionId: ctx.params.interventionId! }),
        person,
      );
    });

    router.delete('/api/interventions/:interventionId/floor', async (ctx) => {
      const person = await authenticate.ofIntervention(ctx, ctx.params.interventionId!);
      ctx.body = shown(
        await releaseFloor(supervision, person, { interventionId: ctx.params.interventionId! }),
        person,
      );
    });

    router.post('/api/interventions/:interventionId/presence', async (ctx) => {
      const person = await authenticate.ofIntervention(ctx, ctx.params.interventionId!);
      const { quietMs } = valid(presenceBody, ctx.request.body ?? {});
      const interventionId = ctx.params.interventionId!;
      orRefuse(await renewLease(deps.leases, person, { interventionId }));
      if (quietMs !== undefined)
        await stepDownWhenQuiet(deps.coaching.quiet, person, { interventionId, quietMs });
      ctx.status = 204;
    });

    router.post('/api/interventions/:interventionId/leave', async (ctx) => {
      const person = await authenticate.ofIntervention(ctx, ctx.params.interventionId!);
      const { movingTo } = valid(leaveBody, ctx.request.body ?? {});
      const left = await leaveCall(supervision, person, {
        interventionId: ctx.params.interventionId!,
        movingTo,
      });
      ctx.status = 202;
      ctx.body = shown(left, person);
    });
  };

/** What is said of an intervention, by its supervisor and the rep. */
const afterwardsRoutes =
  (deps: InterventionRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.post('/api/interventions/:interventionId/outcome', async (ctx) => {
      const person = await authenticate.known(ctx);
      const body = valid(outcomeBody, ctx.request.body);
      const judged = await giveOutcome(deps.outcomes, person, {
        ...body,
        interventionId: ctx.params.interventionId!,
      });
      ctx.body = shown(judged, person);
    });

    router.post('/api/notices/:noticeId/acknowledge', async (ctx) => {
      const person = await authenticate.known(ctx);
      orRefuse(await acknowledgeNotice(deps.notices, person, { noticeId: ctx.params.noticeId! }));
      ctx.status = 204;
    });
  };

function shown(result: InterventionResult, person: Person) {
  const { call, intervention } = orRefuse(result);
  return { intervention: interventionView(call, intervention, readerOf(person)) };
}
