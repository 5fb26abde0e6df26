import type Router from '@koa/router';
import { interventionOf } from '../../domain/call.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Clock, LatencyLedger, Store } from '../../ports.ts';
import type { Authenticate } from '../authenticate.ts';
import { Refused } from '../errors.ts';
import { latencyQuery, valid } from '../schemas.ts';

export interface LatencyRoutes {
  readonly authenticate: Authenticate;
  readonly latency: LatencyLedger;
  readonly store: Store;
  readonly clock: Clock;
}

const DAY_MS = 24 * 3_600_000;

/** How long joins and switches take, from the click to the ear. */
export function latencyRoutes(router: Router, { authenticate, latency, store, clock }: LatencyRoutes): void {
  router.get('/api/latency', async (ctx) => {
    const { orgId, roles } = await authenticate(ctx);
    if (!roles.includes('admin')) throw new Refused(refusal('not_an_admin'));
    const { days } = valid(latencyQuery, ctx.query);
    const since = new Date(Date.parse(clock.now()) - days * DAY_MS).toISOString();
    ctx.body = { since, rows: await latency.summary({ orgId, since }) };
  });

  router.post('/api/interventions/:interventionId/heard', async (ctx) => {
    const at = clock.now();
    const person = await authenticate(ctx);
    const interventionId = ctx.params.interventionId!;
    const call = await store.findCallByIntervention(interventionId);
    if (!call || call.orgId !== person.orgId) throw new Refused(refusal('intervention_not_found'));
    if (interventionOf(call, interventionId)?.supervisor.userId !== person.userId) throw new Refused(refusal('not_your_intervention'));
    await latency.heard(interventionId, at);
    ctx.status = 204;
  });
}
