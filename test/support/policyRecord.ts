import type { RuleRecord } from '../../server/crm/policy/policyRecords.ts';
import { RULE_FIELDS } from '../../server/crm/policy/policyRecords.ts';

/** A record of a rule by which managers monitor their reports; `facts` replace its fields. */
export const ruleRecord = (facts: Partial<RuleRecord> = {}): RuleRecord => ({
  ...Object.fromEntries(RULE_FIELDS.map((field) => [field, null])),
  DeveloperName: 'Managers',
  Active__c: true,
  Order__c: 10,
  Role__c: 'supervisor',
  Monitor__c: true,
  On_Whom__c: 'own_reports',
  Banner__c: true,
  ...facts,
});
