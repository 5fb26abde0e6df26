import { XMLParser } from 'fast-xml-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { OrgError } from './errors.ts';

/** A permission set of the package, as its metadata says. */
export interface PackagePermissionSet {
  readonly name: string;
  readonly label: string;
  readonly customPermissions: readonly string[];
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
  readonly objects: ReadonlyMap<string, { create: boolean; edit: boolean; delete: boolean }>;
  readonly customMetadata: readonly string[];
}

interface PermissionSetXml {
  label: string;
  customPermissions?: { enabled: string; name: string }[];
  fieldPermissions?: { field: string; editable: string; readable: string }[];
  objectPermissions?: { object: string; allowCreate: string; allowDelete?: string; allowEdit: string; allowRead: string }[];
  customMetadataTypeAccesses?: { enabled: string; name: string }[];
}

const LISTS = new Set(['customPermissions', 'fieldPermissions', 'objectPermissions', 'customMetadataTypeAccesses']);
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, isArray: (name) => LISTS.has(name) });

export function loadPermissionSets(packageDir: string): PackagePermissionSet[] {
  const dir = join(packageDir, 'main/default/permissionsets');
  return readdirSync(dir).filter((file) => file.endsWith('.permissionset-meta.xml')).map((file) => {
    const { PermissionSet: xml } = parser.parse(readFileSync(join(dir, file), 'utf8')) as { PermissionSet: PermissionSetXml };
    return {
      name: file.replace('.permissionset-meta.xml', ''),
      label: xml.label,
      customPermissions: (xml.customPermissions ?? []).filter((one) => one.enabled === 'true').map((one) => one.name),
      fields: new Map((xml.fieldPermissions ?? []).map((one) => [one.field.replace(/^Activity\./, 'Task.'), one.editable === 'true' ? 'edit' : 'read'])),
      objects: new Map((xml.objectPermissions ?? []).map((one) => [one.object, { create: one.allowCreate === 'true', edit: one.allowEdit === 'true', delete: one.allowDelete === 'true' }])),
      customMetadata: (xml.customMetadataTypeAccesses ?? []).filter((one) => one.enabled === 'true').map((one) => one.name),
    };
  });
}

export const loadCustomPermissions = (packageDir: string): string[] =>
  readdirSync(join(packageDir, 'main/default/customPermissions')).map((file) => file.replace('.customPermission-meta.xml', ''));

export interface Access {
  /** Refuses what the user's permission sets do not grant on the package's own objects and fields. */
  check(userId: string, object: string, action: 'create' | 'edit' | 'delete' | 'read', fields: readonly string[]): void;
  mayRead(userId: string, object: string, field: string): boolean;
  customPermissions(userId: string): string[];
}

export function createAccess(database: Database, sets: readonly PackagePermissionSet[]): Access {
  const setsOf = (userId: string): PackagePermissionSet[] => {
    const names = database.rows('PermissionSetAssignment').filter((row) => row.AssigneeId === userId && row.IsActive !== false)
      .map((row) => database.get('PermissionSet', row.PermissionSetId as string).Name);
    return sets.filter((set) => names.includes(set.name));
  };
  /** https://help.salesforce.com/s/articleView?id=platform.custommetadatatypes_permissions.htm: who may not see the type does not know it. */
  function checkCustomMetadata(granted: readonly PackagePermissionSet[], type: string, action: string): void {
    if (!granted.some((set) => set.customMetadata.includes(type))) throw new OrgError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
    if (action !== 'read') throw new OrgError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type ${type} does not support ${action}`);
  }

  return {
    check(userId, object, action, fields) {
      const granted = setsOf(userId);
      const def = database.object(object);
      if (def.name.endsWith('__mdt')) return checkCustomMetadata(granted, def.name, action);
      if (def.custom && action !== 'read' && !granted.some((set) => set.objects.get(object)?.[action])) {
        throw new OrgError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', `insufficient access rights on object ${object}`);
      }
      if (def.custom && !granted.some((set) => set.objects.has(object))) throw new OrgError(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
      for (const name of fields) {
        if (!def.fields.get(name)?.custom) continue;
        const levels = granted.map((set) => set.fields.get(`${object}.${name}`));
        const allowed = action === 'read' ? levels.some(Boolean) : levels.includes('edit');
        if (!allowed) throw new OrgError(400, action === 'read' ? 'INVALID_FIELD' : 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to ${action} field ${name}: check the field's security settings.`, [name]);
      }
    },
    mayRead: (userId, object, field) => object.endsWith('__mdt') || !database.object(object).fields.get(field)?.custom || setsOf(userId).some((set) => set.fields.has(`${object}.${field}`)),
    customPermissions: (userId) => [...new Set(setsOf(userId).flatMap((set) => set.customPermissions))],
  };
}
