import type { GroupKind } from '../../domain/call/people.ts';
import { consentOnFile } from '../../domain/consent/onFile.ts';
import { validatePolicy } from '../../domain/policy/validate.ts';
import { versionOf } from '../../domain/policy/version.ts';
import { CrmUnavailable, type PolicyReading } from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { overrideOf, type ConsentDefaults } from './jurisdictions.ts';
import { readJurisdictions, readLimits } from './orgRecords.ts';
import {
  ADDED_RULE_FIELDS,
  inRecordTerms,
  policyOf,
  RULE_FIELDS,
  type FindGroup,
  type HolidayRecord,
  type RuleRecord,
} from './policyRecords.ts';
import { readOrgVocabulary } from './vocabularyRecords.ts';

interface GroupRow {
  Id: string;
  DeveloperName: string;
  Name: string;
  Type?: string;
}

/** The name that stands for the groups that supervisor and rep have in common. */
const SHARED = 'shared';

/**
 * The query for groups of a kind by developer name. Skills need no query, because a skill is
 * identified by its name.
 */
const GROUP_QUERY: Partial<Record<GroupKind, (names: readonly string[]) => string>> = {
  team: (names) =>
    'SELECT Id, DeveloperName, Name, Type FROM Group ' +
    `WHERE Type = 'Regular' AND DeveloperName IN ${asList(names)}`,
  queue: (names) =>
    'SELECT Id, DeveloperName, Name, Type FROM Group ' +
    `WHERE Type = 'Queue' AND DeveloperName IN ${asList(names)}`,
  territory: (names) =>
    'SELECT Id, DeveloperName, Name FROM Territory2 ' +
    `WHERE Territory2Model.State = 'Active' AND DeveloperName IN ${asList(names)}`,
};

/**
 * Reads an org's policy, with its vocabulary, its statements about consent and for how long it keeps
 * what was said, from custom metadata. Returns its version with either the policy or all faults of
 * its records. Throws CrmUnavailable if any query fails.
 */
export async function readPolicy(
  crm: CrmConnection,
  consentDefaults: ConsentDefaults = { disclosedElsewhere: false },
): Promise<PolicyReading> {
  try {
    const [rules, holidays, words, jurisdictions, limits] = await Promise.all([
      readRules(crm),
      crm.query<HolidayRecord>('SELECT Calendar__c, Date__c FROM Dealside_Holiday__mdt'),
      readOrgVocabulary(crm),
      readJurisdictions(crm),
      readLimits(crm),
    ]);
    const { content: granting, faults: recordFaults } = policyOf(
      rules,
      holidays,
      await groupsNamedIn(crm, rules),
    );
    const transcripts = limits?.Keep_Transcripts_Days__c ?? undefined;
    const content = {
      ...granting,
      ...(transcripts !== undefined && { retention: { transcripts } }),
      vocabulary: words.vocabulary,
      consent: consentOnFile({ ...consentDefaults, overrides: jurisdictions.map(overrideOf) }),
    };
    const version = versionOf(content);
    const checked = validatePolicy({ version, ...content });
    const faults = [
      ...recordFaults,
      ...words.faults,
      ...('faults' in checked ? checked.faults.map(inRecordTerms) : []),
    ];
    return faults.length > 0 || 'faults' in checked
      ? { version, faults }
      : { version, policy: checked.policy };
  } catch (error) {
    throw error instanceof CrmUnavailable
      ? error
      : new CrmUnavailable(
          `the policy could not be read from Salesforce: ${(error as Error).message}`,
          { cause: error },
        );
  }
}

async function readRules(crm: CrmConnection): Promise<readonly RuleRecord[]> {
  const select = (fields: readonly string[]): Promise<RuleRecord[]> =>
    crm.query<RuleRecord>(`SELECT ${fields.join(', ')} FROM Dealside_Policy_Rule__mdt`);
  try {
    return await select(RULE_FIELDS);
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode !== 'INVALID_FIELD') throw error;
    return select(RULE_FIELDS.filter((field) => !ADDED_RULE_FIELDS.includes(field)));
  }
}

async function groupsNamedIn(crm: CrmConnection, rules: readonly RuleRecord[]): Promise<FindGroup> {
  const found = new Map<string, GroupRow[]>();
  const finding = Object.entries(GROUP_QUERY).map(async ([kind, query]) => {
    const names = rules
      .filter(
        (rule) =>
          rule.Active__c === true && rule.On_Whom__c === kind && typeof rule.Groups__c === 'string',
      )
      .flatMap((rule) =>
        String(rule.Groups__c)
          .split(';')
          .map((name) => name.trim()),
      )
      .filter((name) => name !== SHARED);
    if (names.length > 0) found.set(kind, await crm.query<GroupRow>(query([...new Set(names)])));
  });
  await Promise.all(finding);
  return (kind, name) => {
    if (kind === 'skill') return { groupId: name, name };
    const row = found.get(kind)?.find(({ DeveloperName }) => DeveloperName === name);
    return row && { groupId: row.Id, name: row.Name };
  };
}
