import type { Access } from './access.ts';

const QUERY = /^\s*SELECT\s+([\w\s,]+?)\s+FROM\s+UserPermissionAccess\b/i;
const PREFIX = 'Permissions';

/**
 * The result of a query of UserPermissionAccess, whose single record has the running user's
 * permissions; undefined for any other query.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-userpermissionaccess.html
 */
export function ownPermissions(access: Access, userId: string, soql: string) {
  const fields = QUERY.exec(soql)?.[1]
    ?.split(',')
    .map((field) => field.trim());
  if (!fields) return undefined;
  const record = Object.fromEntries(
    fields
      .filter((field) => field.startsWith(PREFIX))
      .map((field) => [field, access.hasUserPermission(userId, field.slice(PREFIX.length))]),
  );
  return {
    totalSize: 1,
    done: true as const,
    records: [{ attributes: { type: 'UserPermissionAccess' }, ...record }],
  };
}
