import { checkRecords } from '../checks/records.ts';
import { gone, INTERVENTION, swap, type PlantedCheck } from './plant.ts';

export const records: PlantedCheck = [
  'custom metadata records',
  checkRecords,
  [
    [
      'a field that is not there',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      swap('Family__c', 'Group__c'),
      /no field Group__c/,
    ],
    [
      'a value of another type',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      swap('xsd:boolean', 'xsd:string'),
      /wants xsd:boolean/,
    ],
    [
      'a type that no value has',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      swap(/xsd:string(?=">other)/, 'xsd:picklist'),
      /wants xsd:string/,
    ],
    [
      'a value that is not in the picklist',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      swap('>other</value', '>misc</value'),
      /no value misc/,
    ],
    [
      'a label that is too long',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      swap('<label>Other', `<label>${'Other '.repeat(8)}`),
      /longer than 40/,
    ],
    [
      'a reason that the server has and the org has not',
      'seeds/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
      gone,
      /lacks a record other/,
    ],
    [
      'a reason for help that the org does not have',
      'default/objects/Help_Request__c/fields/Reason_Code__c.field-meta.xml',
      swap('<fullName>pricing<', '<fullName>price<'),
      /Help_Request__c.*lacks the value pricing/,
    ],
    [
      'a picklist without a code of the server',
      `${INTERVENTION}/fields/Outcome__c.field-meta.xml`,
      swap('<fullName>saved<', '<fullName>kept<'),
      /lacks the value saved/,
    ],
    [
      'an end reason that the server does not know',
      `${INTERVENTION}/fields/Ended_Because__c.field-meta.xml`,
      swap('<fullName>revoked<', '<fullName>removed<'),
      /Ended_Because__c: removed is not in both/,
    ],
  ],
];
