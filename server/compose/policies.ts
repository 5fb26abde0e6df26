import {
  createPolicyKeeper,
  type PolicyKeeperDeps,
  type RunningPolicyKeeper,
} from '../commands/policy/policyKeeper.ts';

/**
 * The policy in force for each org, read at startup. If the CRM does not answer, the last known
 * policy is used.
 */
export async function composePolicies(
  deps: PolicyKeeperDeps,
  orgIds: readonly string[],
): Promise<RunningPolicyKeeper> {
  const policies = createPolicyKeeper(deps);
  await Promise.all(
    orgIds.map((orgId) =>
      policies.refresh(orgId).catch(async (fault) => {
        deps.log.warn({ orgId, fault: String(fault) }, 'policy not read from the CRM');
        await policies.recall(orgId);
      }),
    ),
  );
  return policies;
}
