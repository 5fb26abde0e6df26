import { DEFAULT_STEP_UP, type StepUpRule } from '../../domain/stepUp/pin.ts';
import type { StepUpRules } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSetting, type SettingRecord } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;

/** The field of each number, and the bounds to which its value is clamped. */
const SETTINGS = {
  pinMinLength: { field: 'Pin_Minimum_Length__c', min: 4, max: 12 },
  pinAttempts: { field: 'Pin_Attempts__c', min: 3, max: 10 },
  pinLockMinutes: { field: 'Pin_Lock_Minutes__c', min: 1, max: 1_440 },
  pinHoldsMinutes: { field: 'Pin_Holds_Minutes__c', min: 1, max: 1_440 },
  passkeyHoldsMinutes: { field: 'Passkey_Holds_Minutes__c', min: 1, max: 60 },
} as const satisfies Record<keyof StepUpRule, { field: string; min: number; max: number }>;

/**
 * The org's rules for PINs and passkeys, read from the custom metadata record "Dealside Setting:
 * Default" and served from memory. An empty field gets its value from `DEFAULT_STEP_UP`. Rejects
 * with CrmUnavailable until the record has been read.
 */
export function createStepUpRules(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): StepUpRules & Renewed {
  const rules = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the rules for PINs and passkeys', async (crm) =>
        ruleOf(await readSetting(crm)),
      ),
    TTL_MS,
    now,
  );
  return { of: rules, renew: (orgId) => rules.renew(orgId) };
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
