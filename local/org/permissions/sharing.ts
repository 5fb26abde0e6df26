import type { Database, Row, Value } from '../records/database.ts';
import { OrgError } from '../errors/orgError.ts';
import type { ObjectDef } from '../schema/schema.ts';
import type { Access } from './access.ts';

/** Who sees and changes records of objects that are private. Others are everybody's. */
export interface Sharing {
  sees(userId: string, def: ObjectDef, row: Row): boolean;
  /** Throws OrgError unless the user may change the record. */
  checkEdit(userId: string, def: ObjectDef, row: Row): void;
}

/** With whom the package's trigger shares a record, to be read. */
const SHARED_WITH: Readonly<Record<string, string>> = { Call_Intervention__c: 'Rep__c' };

/**
 * Private records are seen by their owner, by those with whom they are shared, by people above one
 * of them in the role hierarchy, and by those who may view all.
 */
export function createSharing(database: Database, access: Access): Sharing {
  const isOfOrAbove = (userId: string, other: Value | undefined): boolean => {
    const row = typeof other === 'string' ? database.findBy('User', 'Id', other) : undefined;
    return row !== undefined && isBelow(database, row, userId);
  };
  return {
    sees(userId, def, row) {
      if (!def.isPrivate || access.mayAll(userId, def.name, 'viewAll')) return true;
      const sharedWith = SHARED_WITH[def.name];
      return (
        isOfOrAbove(userId, row.OwnerId) ||
        (sharedWith !== undefined && isOfOrAbove(userId, row[sharedWith]))
      );
    },
    checkEdit(userId, def, row) {
      if (
        !def.isPrivate ||
        access.mayAll(userId, def.name, 'modifyAll') ||
        isOfOrAbove(userId, row.OwnerId)
      )
        return;
      throw new OrgError(
        403,
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'insufficient access rights on object id',
      );
    },
  };
}

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
