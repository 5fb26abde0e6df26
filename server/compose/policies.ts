import {
  createPolicyKeeper,
  type PolicyKeeperDeps,
  type RunningPolicyKeeper,
} from '../commands/policy/policyKeeper.ts';
import { everyMs, warning } from '../everyMs.ts';
import type { Closing } from './closing.ts';

const REFRESH_EVERY_MS = 30_000;

/**
 * The policy in force for each org: read now, and again in rounds. While the CRM does not answer,
 * the last one known is recalled.
 */
export async function composePolicies(
  deps: PolicyKeeperDeps,
  orgIds: readonly string[],
): Promise<{ policies: RunningPolicyKeeper; closing: Closing }> {
  const policies = createPolicyKeeper(deps);
  const refreshAll = async (): Promise<void> => {
    await Promise.all(
      orgIds.map((orgId) =>
        policies.refresh(orgId).catch(async (fault) => {
          deps.log.warn({ orgId, fault: String(fault) }, 'policy not read from the CRM');
          await policies.recall(orgId);
        }),
      ),
    );
  };
  await refreshAll();
  const rounds = everyMs(
    REFRESH_EVERY_MS,
    refreshAll,
    warning(deps.log, 'round over policies failed'),
  );
  return { policies, closing: [() => rounds.stop()] };
}
