import { DEFAULT_STEP_UP, type StepUpRule } from '../../domain/stepUp/pin.ts';
import { CrmUnavailable, type StepUpRules } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

const TTL_MS = 60_000;

type SettingRecord = Record<(typeof SETTINGS)[keyof StepUpRule]['field'], number | null>;

/** The field for each number, and the bounds to which its value is clamped. */
const SETTINGS = {
  pinMinLength: { field: 'Pin_Minimum_Length__c', min: 4, max: 12 },
  pinAttempts: { field: 'Pin_Attempts__c', min: 3, max: 10 },
  pinLockMinutes: { field: 'Pin_Lock_Minutes__c', min: 1, max: 1_440 },
  pinHoldsMinutes: { field: 'Pin_Holds_Minutes__c', min: 1, max: 1_440 },
  passkeyHoldsMinutes: { field: 'Passkey_Holds_Minutes__c', min: 1, max: 60 },
} as const satisfies Record<keyof StepUpRule, { field: string; min: number; max: number }>;

/**
 * The org's rules for PINs and passkeys, from the custom metadata record "Dealside Setting:
 * Default", cached for a minute. A field that is empty has the value of `DEFAULT_STEP_UP`. Rejects
 * with CrmUnavailable.
 */
export function createStepUpRules(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): StepUpRules {
  const fields = Object.values(SETTINGS)
    .map(({ field }) => field)
    .join(', ');

  async function read(orgId: string): Promise<StepUpRule> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      const [setting] = await crm.query<SettingRecord>(
        `SELECT ${fields} FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'`,
      );
      return ruleOf(setting);
    } catch (error) {
      if (error instanceof CrmUnavailable) throw error;
      throw new CrmUnavailable(
        `the rules for PINs and passkeys could not be read from Salesforce: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  const cached = cachedFor(read, () => TTL_MS, now);
  return { of: cached };
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
