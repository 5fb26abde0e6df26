import type { EmployeeNotice } from '../../domain/supervision/employeeNotices.ts';
import type { EmployeeNotices } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

const TTL_MS = 60_000;

interface NoticeRecord {
  readonly DeveloperName: string;
  readonly Country__c: string;
  readonly Region__c: string | null;
  readonly Text__c: string | null;
  readonly Effective_On__c: string | null;
  readonly Blocks__c: boolean | null;
  readonly Reissue_Days__c: number | null;
}

/** The active notices of an org. */
export function createEmployeeNotices(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): EmployeeNotices & Renewed {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the employee notices', async (crm) =>
        (await readRecords(crm)).map(noticeOf),
      ),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: remembered.renew };
}

/** Returns no records if the org's package is older than the custom metadata type. */
async function readRecords(crm: CrmConnection): Promise<NoticeRecord[]> {
  try {
    return await crm.query<NoticeRecord>(
      'SELECT DeveloperName, Country__c, Region__c, Text__c, Effective_On__c, Blocks__c, ' +
        'Reissue_Days__c FROM Dealside_Employee_Notice__mdt WHERE Active__c = true',
    );
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}

const noticeOf = (record: NoticeRecord): EmployeeNotice => ({
  name: record.DeveloperName,
  country: record.Country__c,
  ...(record.Region__c && { region: record.Region__c }),
  text: record.Text__c ?? '',
  effectiveOn: record.Effective_On__c ?? '1970-01-01',
  blocks: record.Blocks__c ?? false,
  ...(record.Reissue_Days__c && { reissueDays: record.Reissue_Days__c }),
});
