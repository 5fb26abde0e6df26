import { checkElements } from '../checks/elements.ts';
import { added, ADMIN, INTERVENTION, swap, type PlantedCheck } from './plant.ts';

export const elements: PlantedCheck = [
  'metadata in the form of the Metadata API',
  checkElements,
  [
    [
      'an element that does not exist',
      'default/tabs/Help_Request__c.tab-meta.xml',
      swap(/motif/g, 'motive'),
      /CustomTab has no motive/,
    ],
    [
      'an element at the wrong level',
      'org/settings/Security.settings-meta.xml',
      swap(/<\/?sessionSettings>/g, ''),
      /SecuritySettings has no grantMicrophoneAccess/,
    ],
    [
      'a boolean that is none',
      'org/settings/Security.settings-meta.xml',
      swap('true', 'yes'),
      /is not true or false/,
    ],
    [
      'a number that is none',
      `${INTERVENTION}/fields/External_Id__c.field-meta.xml`,
      swap('>64<', '>long<'),
      /length is not a number/,
    ],
    [
      'a value that the platform does not have',
      `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
      swap('>Lookup<', '>LookUp<'),
      /type cannot be LookUp/,
    ],
    [
      'something required that is missing',
      `${INTERVENTION}/listViews/All.listView-meta.xml`,
      swap(/<label>.*<\/label>/, ''),
      /ListView lacks label/,
    ],
    [
      'something single that is there twice',
      'default/tabs/Help_Request__c.tab-meta.xml',
      added('</CustomTab>', '<motif>Custom1: Heart</motif>'),
      /motif more than once/,
    ],
    [
      'elements of one name that do not stand together',
      ADMIN,
      added(
        '    <hasActivationRequired>',
        '    <classAccesses>\n        <apexClass>DealsideSessionToken</apexClass>\n        <enabled>true</enabled>\n    </classAccesses>\n',
      ),
      /classAccesses scattered/,
    ],
    ['an element that is not closed', ADMIN, swap('</PermissionSet>', ''), /Admin/],
    [
      'a type of metadata that does not exist',
      'default/tabs/Help_Request__c.tab-meta.xml',
      swap(/CustomTab/g, 'LightningTab'),
      /no LightningTab/,
    ],
  ],
];
