import { createWordsSettings } from '../crm/policy/alertRuleRecords.ts';
import { createDialingPolicies } from '../crm/policy/dialingPolicies.ts';
import { createEmployeeNotices } from '../crm/policy/employeeNotices.ts';
import { createHoldOutPolicies } from '../crm/policy/holdOutPolicies.ts';
import type { ConnectedOrgs } from '../crm/session/orgs.ts';
import type { ComposedCarrier } from './carrier.ts';
import type { CrmRounds } from './crmRounds.ts';

/** The settings of orgs that both roles read. The rounds of the CRM read each of them again. */
export function composeSettings(
  { connectionTo }: ConnectedOrgs,
  { numbersOf }: ComposedCarrier,
  crmRounds: CrmRounds,
) {
  const dialing = createDialingPolicies(connectionTo, numbersOf);
  const holdOutPolicies = createHoldOutPolicies(connectionTo);
  const employeeNotices = createEmployeeNotices(connectionTo);
  const wordsSettings = createWordsSettings(connectionTo);
  for (const settings of [dialing, holdOutPolicies, employeeNotices, wordsSettings])
    crmRounds.join((orgId) => settings.renew(orgId));
  return { dialing, holdOutPolicies, employeeNotices, wordsSettings };
}
