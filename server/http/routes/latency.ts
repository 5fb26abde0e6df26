import type Router from '@koa/router';
import { ownIntervention } from '../../commands/transact/forIntervention.ts';
import type { LatencyLedger, Store } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { orRefuse } from '../errors.ts';
import { latencyQuery, valid } from '../schemas.ts';

export interface LatencyRouteDeps extends AdminGate {
  readonly latency: LatencyLedger;
  readonly store: Store;
}

const DAY_MS = 24 * 3_600_000;

/** Times of joins and mode changes, from the click to the first sound. */
export function latencyRoutes(router: Router, deps: LatencyRouteDeps): void {
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
    const { interventionId } = orRefuse(await ownIntervention(deps, person, ctx.params.interventionId!));
    await latency.heard(interventionId, at);
    ctx.status = 204;
  });
}
