import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../errors/orgError.ts';
import { packageXml } from '../files/packageXml.ts';
import type { Database } from '../records/database.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { USUAL_SHAPE, type OrgShape } from '../schema/shape.ts';

/** A permission set, read from the package's metadata. */
export interface PackagePermissionSet {
  readonly name: string;
  readonly label: string;
  readonly customPermissions: readonly string[];
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
  readonly objects: ReadonlyMap<
    string,
    { create: boolean; edit: boolean; delete: boolean; viewAll: boolean; modifyAll: boolean }
  >;
  readonly customMetadata: readonly string[];
  readonly userPermissions: readonly string[];
  /** Tabs that are in the navigation or can be opened by their address. */
  readonly tabs: readonly string[];
}

interface PermissionSetXml {
  label: string;
  customPermissions?: { enabled: string; name: string }[];
  fieldPermissions?: { field: string; editable: string; readable: string }[];
  objectPermissions?: {
    object: string;
    allowCreate: string;
    allowDelete?: string;
    allowEdit: string;
    allowRead: string;
    viewAllRecords?: string;
    modifyAllRecords?: string;
  }[];
  customMetadataTypeAccesses?: { enabled: string; name: string }[];
  userPermissions?: { enabled: string; name: string }[];
  tabSettings?: { tab: string; visibility: string }[];
}

const readXml = packageXml([
  'customPermissions',
  'fieldPermissions',
  'objectPermissions',
  'customMetadataTypeAccesses',
  'userPermissions',
  'tabSettings',
]);

/** The permission sets of the package; those for skills only if the org has skills. */
export const loadPermissionSets = (
  packageDir: string,
  { hasSkills }: Pick<OrgShape, 'hasSkills'> = USUAL_SHAPE,
): PackagePermissionSet[] => [
  ...permissionSetsIn(join(packageDir, 'main/default/permissionsets')),
  ...(hasSkills ? permissionSetsIn(join(packageDir, 'main/skills/permissionsets')) : []),
];

function permissionSetsIn(dir: string): PackagePermissionSet[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.permissionset-meta.xml'))
    .map((file) => {
      const { PermissionSet: xml } = readXml(join(dir, file)) as {
        PermissionSet: PermissionSetXml;
      };
      return {
        name: file.replace('.permissionset-meta.xml', ''),
        label: xml.label,
        customPermissions: (xml.customPermissions ?? [])
          .filter((one) => one.enabled === 'true')
          .map((one) => one.name),
        fields: new Map(
          (xml.fieldPermissions ?? [])
            .filter((one) => one.readable === 'true')
            .map((one) => [one.field, one.editable === 'true' ? 'edit' : 'read']),
        ),
        objects: new Map(
          (xml.objectPermissions ?? [])
            .filter((one) => one.allowRead === 'true')
            .map((one) => [
              one.object,
              {
                create: one.allowCreate === 'true',
                edit: one.allowEdit === 'true',
                delete: one.allowDelete === 'true',
                viewAll: one.viewAllRecords === 'true',
                modifyAll: one.modifyAllRecords === 'true',
              },
            ]),
        ),
        userPermissions: (xml.userPermissions ?? [])
          .filter((one) => one.enabled === 'true')
          .map((one) => one.name),
        customMetadata: (xml.customMetadataTypeAccesses ?? [])
          .filter((one) => one.enabled === 'true')
          .map((one) => one.name),
        tabs: (xml.tabSettings ?? [])
          .filter(({ visibility }) => visibility !== 'None')
          .map(({ tab }) => tab),
      };
    });
}

/** The names of the package's custom permissions. */
export const loadCustomPermissions = (packageDir: string): string[] =>
  readdirSync(join(packageDir, 'main/default/customPermissions')).map((file) =>
    file.replace('.customPermission-meta.xml', ''),
  );

/** An action on a record. */
type Action = 'create' | 'edit' | 'delete' | 'read';

/** Enforces permissions. */
export interface Access {
  /**
   * Throws OrgError unless the user's profile and permission sets grant the action on the object
   * and fields.
   */
  check(
    userId: string,
    asked: {
      readonly object: string;
      readonly action: Action;
      readonly fields: readonly string[];
    },
  ): void;
  mayRead(userId: string, object: string, field: string): boolean;
  customPermissions(userId: string): string[];
  /** Whether one of the user's permission sets gives access to all records of the object. */
  mayAll(userId: string, object: string, what: 'viewAll' | 'modifyAll'): boolean;
  /** The package's tabs that the user's permission sets make visible. */
  tabs(userId: string): string[];
  hasUserPermission(userId: string, name: string): boolean;
}

/**
 * The integration user's profile. It grants nothing, so permission sets must grant everything; the
 * other profiles grant standard access.
 */
export const MINIMUM_ACCESS_PROFILE = 'Minimum Access - API Only Integrations';

/** The parts of an address have the permission of the whole address. */
const securedAs = (field: string): string =>
  field.replace(/^(Billing|Mailing)(Street|City|State|PostalCode|Country)$/, '$1Address');

/**
 * @param sets the permission sets of the package
 * @param withheld user permissions and objects that an administrator has removed from all sets
 */
export function createAccess(
  database: Database,
  sets: readonly PackagePermissionSet[],
  withheld: () => readonly string[] = () => [],
): Access {
  const setsOf = permissionSetsByUser(database, sets);
  const hasMinimumAccess = (userId: string) => isMinimumAccess(database, userId);
  const hasUserPermission = (userId: string, name: string): boolean =>
    !hasMinimumAccess(userId) ||
    (!withheld().includes(name) &&
      setsOf(userId).some((set) => set.userPermissions.includes(name)));

  function checkObject(userId: string, def: ObjectDef, action: Action): void {
    for (const other of SECURED_WITH[def.name] ?? [])
      checkObject(userId, database.object(other), action);
    const granted = setsOf(userId)
      .map((set) => (withheld().includes(def.name) ? undefined : set.objects.get(def.name)))
      .filter((one) => one !== undefined);
    const byObject = def.custom || (OBJECT_SECURED.includes(def.name) && hasMinimumAccess(userId));
    if (byObject && granted.length === 0) throw unknownObject(def.name);
    if (byObject && action !== 'read' && !granted.some((one) => one[action]))
      throw refused(def.name);
    const needed = REQUIRED_USER_PERMISSIONS[def.name]?.[action === 'read' ? 'read' : 'write'];
    if (needed && !hasUserPermission(userId, needed))
      throw action === 'read' ? unknownObject(def.name) : refused(def.name);
    if (!byObject && !needed && action !== 'read' && hasMinimumAccess(userId))
      throw refused(def.name);
  }

  /** Whether field permissions decide about this field for this user. */
  const isSecured = (userId: string, def: ObjectDef, name: string): boolean => {
    const field = def.fields.get(name);
    if (field?.custom) return !field.required;
    return (FIELD_SECURED[def.name]?.includes(name) ?? false) && hasMinimumAccess(userId);
  };

  return {
    check(userId, { object, action, fields }) {
      const granted = setsOf(userId);
      const def = database.object(object);
      if (def.name.endsWith('__mdt')) return checkCustomMetadata(granted, def.name, action);
      checkObject(userId, def, action);
      for (const name of fields) {
        if (!isSecured(userId, def, name)) continue;
        const levels = granted.map((set) => set.fields.get(`${def.name}.${securedAs(name)}`));
        const allowed = action === 'read' ? levels.some(Boolean) : levels.includes('edit');
        if (!allowed) throw fieldRefusal({ object: def.name, field: name, action });
      }
    },
    mayRead: (userId, object, field) =>
      object.endsWith('__mdt') ||
      !isSecured(userId, database.object(object), field) ||
      setsOf(userId).some((set) => set.fields.has(`${object}.${securedAs(field)}`)),
    customPermissions: (userId) => [
      ...new Set(setsOf(userId).flatMap((set) => set.customPermissions)),
    ],
    mayAll: (userId, object, what) => setsOf(userId).some((set) => set.objects.get(object)?.[what]),
    tabs: (userId) => [...new Set(setsOf(userId).flatMap(({ tabs }) => tabs))],
    hasUserPermission,
  };
}

/** Reads the permission sets of a user, again after each change of a record. */
function permissionSetsByUser(
  database: Database,
  sets: readonly PackagePermissionSet[],
): (userId: string) => readonly PackagePermissionSet[] {
  const known = new Map<string, readonly PackagePermissionSet[]>();
  let knownAt = -1;
  const read = (userId: string): readonly PackagePermissionSet[] => {
    const names = database
      .rows('PermissionSetAssignment')
      .filter((row) => row.AssigneeId === userId && row.IsActive !== false)
      .map((row) => database.get('PermissionSet', row.PermissionSetId as string).Name);
    return sets.filter((set) => names.includes(set.name));
  };
  return (userId) => {
    if (knownAt !== database.revision()) known.clear();
    knownAt = database.revision();
    const found = known.get(userId) ?? read(userId);
    known.set(userId, found);
    return found;
  };
}

function isMinimumAccess(database: Database, userId: string): boolean {
  const { ProfileId } = database.get('User', userId);
  return (
    ProfileId !== undefined &&
    ProfileId !== null &&
    database.get('Profile', String(ProfileId)).Name === MINIMUM_ACCESS_PROFILE
  );
}

/**
 * https://help.salesforce.com/s/articleView?id=platform.custommetadatatypes_permissions.htm:
 * without access the type appears not to exist.
 */
function checkCustomMetadata(
  granted: readonly PackagePermissionSet[],
  type: string,
  action: string,
): void {
  if (!granted.some((set) => set.customMetadata.includes(type))) throw unknownObject(type);
  if (action !== 'read')
    throw new OrgError(
      400,
      'INVALID_TYPE_FOR_OPERATION',
      `entity type ${type} does not support ${action}`,
    );
}

const fieldRefusal = ({
  object,
  field,
  action,
}: {
  readonly object: string;
  readonly field: string;
  readonly action: Action;
}): OrgError =>
  action === 'read'
    ? new OrgError(
        400,
        'INVALID_FIELD',
        `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
        [field],
      )
    : new OrgError(
        400,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${field}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        [field],
      );

/**
 * Standard objects and fields with object and field permissions. According to the object reference,
 * Task's call fields have none.
 */
const OBJECT_SECURED = [
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'ServiceResource',
  'Skill',
  'SurveyInvitation',
  'SurveyQuestionResponse',
  'SurveyResponse',
];
/** Objects without their own permissions, and the objects whose permissions they use. */
const SECURED_WITH: Record<string, readonly string[]> = {
  ServiceResourceSkill: ['ServiceResource', 'Skill'],
};
const FIELD_SECURED: Record<string, readonly string[]> = {
  Account: ['Phone', 'Fax', 'Industry', 'BillingCity', 'BillingState', 'BillingCountry'],
  Contact: [
    'Title',
    'Phone',
    'MobilePhone',
    'HomePhone',
    'OtherPhone',
    'AssistantPhone',
    'Fax',
    'Email',
    'AccountId',
    'MailingState',
    'MailingCountry',
  ],
  Lead: ['Phone', 'MobilePhone', 'Fax'],
  Opportunity: ['Amount', 'Probability', 'NextStep', 'Type', 'AccountId'],
  Task: ['ActivityDate', 'Description', 'WhatId', 'WhoId'],
  Event: ['Description', 'Location', 'WhatId', 'WhoId'],
};

/** Objects that need a user permission instead. */
const REQUIRED_USER_PERMISSIONS: Record<string, { readonly read: string; readonly write: string }> =
  {
    Task: { read: 'ActivitiesAccess', write: 'EditTask' },
    Event: { read: 'ActivitiesAccess', write: 'EditEvent' },
    EventRelation: { read: 'ActivitiesAccess', write: 'EditEvent' },
    UserRole: { read: 'ViewRoles', write: 'ManageUsers' },
    PermissionSet: { read: 'ViewSetup', write: 'ManageUsers' },
    PermissionSetAssignment: { read: 'ViewSetup', write: 'ManageUsers' },
    SetupEntityAccess: { read: 'ViewSetup', write: 'ManageUsers' },
    CustomPermission: { read: 'ViewSetup', write: 'ManageUsers' },
  };

const unknownObject = (name: string) =>
  new OrgError(
    400,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`,
  );
const refused = (name: string) =>
  new OrgError(
    403,
    'INSUFFICIENT_ACCESS_OR_READONLY',
    `insufficient access rights on object ${name}`,
  );
