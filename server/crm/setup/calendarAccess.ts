import type { CalendarAccess } from '../../domain/setup/setupFacts.ts';
import { mayRead } from '../session/accessGaps.ts';
import type { CrmConnection } from '../session/connection.ts';

interface Permissions {
  readonly PermissionsEditEvent?: boolean;
  readonly PermissionsViewAllData?: boolean;
}
interface Holder {
  readonly Assignee: { readonly UserRoleId: string | null };
}

/**
 * Whether the integration user can read and book events in other people's calendars. Salesforce
 * shows a user the events of people below them in the role hierarchy. Without a role, the
 * integration user sees only its own events, and no query reports that. Rejects as the connection
 * does.
 * https://help.salesforce.com/s/articleView?id=sf.sharing_model_fields.htm
 */
export async function readCalendarAccess(crm: CrmConnection): Promise<CalendarAccess> {
  const [events, invitations, [own], holders] = await Promise.all([
    mayRead(crm, 'Event'),
    mayRead(crm, 'EventRelation'),
    crm.query<Permissions>(
      'SELECT PermissionsEditEvent, PermissionsViewAllData FROM UserPermissionAccess LIMIT 1',
    ),
    crm.query<Holder>(
      'SELECT Assignee.UserRoleId FROM PermissionSetAssignment ' +
        "WHERE IsActive = true AND PermissionSet.Name = 'Dealside_Integration'",
    ),
  ]);
  if (!events || !invitations) return 'not_read';
  if (!own?.PermissionsEditEvent) return 'not_edited';
  const hasRole = holders.some(({ Assignee }) => Assignee.UserRoleId !== null);
  return hasRole || own.PermissionsViewAllData ? 'ready' : 'no_role';
}
