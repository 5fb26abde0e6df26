import { isPercent, NO_HOLD_OUT, type HoldOutPolicy } from '../../domain/holdout/assign.ts';
import type { HoldOutPolicies } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSettings } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;

interface HoldOutRecord {
  readonly Hold_Out_Percent__c: number | null;
}

/**
 * What percentage of suggestions an org holds out, from the record "Dealside Setting: Default";
 * none if the field is empty or its value is not a valid percentage.
 */
export function createHoldOutPolicies(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): HoldOutPolicies & Renewed {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the hold-out', async (crm) => {
        const setting = await readSettings<HoldOutRecord>(crm, ['Hold_Out_Percent__c']);
        return policyOf(setting?.Hold_Out_Percent__c);
      }),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: (orgId) => remembered.renew(orgId) };
}

const policyOf = (percent: number | null | undefined): HoldOutPolicy =>
  percent != null && isPercent(percent) ? { percent } : NO_HOLD_OUT;
