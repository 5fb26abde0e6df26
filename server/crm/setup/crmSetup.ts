import type { CrmSetup } from '../../ports/index.ts';
import { readFrom, readSettings } from '../policy/orgRecords.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { readCalendarAccess } from './calendarAccess.ts';
import { readDeployedPackage } from './packageVersions.ts';

const NEEDED_SETS = ['Dealside_Integration', 'Dealside_Rep', 'Dealside_Supervisor'];
const NOTIFICATION_TYPES = [
  'Dealside_Coaching',
  'Dealside_Compliance_Alert',
  'Dealside_Help_Request',
  'Dealside_Intervention',
  'Dealside_Missed_Call',
  'Dealside_Outcome_Due',
];

interface Setting {
  readonly Server_Url__c: string | null;
  readonly Signing_Certificate__c: string | null;
}
interface Assignment {
  readonly PermissionSet: { readonly Name: string };
}
interface NotificationType {
  readonly DeveloperName: string;
}
interface RestLimit {
  readonly Max: number;
  readonly Remaining: number;
}

/** Reads the setup of registered orgs. */
export function createCrmSetup(
  connectionTo: (orgId: string) => CrmConnection | undefined,
): CrmSetup {
  const ask = <T>(orgId: string, read: (crm: CrmConnection) => Promise<T>): Promise<T> =>
    readFrom(connectionTo(orgId), 'the setup', read);

  return {
    read: (orgId) =>
      ask(orgId, async (crm) => {
        const [setting, assignments, types, calendars] = await Promise.all([
          readSettings<Setting>(crm, ['Server_Url__c', 'Signing_Certificate__c']),
          crm.query<Assignment>(
            'SELECT PermissionSet.Name FROM PermissionSetAssignment ' +
              `WHERE IsActive = true AND PermissionSet.Name IN ${asList(NEEDED_SETS)}`,
          ),
          crm.query<NotificationType>(
            `SELECT DeveloperName FROM CustomNotificationType WHERE DeveloperName IN ${asList(NOTIFICATION_TYPES)}`,
          ),
          readCalendarAccess(crm),
        ]);
        const held = new Set(assignments.map(({ PermissionSet }) => PermissionSet.Name));
        const there = new Set(types.map(({ DeveloperName }) => DeveloperName));
        return {
          settings: {
            ...(setting?.Server_Url__c && { serverUrl: setting.Server_Url__c }),
            ...(setting?.Signing_Certificate__c && {
              certificateName: setting.Signing_Certificate__c,
            }),
          },
          setsThatNobodyHolds: NEEDED_SETS.filter((name) => !held.has(name)),
          missingNotifications: NOTIFICATION_TYPES.filter((name) => !there.has(name)),
          calendars,
        };
      }),

    deployedPackage: (orgId) => ask(orgId, readDeployedPackage),

    limits: (orgId) =>
      ask(orgId, async (crm) => {
        const limits = await crm.get<Readonly<Record<string, RestLimit>>>('/limits');
        return Object.fromEntries(
          Object.entries(limits).map(([name, { Max, Remaining }]) => [
            name,
            { used: Max - Remaining, limit: Max },
          ]),
        );
      }),
  };
}
