import type { RunningPolicyCache } from '../commands/policy/policyCache.ts';
import type { ConnectedOrgs } from '../crm/session/orgs.ts';
import { crmAge, staleSince, type CrmAge } from '../domain/call/ageLimits.ts';
import type { Person } from '../domain/call/people.ts';
import type { Clock } from '../ports/index.ts';

export interface CrmAgeDeps {
  readonly crm: {
    readonly rounds: Pick<ConnectedOrgs['rounds'], 'isAway'>;
    readonly directory: Pick<ConnectedOrgs['directory'], 'known'>;
    readonly ageLimits: Pick<ConnectedOrgs['ageLimits'], 'of'>;
  };
  readonly policies: Pick<RunningPolicyCache, 'isAway' | 'standing'>;
  readonly clock: Clock;
}

/**
 * What a person's pages say of the CRM: joins are decided by what was read of the person and by the
 * policy, so the older of both counts. By a policy that was never read, nothing is granted.
 */
export const crmAgeOf =
  ({ crm, policies, clock }: CrmAgeDeps) =>
  (person: Person): CrmAge | undefined => {
    const { orgId, userId } = person;
    if (!crm.rounds.isAway(orgId) && !policies.isAway(orgId)) return undefined;
    const { asOf } = crm.directory.known(orgId, userId) ?? person;
    const { readAt } = policies.standing(orgId);
    const limits = crm.ageLimits.of(orgId);
    if (readAt === undefined) return staleSince(asOf, limits);
    return crmAge(readAt < asOf ? readAt : asOf, clock.now(), limits);
  };
