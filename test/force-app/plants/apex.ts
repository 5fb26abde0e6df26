import { checkApex } from '../checks/apex.ts';
import { gone, RECEIPTS, swap, type PlantedCheck } from './plant.ts';

export const apex: PlantedCheck = [
  'Apex',
  checkApex,
  [
    ['a syntax error', RECEIPTS, swap('return;', 'return'), /cls:\d+:\d+/],
    [
      'a field that is not there, in a query',
      RECEIPTS,
      swap('Whisper_Skipped__c,', 'Whisper__c,'),
      /Call_Intervention__c has no Whisper__c/,
    ],
    [
      'a parent that is not there, in a query',
      RECEIPTS,
      swap('Supervisor__r.Name', 'Manager__r.Name'),
      /no Manager__r.Name/,
    ],
    [
      'a field that is not there, on a record',
      RECEIPTS,
      swap('intervention.Rep_Verdict__c', 'intervention.Verdict__c'),
      /Call_Intervention__c has no Verdict__c/,
    ],
    [
      'a field that is not there, in a new record',
      'default/classes/DealsideCoachingDebriefs.cls',
      swap('Next_Time__c =', 'Next__c ='),
      /Coaching_Note__c has no field Next__c/,
    ],
    [
      'a type that is not there',
      RECEIPTS,
      swap('Map<Id, Answer>', 'Map<Id, Reply>'),
      /no type Map<Id,Reply>/,
    ],
    [
      'a method that a class of ours does not have',
      'default/classes/DealsideInstallCheck.cls',
      swap('DealsideSessionToken.canSign', 'DealsideSessionToken.signs'),
      /DealsideSessionToken has no signs/,
    ],
    [
      'a method that a platform class does not have',
      RECEIPTS,
      swap('UserInfo.getUserId', 'UserInfo.getId'),
      /UserInfo has no getId/,
    ],
    [
      'a method that is not there',
      'default/classes/DealsideCoachingDebriefs.cls',
      swap('noteOf(debrief, doneAt)', 'toNote(debrief, doneAt)'),
      /no method toNote/,
    ],
    [
      'a label that is not there',
      RECEIPTS,
      swap('Dealside_ReceiptNotYours', 'Dealside_NotYours'),
      /no label Dealside_NotYours/,
    ],
    [
      'a custom permission that is not there',
      'default/classes/DealsidePolicyExport.cls',
      swap("'Dealside_Administer'", "'Dealside_Export'"),
      /no custom permission Dealside_Export/,
    ],
    ['a class without sharing', RECEIPTS, swap('with sharing ', ''), /without sharing/],
    [
      'a query with more rights than the user',
      RECEIPTS,
      swap('WITH USER_MODE', ''),
      /reads with more rights/,
    ],
    [
      'another write with the rights of the package',
      RECEIPTS,
      swap('update as system own', 'update as system answers'),
      /writes with more rights/,
    ],
    [
      'a write with more rights than the user',
      'default/classes/DealsideCoachingDebriefs.cls',
      swap('update as user', 'update'),
      /writes with more rights/,
    ],
    [
      'a query in a loop',
      RECEIPTS,
      swap(
        'Answer given = byId.get(intervention.Id);',
        'Answer given = byId.get([SELECT Id FROM Call_Intervention__c WITH USER_MODE LIMIT 1].Id);',
      ),
      /in a loop/,
    ],
    [
      'a profile looked up by its name',
      'default/classes/DealsideTestPeople.cls',
      swap("UserType = 'Standard'", "Name = 'Standard User'"),
      /looks Profile up by Name, which is translated/,
    ],
    [
      'a profile looked up by its name from elsewhere',
      'default/classes/DealsideInstallCheck.cls',
      swap('Assignee.IsActive = TRUE', "Assignee.Profile.Name = 'Standard User'"),
      /looks PermissionSetAssignment up by Assignee.Profile.Name, which is translated/,
    ],
    [
      'a value of a standard picklist',
      'default/classes/DealsideTestPeople.cls',
      swap(/StageName = \[[\s\S]*?\.ApiName,/, "StageName = 'Prospecting',"),
      /writes StageName as 'Prospecting', which each org names itself/,
    ],
    [
      'a class without a test',
      'default/classes/DealsideBargeReceiptsTest.cls',
      gone,
      /has no test DealsideBargeReceiptsTest/,
    ],
    [
      'a test that asserts nothing',
      'default/classes/DealsideSessionTokenTest.cls',
      swap(
        "Assert.isTrue(DealsideSessionToken.canSign('Dealside_Session'), 'it signs');",
        "DealsideSessionToken.canSign('Dealside_Session');",
      ),
      /asserts nothing/,
    ],
    [
      'a class that nobody may use',
      'default/permissionsets/Dealside_Admin.permissionset-meta.xml',
      swap('>DealsidePolicyExport<', '>DealsideSessionToken<'),
      /no permission set lets anybody use DealsidePolicyExport/,
    ],
    ['a class without its metadata', `${RECEIPTS}-meta.xml`, gone, /must say API version/],
  ],
];
