import { join } from 'node:path';
import type { Database, Row, Value } from '../records/database.ts';
import { filesIn, readXml, type Xml } from '../reports/definition.ts';
import type { Access } from './access.ts';

/** A criteria-based rule of the package: records with these values are shared with a group. */
interface SharingRule {
  readonly object: string;
  readonly group: string;
  readonly criteria: readonly {
    readonly field: string;
    readonly operation: string;
    readonly value: string;
  }[];
}

/** Which records sharing shows to whom. */
export interface Sharing {
  sees(userId: string, object: string, row: Row): boolean;
}

/**
 * Sharing as the package's objects have it: records of a private object are seen by their owner, by
 * those above the owner in the hierarchy of roles, by whom a rule shares them with, by the supervisor
 * of an intervention, with whom a trigger shares it, and by those who may view all. Records of standard objects are seen by everybody.
 */
export function createSharing(packageDir: string, database: Database, access: Access): Sharing {
  const main = join(packageDir, 'main/default');
  const isPrivate = new Map<string, boolean>();
  const rules = filesIn(join(main, 'sharingRules'), '.sharingRules-meta.xml').flatMap(
    ([object, file]) =>
      ((readXml(file).SharingRules?.sharingCriteriaRules ?? []) as Xml[]).map(
        (rule): SharingRule => ({
          object,
          group: rule.sharedTo!.group!,
          criteria: ((rule.criteriaItems ?? []) as Xml[]).map((item) => ({
            field: item.field!,
            operation: item.operation!,
            value: item.value ?? '',
          })),
        }),
      ),
  );

  function isPrivateObject(object: string): boolean {
    const known = isPrivate.get(object);
    if (known !== undefined) return known;
    const [, file] = object.endsWith('__c')
      ? (filesIn(join(main, 'objects', object), '.object-meta.xml')[0] ?? [])
      : [];
    const found = file
      ? (readXml(file).CustomObject?.sharingModel as string | undefined) === 'Private'
      : false;
    isPrivate.set(object, found);
    return found;
  }

  const roleOf = (userId: Value | undefined): Value =>
    database.findBy('User', 'Id', userId ?? null)?.UserRoleId ?? null;
  const parentOf = (role: Value): Value =>
    database.findBy('UserRole', 'Id', role)?.ParentRoleId ?? null;

  function isAbove(userId: string, ownerId: Value | undefined): boolean {
    const own = roleOf(userId);
    if (own === null) return false;
    for (let role = parentOf(roleOf(ownerId)); role !== null; role = parentOf(role))
      if (role === own) return true;
    return false;
  }

  const isIn = (userId: string, group: string): boolean => {
    const found = database
      .rows('Group')
      .find((row) => row.DeveloperName === group || row.Name === group);
    return (
      found !== undefined &&
      database
        .rows('GroupMember')
        .some((row) => row.GroupId === found.Id && row.UserOrGroupId === userId)
    );
  };

  const meets = (row: Row, { criteria }: SharingRule): boolean =>
    criteria.every(({ field, operation, value }) => {
      const isOne = value.split(',').includes(String(row[field] ?? ''));
      return operation === 'notEqual' ? !isOne : isOne;
    });

  return {
    sees: (userId, object, row) =>
      !isPrivateObject(object) ||
      access.viewsAll(userId, object) ||
      row.OwnerId === userId ||
      (object === 'Call_Intervention__c' && row.Supervisor__c === userId) ||
      isAbove(userId, row.OwnerId) ||
      rules.some((rule) => rule.object === object && meets(row, rule) && isIn(userId, rule.group)),
  };
}
