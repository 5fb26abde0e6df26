import { recordRepPath } from '../../commands/supervision/recordRepPath.ts';
import { ownIntervention } from '../../commands/transact/forIntervention.ts';
import type { AudioCheckRuns, LatencyLedger, Store } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { latencyQuery, repPathBody, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface LatencyRouteDeps extends AdminGate {
  readonly latency: Pick<LatencyLedger, 'summary' | 'heard' | 'repPath' | 'addedDelay'>;
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'customerDelay'>;
  readonly store: Pick<Store, 'recordAudit' | 'findCallByIntervention' | 'loadCall'>;
}

const DAY_MS = 24 * 3_600_000;

/** How long joins and mode changes take, from the click to the first sound. */
export const latencyRoutes =
  (deps: LatencyRouteDeps): Routes =>
  (router) => {
    const { authenticate, latency, clock } = deps;

    router.get('/api/latency', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadLatency');
      const { days } = valid(latencyQuery, ctx.query);
      const since = new Date(Date.parse(clock.now()) - days * DAY_MS).toISOString();
      const [rows, addedDelay, customerDelay] = await Promise.all([
        latency.summary({ orgId, since }),
        latency.addedDelay({ orgId, since }),
        deps.audioCheckRuns.customerDelay(since),
      ]);
      ctx.body = { since, rows, addedDelay, customerDelay };
    });

    router.post('/api/calls/:callId/rep-path', async (ctx) => {
      const rep = await authenticate.session(ctx);
      const path = valid(repPathBody, ctx.request.body);
      orRefuse(await recordRepPath(deps, rep, { callId: ctx.params.callId!, ...path }));
      ctx.status = 204;
    });

    router.post('/api/interventions/:interventionId/heard', async (ctx) => {
      const at = clock.now();
      const person = await authenticate(ctx);
      const { interventionId } = orRefuse(
        await ownIntervention(deps, person, ctx.params.interventionId!),
      );
      await latency.heard(interventionId, at);
      ctx.status = 204;
    });
  };
