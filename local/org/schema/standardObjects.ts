import { ACTIVITY_OBJECTS } from './activityObjects.ts';
import { flag, lookup, owner, text, type Field, type StandardObject } from './standardFields.ts';
import { SURVEY_OBJECTS } from './surveyObjects.ts';

/** On a record deleted by a merge: the record that it was merged into. */
const master = (object: string): Field =>
  lookup('MasterRecordId', object, { relationshipName: 'MasterRecord', readOnly: true });

/** The standard objects and fields that Dealside and its pages use. */
export const STANDARD_OBJECTS: Record<string, StandardObject> = {
  Organization: { label: 'Organization', prefix: '00D', fields: [text('Name', 80)] },
  User: {
    label: 'User',
    prefix: '005',
    fields: [
      text('Name', 121),
      text('Username', 80),
      text('Email', 80),
      text('Title', 80),
      text('Alias', 8),
      flag('IsActive'),
      lookup('ManagerId', 'User'),
      lookup('UserRoleId', 'UserRole'),
      text('TimeZoneSidKey', 40),
      text('LanguageLocaleKey', 40),
      text('LocaleSidKey', 40),
      text('State', 80),
      text('Country', 80),
      lookup('ProfileId', 'Profile'),
      { name: 'Phone', type: 'phone', length: 40 },
      { name: 'MobilePhone', type: 'phone', length: 40 },
    ],
  },
  Profile: {
    label: 'Profile',
    prefix: '00e',
    fields: [text('Name', 80), text('UserType', 40), lookup('UserLicenseId', 'UserLicense')],
  },
  UserLicense: {
    label: 'User License',
    prefix: '100',
    fields: [text('Name', 40), text('LicenseDefinitionKey', 40)],
  },
  UserRole: {
    label: 'Role',
    prefix: '00E',
    fields: [text('Name', 80), text('DeveloperName', 80), lookup('ParentRoleId', 'UserRole')],
  },
  Group: {
    label: 'Group',
    prefix: '00G',
    fields: [
      text('Name', 40),
      text('DeveloperName', 80),
      text('Type', 40),
      lookup('RelatedId', '*'),
    ],
  },
  GroupMember: {
    label: 'Group Member',
    prefix: '011',
    fields: [lookup('GroupId', 'Group'), lookup('UserOrGroupId', '*')],
  },
  Territory2Model: {
    label: 'Territory Model',
    prefix: '0MA',
    fields: [text('Name', 80), text('DeveloperName', 80), text('State', 40)],
  },
  Territory2: {
    label: 'Territory',
    prefix: '0MI',
    fields: [
      text('Name', 80),
      text('DeveloperName', 80),
      lookup('Territory2ModelId', 'Territory2Model'),
      lookup('ParentTerritory2Id', 'Territory2'),
    ],
  },
  UserTerritory2Association: {
    label: 'User Territory Association',
    prefix: '0MT',
    fields: [
      lookup('UserId', 'User'),
      lookup('Territory2Id', 'Territory2'),
      flag('IsActive'),
      text('RoleInTerritory2', 40),
    ],
  },
  Skill: {
    label: 'Skill',
    prefix: '0C5',
    fields: [text('DeveloperName', 80), text('MasterLabel', 80)],
  },
  ServiceResource: {
    label: 'Service Resource',
    prefix: '0Hn',
    fields: [text('Name', 255), flag('IsActive'), lookup('RelatedRecordId', 'User')],
  },
  ServiceResourceSkill: {
    label: 'Service Resource Skill',
    prefix: '0Ho',
    fields: [
      lookup('ServiceResourceId', 'ServiceResource'),
      lookup('SkillId', 'Skill'),
      { name: 'EffectiveStartDate', type: 'datetime', required: true },
      { name: 'EffectiveEndDate', type: 'datetime' },
    ],
  },
  PermissionSet: {
    label: 'Permission Set',
    prefix: '0PS',
    fields: [text('Name', 80), text('Label', 80)],
  },
  PermissionSetAssignment: {
    label: 'Permission Set Assignment',
    prefix: '0Pa',
    fields: [
      lookup('AssigneeId', 'User'),
      lookup('PermissionSetId', 'PermissionSet'),
      lookup('PermissionSetGroupId', 'PermissionSetGroup'),
      flag('IsActive'),
      { name: 'ExpirationDate', type: 'datetime' },
    ],
  },
  PermissionSetGroup: {
    label: 'Permission Set Group',
    prefix: '0PG',
    fields: [text('DeveloperName', 80), text('MasterLabel', 80)],
  },
  PermissionSetGroupComponent: {
    label: 'Permission Set Group Component',
    prefix: '0PL',
    fields: [
      lookup('PermissionSetGroupId', 'PermissionSetGroup'),
      lookup('PermissionSetId', 'PermissionSet'),
    ],
  },
  CustomPermission: {
    label: 'Custom Permission',
    prefix: '0CP',
    fields: [text('DeveloperName', 80), text('MasterLabel', 80)],
  },
  SetupEntityAccess: {
    label: 'Setup Entity Access',
    prefix: '0J0',
    fields: [
      lookup('ParentId', 'PermissionSet'),
      lookup('SetupEntityId', 'CustomPermission'),
      text('SetupEntityType', 40),
    ],
  },
  Account: {
    label: 'Account',
    prefix: '001',
    fields: [
      text('Name', 255, { required: true }),
      text('Industry', 80),
      { name: 'Phone', type: 'phone', length: 40 },
      { name: 'Fax', type: 'phone', length: 40 },
      text('BillingCity', 40),
      text('BillingState', 80),
      text('BillingCountry', 80),
      text('BillingAddress', 255, { readOnly: true }),
      master('Account'),
      master('Account'),
      owner,
    ],
  },
  Contact: {
    label: 'Contact',
    prefix: '003',
    fields: [
      text('Name', 121, { readOnly: true }),
      text('FirstName', 40),
      text('LastName', 80, { required: true }),
      text('Title', 128),
      text('MailingState', 80),
      text('MailingCountry', 80),
      text('MailingAddress', 255, { readOnly: true }),
      { name: 'Phone', type: 'phone', length: 40 },
      { name: 'MobilePhone', label: 'Mobile', type: 'phone', length: 40 },
      { name: 'HomePhone', label: 'Home Phone', type: 'phone', length: 40 },
      { name: 'OtherPhone', label: 'Other Phone', type: 'phone', length: 40 },
      { name: 'AssistantPhone', label: 'Asst. Phone', type: 'phone', length: 40 },
      { name: 'Fax', type: 'phone', length: 40 },
      { name: 'Email', type: 'email', length: 80 },
      flag('DoNotCall'),
      lookup('AccountId', 'Account'),
      master('Contact'),
      master('Contact'),
      owner,
    ],
  },
  Lead: {
    label: 'Lead',
    prefix: '00Q',
    fields: [
      text('Name', 121, { readOnly: true }),
      text('FirstName', 40),
      text('LastName', 80, { required: true }),
      text('Company', 255, { required: true }),
      text('Status', 40),
      { name: 'Phone', type: 'phone', length: 40 },
      { name: 'MobilePhone', label: 'Mobile', type: 'phone', length: 40 },
      { name: 'Fax', type: 'phone', length: 40 },
      flag('DoNotCall'),
      flag('IsConverted'),
      master('Lead'),
      owner,
    ],
  },
  Opportunity: {
    label: 'Opportunity',
    prefix: '006',
    fields: [
      text('Name', 120, { required: true }),
      {
        name: 'StageName',
        type: 'picklist',
        required: true,
        values: [
          'Prospecting',
          'Qualification',
          'Needs Analysis',
          'Proposal',
          'Negotiation',
          'Closed Won',
          'Closed Lost',
        ],
      },
      { name: 'Amount', type: 'currency' },
      { name: 'CloseDate', type: 'date', required: true },
      { name: 'Probability', type: 'double' },
      text('NextStep', 255),
      text('Type', 40),
      flag('IsClosed'),
      flag('IsWon'),
      lookup('AccountId', 'Account'),
      owner,
    ],
  },
  OpportunityContactRole: {
    label: 'Opportunity Contact Role',
    prefix: '00K',
    fields: [
      lookup('OpportunityId', 'Opportunity'),
      lookup('ContactId', 'Contact'),
      text('Role', 40),
      flag('IsPrimary'),
    ],
  },
  ...ACTIVITY_OBJECTS,
  OpportunityStage: {
    label: 'Opportunity Stage',
    prefix: '01N',
    fields: [
      text('ApiName', 255),
      text('MasterLabel', 255),
      flag('IsActive'),
      flag('IsClosed'),
      flag('IsWon'),
      { name: 'SortOrder', type: 'int' },
    ],
  },
  SetupAuditTrail: {
    label: 'Setup Audit Trail Entry',
    prefix: '0Ym',
    fields: [text('Action', 120), text('Section', 40), text('Display', 1000)],
  },
  TaskStatus: {
    label: 'Task Status Value',
    prefix: '01J',
    fields: [
      text('ApiName', 255),
      text('MasterLabel', 255),
      flag('IsClosed'),
      flag('IsDefault'),
      { name: 'SortOrder', type: 'int' },
    ],
  },
  TaskPriority: {
    label: 'Task Priority Value',
    prefix: '01K',
    fields: [
      text('ApiName', 255),
      text('MasterLabel', 255),
      flag('IsHighPriority'),
      flag('IsDefault'),
      { name: 'SortOrder', type: 'int' },
    ],
  },
  Dashboard: {
    label: 'Dashboard',
    prefix: '01Z',
    fields: [text('Title', 80), text('Description', 255), text('FolderName', 256)],
  },
  Report: {
    label: 'Report',
    prefix: '00O',
    fields: [text('Name', 40), text('Description', 255), text('FolderName', 256)],
  },
  CustomNotificationType: {
    label: 'Custom Notification Type',
    prefix: '0ML',
    fields: [text('DeveloperName', 80), text('MasterLabel', 80)],
  },
  ...SURVEY_OBJECTS,
};

/** Exists in orgs with more than one currency. */
export const CURRENCY_TYPE: StandardObject = {
  label: 'Currency Type',
  prefix: '01L',
  fields: [
    text('IsoCode', 40),
    { name: 'ConversionRate', type: 'double' },
    { name: 'DecimalPlaces', type: 'int' },
    flag('IsCorporate'),
    flag('IsActive'),
  ],
};

/** Exist in orgs with Field Service, Scheduler or skills-based routing. */
export const SKILL_OBJECTS: readonly string[] = [
  'Skill',
  'ServiceResource',
  'ServiceResourceSkill',
];
