import type { CallLogging } from '../../domain/call/repCalls.ts';
import type { CallLoggingSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSettings } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;
const DEFAULT: CallLogging = 'all';

interface LoggingRecord {
  readonly Log_Rep_Calls__c: string | null;
}

/**
 * Which ended calls an org wants logged in Salesforce, from the record "Dealside Setting:
 * Default"; all of them if the setting is empty or unknown.
 */
export function createCallLogging(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): CallLoggingSource & Renewed {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings', async (crm) => {
        const setting = await readSettings<LoggingRecord>(crm, ['Log_Rep_Calls__c']);
        return loggingOf(setting?.Log_Rep_Calls__c);
      }),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: (orgId) => remembered.renew(orgId) };
}

function loggingOf(set: string | null | undefined): CallLogging {
  const value = set?.trim().toLowerCase();
  return value === 'opportunity' || value === 'none' ? value : DEFAULT;
}
