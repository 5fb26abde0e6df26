import { presentRun } from '../../commands/jobs/lostRun.ts';
import {
  beginSimulation,
  callsOfSimulation,
  type SimulatePolicyDeps,
} from '../../commands/policy/simulatePolicy.ts';
import { actEntry } from '../../commands/transact/auditEntries.ts';
import { refusal, type FaultValue } from '../../domain/call/refusals.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { validatePolicy } from '../../domain/policy/validate.ts';
import { versionOf } from '../../domain/policy/version.ts';
import type { PolicyHistory, PolicyCache, SimulationRun } from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { simulatedCallsQuery, simulationBody, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface SimulationRouteDeps extends AdminGate {
  readonly simulation: SimulatePolicyDeps;
  readonly policyCache: Pick<PolicyCache, 'inForce'>;
  readonly policyHistory: Pick<PolicyHistory, 'find'>;
}

/**
 * Simulations, for administrators. A run continues in the background; its resource has the
 * progress.
 */
export const simulationRoutes =
  (deps: SimulationRouteDeps): Routes =>
  (router) => {
    const { simulation, store, clock } = deps;
    const { simulations } = simulation;
    const found = async (orgId: string, simulationId: string): Promise<SimulationRun> => {
      const run = await simulations.find(orgId, simulationId);
      if (!run) throw new Refused(refusal('not_found', { wording: 'not_found.simulation' }));
      return presentRun(run, clock.now());
    };

    router.post('/api/policy/simulations', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'SimulatePolicy');
      const { policy, version, against, from, to, consent } = valid(
        simulationBody,
        ctx.request.body,
      );
      const before = await versionFor(deps, admin.orgId, against);
      const after = policy ? drafted(policy, before) : await versionFor(deps, admin.orgId, version);
      const run = orRefuse(
        await beginSimulation(simulation, admin, { before, after, from, to, assume: consent }),
      );
      ctx.status = 202;
      ctx.set('location', `/api/policy/simulations/${run.simulationId}`);
      ctx.body = runView(run);
    });

    router.get('/api/policy/simulations', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadSimulations');
      ctx.body = {
        simulations: (await simulations.list(orgId)).map((run) =>
          runView(presentRun(run, clock.now())),
        ),
      };
    });

    router.get('/api/policy/simulations/:simulationId', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadSimulations');
      ctx.body = runView(await found(orgId, ctx.params.simulationId!));
    });

    router.delete('/api/policy/simulations/:simulationId', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'CancelSimulation');
      const { simulationId } = await found(admin.orgId, ctx.params.simulationId!);
      if (await simulations.cancel(admin.orgId, simulationId, clock.now()))
        await store.recordAudit([
          actEntry(deps, admin, { action: 'SimulationCancelled', details: { simulationId } }),
        ]);
      ctx.status = 204;
    });

    router.get('/api/policy/simulations/:simulationId/calls', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadSimulations');
      const { afterAt, afterId } = valid(simulatedCallsQuery, ctx.query);
      const run = await found(orgId, ctx.params.simulationId!);
      ctx.body = await callsOfSimulation(
        simulation,
        run,
        afterAt && afterId ? { answeredAt: afterAt, callId: afterId } : undefined,
      );
    });
  };

async function versionFor(
  { policyCache, policyHistory }: SimulationRouteDeps,
  orgId: string,
  version?: string,
): Promise<Policy> {
  if (version === undefined) return policyCache.inForce(orgId);
  const known = await policyHistory.find(orgId, version);
  if (!known) throw new Refused(refusal('not_found', { wording: 'not_found.policy_version' }));
  return known;
}

/** A draft has rules and days off; for how long something is kept stays as it is. */
function drafted(draft: { rules: unknown[]; holidays: unknown[] }, { retention }: Policy): Policy {
  const checked = validatePolicy({ ...draft, version: `draft-${versionOf(draft)}` });
  if ('policy' in checked) return { ...checked.policy, ...(retention && { retention }) };
  const fault: FaultValue = { kind: 'fault', ...checked.faults[0]! };
  const more = checked.faults.length - 1;
  throw new Refused(
    refusal(
      'policy_invalid',
      more > 0
        ? { wording: 'policy_invalid.faults', values: { fault, more } }
        : { wording: 'policy_invalid.fault', values: { fault } },
    ),
  );
}

const runView = ({
  simulationId,
  status,
  done,
  total,
  from,
  to,
  askedAt,
  updatedAt,
  before,
  after,
  result,
  problem,
}: SimulationRun) => ({
  simulationId,
  status,
  done,
  total,
  progress: total === 0 ? 1 : done / total,
  from,
  to,
  askedAt,
  updatedAt,
  before: before.version,
  after: after.version,
  result,
  problem,
});
