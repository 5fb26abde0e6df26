import { checkFields } from '../checks/fields.ts';
import { added, gone, INTERVENTION, LAYOUT, swap, type PlantedCheck } from './plant.ts';

export const fields: PlantedCheck = [
  'fields and objects as a deploy takes them',
  checkFields,
  [
    [
      'a master that says it is required',
      'default/objects/Coaching_Note__c/fields/Intervention__c.field-meta.xml',
      added('    <type>', '    <required>true</required>\n'),
      /MasterDetail takes no required/,
    ],
    [
      'a master without its order',
      'default/objects/Coaching_Note__c/fields/Intervention__c.field-meta.xml',
      swap(/ *<relationshipOrder>0<\/relationshipOrder>\n/, ''),
      /needs relationshipOrder/,
    ],
    [
      'a lookup without a list',
      `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
      swap(/ *<relationshipName>.*<\/relationshipName>\n/, ''),
      /Lookup needs relationshipName/,
    ],
    [
      'a list with a name that is none',
      `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
      swap('Interventions_As_Rep', 'As__Rep'),
      /As__Rep cannot name a relationship/,
    ],
    [
      'a text without a length',
      `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
      swap(/ *<length>\d+<\/length>\n/, ''),
      /Text needs length/,
    ],
    [
      'a long text without lines',
      `${INTERVENTION}/fields/Notices__c.field-meta.xml`,
      swap(/ *<visibleLines>5<\/visibleLines>\n/, ''),
      /LongTextArea needs visibleLines/,
    ],
    [
      'a long text that is short',
      `${INTERVENTION}/fields/Notices__c.field-meta.xml`,
      swap('>32768<', '>200<'),
      /at least 256/,
    ],
    [
      'a number with too many digits',
      `${INTERVENTION}/fields/Barge_Seconds__c.field-meta.xml`,
      swap(/<precision>\d+</, '<precision>19<'),
      /too many digits/,
    ],
    [
      'a number with more decimals than digits',
      `${INTERVENTION}/fields/Barge_Seconds__c.field-meta.xml`,
      swap(/<scale>0</, '<scale>12<'),
      /too many digits/,
    ],
    [
      'a checkbox without a default',
      `${INTERVENTION}/fields/Whisper_Skipped__c.field-meta.xml`,
      swap(/ *<defaultValue>false<\/defaultValue>\n/, ''),
      /Checkbox needs defaultValue/,
    ],
    [
      'a picklist with two defaults',
      `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
      swap(/<default>false/g, '<default>true'),
      /two defaults/,
    ],
    [
      'a value without a label',
      `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
      swap(/ *<label>Inbound<\/label>\n/, ''),
      /needs a name and a label/,
    ],
    [
      'a lookup in custom metadata',
      'default/objects/Dealside_Reason_Code__mdt/fields/Family__c.field-meta.xml',
      swap('>Picklist<', '>Lookup<'),
      /custom metadata has no Lookup/,
    ],
    [
      'an object without sharing',
      `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
      swap(/ *<sharingModel>.*<\/sharingModel>\n/, ''),
      /needs sharingModel/,
    ],
    [
      'custom metadata with sharing',
      'default/objects/Dealside_Reason_Code__mdt/Dealside_Reason_Code__mdt.object-meta.xml',
      added('    <visibility>', '    <sharingModel>Read</sharingModel>\n'),
      /takes no sharingModel/,
    ],
    [
      'numbers without a format',
      `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
      swap('CI-{000000}', 'CI'),
      /need a format/,
    ],
    ['a layout that no profile is given', LAYOUT, gone, /has no Call Intervention Layout/],
    [
      'a picklist that is compared',
      'default/objects/Help_Request__c/validationRules/Answered_Says_By_Whom.validationRule-meta.xml',
      swap('ISPICKVAL(Status__c, "answered")', 'Status__c = "answered"'),
      /picklist Status__c must stand in/,
    ],
    [
      'a text that is asked as a picklist',
      `${INTERVENTION}/validationRules/Other_Needs_A_Note.validationRule-meta.xml`,
      swap('ISBLANK(Reason_Note__c)', 'ISPICKVAL(Reason_Note__c, "")'),
      /Reason_Note__c is no picklist/,
    ],
  ],
];
