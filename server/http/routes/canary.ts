import type Router from '@koa/router';
import { runOnDemand, type Canaries } from '../../commands/runCanary.ts';
import { told, type CarrierTrust } from '../../domain/canary.ts';
import type { CanaryRun } from '../../ports.ts';
import { asAdmin, type AdminGate } from '../admins.ts';
import { granted } from '../errors.ts';

export interface CanaryRoutes extends AdminGate {
  readonly canaries: Canaries;
}

const SHOWN_RUNS = 50;

/** Whether whisper and barge can be trusted, and the runs of the canary that say so. */
export function canaryRoutes(router: Router, deps: CanaryRoutes): void {
  const { authenticate, canaries } = deps;

  router.get('/api/canary', async (ctx) => {
    await authenticate(ctx);
    const [trust, runs] = await Promise.all([canaries.runs.trust(), canaries.runs.recent(SHOWN_RUNS)]);
    ctx.body = { carrier: trustView(trust), runs: runs.map(runView) };
  });

  router.post('/api/canary', async (ctx) => {
    const admin = await asAdmin(ctx, deps, 'RunCanary');
    const { runId } = granted(await runOnDemand(canaries, admin));
    ctx.status = 202;
    ctx.body = { runId };
  });
}

function trustView(trust: CarrierTrust) {
  return trust.status === 'trusted' ? trust : { status: trust.status, since: trust.since, findings: trust.findings.map(told) };
}

const runView = ({ findings, ...run }: CanaryRun) => ({ ...run, ...(findings && { findings: findings.map((one) => ({ ...one, text: told(one) })) }) });
