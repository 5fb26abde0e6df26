import {
  holderKind,
  NO_CALLER_ID_RULES,
  type AssignedNumber,
  type CallerIdRules,
  type NumberFault,
  type NumberHolder,
} from '../../domain/callerId/choose.ts';
import { readNumber } from '../../domain/numbers/read.ts';
import type { CallerIdSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { readFrom, readSettings } from '../policy/orgRecords.ts';
import { asList, type CrmConnection } from '../session/connection.ts';

const TTL_MS = 60_000;

/** A record of "Dealside Number". */
interface NumberRecord {
  readonly DeveloperName: string;
  readonly Number__c: string | null;
  readonly For__c: string | null;
  readonly Who__c: string | null;
}

const NUMBERS =
  'SELECT DeveloperName, Number__c, For__c, Who__c FROM Dealside_Number__mdt ORDER BY DeveloperName';

/**
 * Reads from the "Dealside Number" records which numbers an org's reps call with. A record that
 * cannot be read assigns no number and is reported to administrators.
 */
export function createCallerIdSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): CallerIdSource {
  const remembered = rememberedFor(
    (orgId) => readFrom(connectionTo(orgId), 'the numbers of reps', readRules),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: (orgId) => remembered.renew(orgId) };
}

/** Returns no rules if the org's package is older than this custom metadata type. */
async function readRules(crm: CrmConnection): Promise<CallerIdRules> {
  try {
    const [records, setting] = await Promise.all([
      crm.query<NumberRecord>(NUMBERS),
      readSettings<{ Local_Presence__c: boolean | null }>(crm, ['Local_Presence__c']),
    ]);
    const holders = await readHolders(crm, records);
    const assigned: AssignedNumber[] = [];
    const faults: NumberFault[] = [];
    for (const record of records) {
      const read = assignedBy(record, holders);
      if ('fault' in read) faults.push({ record: record.DeveloperName, fault: read.fault });
      else assigned.push(read);
    }
    return { assigned, usesLocalPresence: setting?.Local_Presence__c === true, faults };
  } catch (error) {
    if (['INVALID_TYPE', 'INVALID_FIELD'].includes((error as { errorCode?: string }).errorCode!))
      return NO_CALLER_ID_RULES;
    throw error;
  }
}

/** Ids of active users by username, and of queues and public groups by name, in lower case. */
interface Holders {
  readonly users: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

async function readHolders(crm: CrmConnection, records: readonly NumberRecord[]): Promise<Holders> {
  const named = (kind: NumberHolder['kind']): string[] => [
    ...new Set(
      records.flatMap(({ For__c, Who__c }) =>
        Who__c?.trim() && holderKind(For__c ?? '') === kind ? [Who__c.trim()] : [],
      ),
    ),
  ];
  const [usernames, groupNames] = [named('person'), named('team')];
  const [users, groups] = await Promise.all([
    usernames.length > 0
      ? crm.query<{ Id: string; Username: string }>(
          `SELECT Id, Username FROM User WHERE IsActive = true AND Username IN ${asList(usernames)}`,
        )
      : [],
    groupNames.length > 0
      ? crm.query<{ Id: string; DeveloperName: string }>(
          'SELECT Id, DeveloperName FROM Group ' +
            `WHERE Type IN ('Queue', 'Regular') AND DeveloperName IN ${asList(groupNames)}`,
        )
      : [],
  ]);
  return {
    users: new Map(users.map(({ Id, Username }) => [Username.toLowerCase(), Id])),
    groups: new Map(groups.map(({ Id, DeveloperName }) => [DeveloperName.toLowerCase(), Id])),
  };
}

const E164 = /^\+[1-9]\d{6,14}$/;

function assignedBy(
  { Number__c, For__c, Who__c }: NumberRecord,
  { users, groups }: Holders,
): AssignedNumber | { readonly fault: NumberFault['fault'] } {
  const read = readNumber(Number__c ?? '', 'US');
  const kind = holderKind(For__c ?? '');
  if (read.status !== 'read' || !E164.test(read.number) || !kind) return { fault: 'unreadable' };
  const who = (Who__c ?? '').trim().toLowerCase();
  const holder = ((): NumberHolder | undefined => {
    switch (kind) {
      case 'person': {
        const userId = users.get(who);
        return userId === undefined ? undefined : { kind, userId };
      }
      case 'team': {
        const groupId = groups.get(who);
        return groupId === undefined ? undefined : { kind, groupId };
      }
      case 'org':
      case 'local':
        return { kind };
    }
  })();
  return holder ? { number: read.number, holder } : { fault: 'unknown_holder' };
}
