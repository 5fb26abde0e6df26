import { DEFAULT_AGE_LIMITS, type AgeLimits } from '../../domain/call/ageLimits.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readLimits } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;
const MINUTE_MS = 60_000;
const MAX_GRANTING_MINUTES = 60;
const MAX_GOING_ON_MINUTES = 480;

/** An org's limits from memory; the defaults until they have been read. */
export interface AgeLimitSource extends Renewed {
  of(orgId: string): AgeLimits;
}

/** The limits in the record "Dealside Setting: Default", clamped to their bounds. */
export function createAgeLimits(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): AgeLimitSource {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings', async (crm): Promise<AgeLimits> => {
        const setting = await readLimits(crm);
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

const minutes = (set: number | null | undefined, max: number): number | undefined =>
  typeof set === 'number' ? Math.min(Math.max(set, 1), max) * MINUTE_MS : undefined;
