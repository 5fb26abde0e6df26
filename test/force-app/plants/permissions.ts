import { checkPermissions } from '../checks/permissions.ts';
import { added, ADMIN, gone, RECEIPTS, swap, type PlantedCheck } from './plant.ts';

const INTEGRATION = 'default/permissionsets/Dealside_Integration.permissionset-meta.xml';
const GRANT = (field: string): string =>
  `    <fieldPermissions>\n        <editable>true</editable>\n        <field>${field}</field>\n        <readable>true</readable>\n    </fieldPermissions>\n`;

export const permissions: PlantedCheck = [
  'permission sets',
  checkPermissions,
  [
    [
      'a field that is not there',
      ADMIN,
      swap('Call_Intervention__c.Queue__c', 'Call_Intervention__c.Line__c'),
      /no field Call_Intervention__c.Line__c/,
    ],
    [
      'a field that the administrator may not see',
      ADMIN,
      swap(GRANT('Call_Intervention__c.Queue__c'), ''),
      /Admin: does not grant Call_Intervention__c.Queue__c/,
    ],
    [
      'a permission for a required field',
      ADMIN,
      added('    <hasActivationRequired>', GRANT('Coaching_Note__c.Intervention__c')),
      /takes no permission/,
    ],
    [
      'an activity field granted by the wrong name',
      ADMIN,
      swap('Task.Dealside_Key__c', 'Activity.Dealside_Key__c'),
      /granted as Task/,
    ],
    ['a class that is not there', RECEIPTS, gone, /no Apex class DealsideBargeReceipts/],
    [
      'a custom permission that is not there',
      'default/customPermissions/Dealside_Administer.customPermission-meta.xml',
      gone,
      /no custom permission/,
    ],
    [
      'a tab that is not there',
      'default/tabs/Help_Request__c.tab-meta.xml',
      gone,
      /no tab Help_Request__c/,
    ],
    [
      'a user permission without the one it needs',
      INTEGRATION,
      swap(
        /<userPermissions>\s*<enabled>true<\/enabled>\s*<name>ActivitiesAccess<\/name>\s*<\/userPermissions>/,
        '',
      ),
      /EditTask without ActivitiesAccess/,
    ],
    [
      'editing without reading',
      ADMIN,
      swap(/<allowRead>true/, '<allowRead>false'),
      /needs allowRead/,
    ],
    [
      'a child without its parent',
      'default/permissionsets/Dealside_RevOps.permissionset-meta.xml',
      swap('<object>Call_Intervention__c<', '<object>Account<'),
      /reading Coaching_Note__c needs reading Call_Intervention__c/,
    ],
  ],
];
