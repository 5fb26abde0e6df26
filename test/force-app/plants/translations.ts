import { checkTranslations } from '../checks/translations.ts';
import { GERMAN, gone, INTERVENTION, LAYOUT, swap, type PlantedCheck } from './plant.ts';

export const translations: PlantedCheck = [
  'German beside English',
  checkTranslations,
  [
    [
      'a label without German',
      GERMAN,
      swap(
        /<customLabels>\s*<label>Mithören<\/label>\s*<name>Dealside_ModeMonitor<\/name>\s*<\/customLabels>/,
        '',
      ),
      /Dealside_ModeMonitor is not translated/,
    ],
    [
      'German without a label',
      GERMAN,
      swap('>Dealside_ModeMonitor<', '>Dealside_ModeListen<'),
      /no label Dealside_ModeListen/,
    ],
    [
      'a place that is not filled in German',
      GERMAN,
      swap('nur {rep} hört', 'nur {wer} hört'),
      /Dealside_HeardByRep does not fill/,
    ],
    [
      'an apostrophe in a label that Apex fills',
      'default/labels/CustomLabels.labels-meta.xml',
      swap('Dealside could not sign your session', "Dealside couldn't sign your session"),
      /Dealside_SessionNoCertificate is filled by Apex and has an apostrophe/,
    ],
    [
      'a label that is there twice',
      'default/labels/CustomLabels.labels-meta.xml',
      swap('>Dealside_ModeWhisper<', '>Dealside_ModeMonitor<'),
      /Dealside_ModeMonitor is there twice/,
    ],
    [
      'a field without German',
      'german/objectTranslations/Call_Intervention__c-de/Queue__c.fieldTranslation-meta.xml',
      gone,
      /fields lacks Queue__c/,
    ],
    [
      'a picklist value without German',
      `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
      swap('<label>Inbound', '<label>Incoming'),
      /picklistValues lacks Incoming/,
    ],
    [
      'a rule without German',
      'german/objectTranslations/Help_Request__c-de/Help_Request__c-de.objectTranslation-meta.xml',
      swap(/<validationRules>[\s\S]*<\/validationRules>/, ''),
      /validationRules lacks Answered_Says_By_Whom/,
    ],
    [
      'a section without German',
      LAYOUT,
      swap('<label>Evidence<', '<label>Proof<'),
      /sections lacks Proof/,
    ],
    [
      'an app without German',
      GERMAN,
      swap(/<customApplications>[\s\S]*<\/customApplications>/, ''),
      /customApplications lacks Dealside/,
    ],
  ],
];
