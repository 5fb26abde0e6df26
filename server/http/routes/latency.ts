import { ownIntervention } from '../../commands/transact/forIntervention.ts';
import { interventionOf } from '../../domain/call/call.ts';
import { isCovert } from '../../domain/call/covert.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { AudioCheckRuns, LatencyLedger, Store } from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
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
      const { orgId, userId } = await authenticate.session(ctx);
      const { interventionId, before, after } = valid(repPathBody, ctx.request.body);
      const call = await deps.store.loadCall(ctx.params.callId!);
      if (!call || call.orgId !== orgId || call.rep.userId !== userId)
        throw new Refused(refusal('call_not_found'));
      // A rep must not find out here whether somebody is monitoring covertly.
      const intervention = interventionOf(call, interventionId);
      if (intervention && !isCovert(intervention))
        await latency.repPath(interventionId, { before, after });
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
