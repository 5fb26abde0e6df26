import { DEFAULT_AGE_LIMITS, type AgeLimits } from '../../domain/call/ageLimits.ts';
import type { CrmConnection } from '../session/connection.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { readFrom } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;
const MINUTE_MS = 60_000;
const MAX_GRANTING_MINUTES = 60;
const MAX_GOING_ON_MINUTES = 480;

interface AgeRecord {
  readonly Data_Age_Minutes__c: number | null;
  readonly Away_Minutes__c: number | null;
}

/** An org's limits from memory; the default until they were read. */
export interface AgeLimitSource extends Renewed {
  of(orgId: string): AgeLimits;
}

/** The limits of the record "Dealside Setting: Default", clamped to their bounds. */
export function createAgeLimits(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): AgeLimitSource {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings', async (crm): Promise<AgeLimits> => {
        const setting = await readAges(crm);
        return {
          grantingMs:
            minutes(setting?.Data_Age_Minutes__c, MAX_GRANTING_MINUTES) ??
            DEFAULT_AGE_LIMITS.grantingMs,
          goingOnMs:
            minutes(setting?.Away_Minutes__c, MAX_GOING_ON_MINUTES) ?? DEFAULT_AGE_LIMITS.goingOnMs,
        };
      }),
    TTL_MS,
    now,
  );
  return {
    of: (orgId) => remembered.known(orgId) ?? DEFAULT_AGE_LIMITS,
    renew: (orgId) => remembered.renew(orgId),
  };
}

/** Undefined in an org whose package is older than these settings. */
async function readAges(crm: CrmConnection): Promise<AgeRecord | undefined> {
  try {
    const [setting] = await crm.query<AgeRecord>(
      'SELECT Data_Age_Minutes__c, Away_Minutes__c FROM Dealside_Setting__mdt ' +
        "WHERE DeveloperName = 'Default'",
    );
    return setting;
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_FIELD') return undefined;
    throw error;
  }
}

const minutes = (set: number | null | undefined, max: number): number | undefined =>
  typeof set === 'number' ? Math.min(Math.max(set, 1), max) * MINUTE_MS : undefined;
