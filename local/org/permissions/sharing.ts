import { OrgError } from '../errors/orgError.ts';
import type { Database, Row, Value } from '../records/database.ts';
import type { ObjectDef } from '../schema/schema.ts';
import type { SharingRule } from '../schema/sharingRules.ts';
import type { Access } from './access.ts';

/** Who sees and changes records of private objects. Other objects are open to everybody. */
export interface Sharing {
  sees(userId: string, def: ObjectDef, row: Row): boolean;
  /** Throws OrgError unless the user may change the record. */
  checkEdit(userId: string, def: ObjectDef, row: Row): void;
  /**
   * Throws OrgError unless the user may delete the record. Shares and public objects do not allow
   * this, only ownership, a role above the owner's, and Modify All. Records of standard objects and
   * records without an owner can be deleted by anybody who may delete the object's records.
   * https://help.salesforce.com/s/articleView?id=sf.security_sharing_owd_about.htm
   */
  checkDelete(userId: string, def: ObjectDef, row: Row): void;
}

/** The field of the person with whom the package's trigger shares a record for reading. */
const SHARED_WITH: Readonly<Record<string, string>> = { Call_Intervention__c: 'Rep__c' };

/**
 * Private records are visible to their owner, to people with whom the package's trigger or one of
 * its rules shares them, to people above either of these in the role hierarchy, and to people who
 * may view all.
 */
export function createSharing(database: Database, access: Access): Sharing {
  const isOfOrAbove = (userId: string, other: Value | undefined): boolean => {
    const row = typeof other === 'string' ? database.findBy('User', 'Id', other) : undefined;
    return row !== undefined && isBelow(database, row, userId);
  };
  const isIn = (userId: string, group: string): boolean => {
    const found = database.findBy('Group', 'DeveloperName', group);
    return (
      found !== undefined &&
      database
        .rows('GroupMember')
        .some((row) => row.GroupId === found.Id && row.UserOrGroupId === userId)
    );
  };
  const isRuledFor = (
    userId: string,
    def: ObjectDef,
    { row, toEdit }: { readonly row: Row; readonly toEdit: boolean },
  ): boolean =>
    (def.sharingRules ?? []).some(
      (rule) => (rule.mayEdit || !toEdit) && meets(row, rule) && isIn(userId, rule.group),
    );
  const hasFullAccess = (userId: string, def: ObjectDef, row: Row): boolean =>
    access.mayAll(userId, def.name, 'modifyAll') || isOfOrAbove(userId, row.OwnerId);
  return {
    sees(userId, def, row) {
      if (!def.isPrivate || access.mayAll(userId, def.name, 'viewAll')) return true;
      // https://help.salesforce.com/s/articleView?id=sf.activities_private.htm
      if (def.name === 'Event' && row.IsPrivate === true) return row.OwnerId === userId;
      const sharedWith = SHARED_WITH[def.name];
      return (
        isOfOrAbove(userId, row.OwnerId) ||
        (sharedWith !== undefined && isOfOrAbove(userId, row[sharedWith])) ||
        isRuledFor(userId, def, { row, toEdit: false })
      );
    },
    checkEdit(userId, def, row) {
      if (!def.isPrivate) return;
      if (!hasFullAccess(userId, def, row) && !isRuledFor(userId, def, { row, toEdit: true }))
        refuse();
    },
    checkDelete(userId, def, row) {
      if (!def.isPrivate && (!def.custom || !def.fields.has('OwnerId'))) return;
      if (!hasFullAccess(userId, def, row)) refuse();
    },
  };
}

function refuse(): never {
  throw new OrgError(
    403,
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'insufficient access rights on object id',
  );
}

const meets = (row: Row, { criteria }: SharingRule): boolean =>
  criteria.every(({ field, operation, value }) => {
    const isOne = value.split(',').includes(String(row[field] ?? ''));
    return operation === 'notEqual' ? !isOne : isOne;
  });

/** Whether this is the user, or somebody below in the role hierarchy. */
export function isBelow(database: Database, row: Row, userId: string): boolean {
  if (row.Id === userId) return true;
  const ownRole = database.get('User', userId).UserRoleId;
  const parentOf = (roleId: Value | undefined): Value =>
    database.findBy('UserRole', 'Id', roleId ?? null)?.ParentRoleId ?? null;
  for (let role = parentOf(row.UserRoleId); role !== null; role = parentOf(role))
    if (role === ownRole) return true;
  return false;
}
