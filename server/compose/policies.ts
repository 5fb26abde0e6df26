import {
  createPolicyCache,
  type PolicyCacheDeps,
  type RunningPolicyCache,
} from '../commands/policy/policyCache.ts';

/**
 * The policy in force for each org, read at startup. If the CRM does not answer, the last known
 * policy is used.
 */
export async function composePolicies(
  deps: PolicyCacheDeps,
  orgIds: readonly string[],
): Promise<RunningPolicyCache> {
  const policies = createPolicyCache(deps);
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
