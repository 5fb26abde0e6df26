import { checkLimits } from '../checks/limits.ts';
import { added, ADMIN, GERMAN, INTERVENTION, REPORT, swap, type PlantedCheck } from './plant.ts';

export const limits: PlantedCheck = [
  'names and lengths',
  checkLimits,
  [
    [
      'a label that is too long',
      `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
      swap('<label>Queue', `<label>${'Queue '.repeat(8)}`),
      /label has 40 characters at most/,
    ],
    [
      'a German label that is too long',
      'german/objectTranslations/Call_Intervention__c-de/Queue__c.fieldTranslation-meta.xml',
      swap(/<label>/, `<label>${'Warteschlange '.repeat(4)}`),
      /label has 40 characters at most/,
    ],
    [
      'a message that is too long',
      `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
      swap('<errorMessage>', `<errorMessage>${'No. '.repeat(70)}`),
      /errorMessage has 255/,
    ],
    [
      'a report type with a long label',
      'default/reportTypes/Dealside_Interventions.reportType-meta.xml',
      swap('<label>', `<label>${'Interventions '.repeat(4)}`),
      /label has 50/,
    ],
    [
      'a permission set with a long description',
      ADMIN,
      swap('<description>', `<description>${'Everything. '.repeat(24)}`),
      /description has 255/,
    ],
    [
      'a report with a long description',
      REPORT,
      swap('<description>', `<description>${'Outcomes. '.repeat(27)}`),
      /description has 255/,
    ],
    [
      'a field with a name that is none',
      `${INTERVENTION}/fields/Two__Words__c.field-meta.xml`,
      () => '<CustomField><fullName>Two__Words__c</fullName></CustomField>',
      /Two__Words cannot be an API name/,
    ],
    [
      'a field with a name that is too long',
      `${INTERVENTION}/fields/${'Long_'.repeat(9)}x__c.field-meta.xml`,
      () => `<CustomField><fullName>${'Long_'.repeat(9)}x__c</fullName></CustomField>`,
      /longer than 40/,
    ],
    [
      'a list called otherwise than its file',
      `${INTERVENTION}/listViews/All.listView-meta.xml`,
      swap('<fullName>All', '<fullName>Every'),
      /is called Every inside/,
    ],
    [
      'a list with too many columns',
      `${INTERVENTION}/listViews/All.listView-meta.xml`,
      swap('    <columns>NAME</columns>\n', '    <columns>NAME</columns>\n'.repeat(12)),
      /more than 15 columns/,
    ],
    [
      'a translation that came with a later version',
      GERMAN,
      added('</Translations>', '<reports><name>Dealside/Rep_Verdicts</name></reports>'),
      /came with version 67/,
    ],
  ],
];
