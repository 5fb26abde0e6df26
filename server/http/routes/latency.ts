import { ownIntervention } from '../../commands/transact/forIntervention.ts';
import type { LatencyLedger, Store } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { orRefuse } from '../errors.ts';
import { latencyQuery, valid } from '../schemas.ts';
import type { Routes } from '../routes.ts';

export interface LatencyRouteDeps extends AdminGate {
  readonly latency: Pick<LatencyLedger, 'summary' | 'heard'>;
  readonly store: Pick<Store, 'recordAudit' | 'findCallByIntervention'>;
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
      ctx.body = { since, rows: await latency.summary({ orgId, since }) };
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
