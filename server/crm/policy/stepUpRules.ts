import { DEFAULT_STEP_UP, type StepUpRule } from '../../domain/stepUp/pin.ts';
import { CrmUnavailable, type StepUpRules } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

const HOLDS_MS = 60_000;

type SettingRecord = Record<(typeof SETTINGS)[keyof StepUpRule]['field'], number | null>;

/** Where the admin sets each number, and within which bounds it is believed. */
const SETTINGS = {
  pinMinLength: { field: 'Pin_Minimum_Length__c', min: 4, max: 12 },
  pinAttempts: { field: 'Pin_Attempts__c', min: 3, max: 10 },
  pinLockMinutes: { field: 'Pin_Lock_Minutes__c', min: 1, max: 1_440 },
  pinHoldsMinutes: { field: 'Pin_Holds_Minutes__c', min: 1, max: 1_440 },
  passkeyHoldsMinutes: { field: 'Passkey_Holds_Minutes__c', min: 1, max: 60 },
} as const satisfies Record<keyof StepUpRule, { field: string; min: number; max: number }>;

/** What the admin asks of PINs and passkeys, from the record Dealside Setting: Default. What is not set is as we ship it. */
export function createStepUpRules(connectionTo: (orgId: string) => CrmConnection | undefined, now: () => number = Date.now): StepUpRules {
  const fields = Object.values(SETTINGS).map(({ field }) => field).join(', ');

  async function read(orgId: string): Promise<StepUpRule> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      const [setting] = await crm.query<SettingRecord>(`SELECT ${fields} FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'`);
      return ruleOf(setting);
    } catch (error) {
      if (error instanceof CrmUnavailable) throw error;
      throw new CrmUnavailable(`Salesforce could not be asked about the rule for PINs: ${(error as Error).message}`, { cause: error });
    }
  }

  const known = cachedFor(read, () => HOLDS_MS, now);
  return { of: known };
}

function ruleOf(setting: SettingRecord | undefined): StepUpRule {
  const rule = { ...DEFAULT_STEP_UP } as Record<keyof StepUpRule, number>;
  for (const name of Object.keys(SETTINGS) as (keyof StepUpRule)[]) {
    const { field, min, max } = SETTINGS[name];
    const set = setting?.[field];
    if (typeof set === 'number') rule[name] = Math.min(Math.max(set, min), max);
  }
  return rule;
}
