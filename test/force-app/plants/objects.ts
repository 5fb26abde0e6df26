import { checkObjects } from '../checks/objects.ts';
import { gone, INTERVENTION, LAYOUT, swap, type PlantedCheck } from './plant.ts';

export const objects: PlantedCheck = [
  'objects, lists, layouts and rules',
  checkObjects,
  [
    [
      'a field called otherwise than its file',
      `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
      swap('Queue__c', 'Line__c'),
      /is called Line__c/,
    ],
    [
      'a lookup to nowhere',
      `${INTERVENTION}/fields/Lead__c.field-meta.xml`,
      swap('>Lead</referenceTo', '>Prospect__c</referenceTo'),
      /Prospect__c, which is not there/,
    ],
    [
      'two lists of one name',
      `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
      swap('Interventions_As_Rep', 'Interventions_As_Supervisor'),
      /two lookups call their list/,
    ],
    [
      'a picklist value that is there twice',
      `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
      swap('<fullName>Outbound', '<fullName>Inbound'),
      /Inbound twice/,
    ],
    [
      'a list that shows a field that is gone',
      `${INTERVENTION}/fields/Rep_Reply__c.field-meta.xml`,
      gone,
      /Hurt.*shows Rep_Reply__c/,
    ],
    [
      'a list that filters by a value that is gone',
      `${INTERVENTION}/listViews/Hurt.listView-meta.xml`,
      swap('>hurt<', '>harmed<'),
      /no value harmed/,
    ],
    [
      'a compact layout with a long text',
      `${INTERVENTION}/compactLayouts/Dealside_Compact.compactLayout-meta.xml`,
      swap('Reason_Code__c', 'Notices__c'),
      /long text Notices__c/,
    ],
    ['a layout field that is not there', LAYOUT, swap('>Queue__c<', '>Line__c<'), /shows Line__c/],
    [
      'a related list that is not there',
      LAYOUT,
      swap('Coaching_Note__c.Intervention__c', 'Coaching_Note__c.Call__c'),
      /no related list/,
    ],
    [
      'a layout without a required field',
      'default/layouts/Coaching_Note__c-Coaching Note Layout.layout-meta.xml',
      swap(/<layoutItems>\s*<behavior>Required<[\s\S]*?<\/layoutItems>/, ''),
      /must show Intervention__c/,
    ],
    [
      'a rule about a field that is not there',
      `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
      swap(/Left_At__c &lt;/, 'Gone_At__c &lt;'),
      /names Gone_At__c/,
    ],
    [
      'a rule that cannot be read',
      `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
      swap('AND(', 'ALL('),
      /function ALL/,
    ],
    [
      'a rule about a permission that is not there',
      `${INTERVENTION}/validationRules/Only_The_Rep_Judges.validationRule-meta.xml`,
      swap('$Permission.Dealside_Administer', '$Permission.Dealside_Rule'),
      /permission Dealside_Rule/,
    ],
    [
      'a compact layout that is not there',
      `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
      swap('>Dealside_Compact<', '>Compact<'),
      /compact layout Compact/,
    ],
  ],
];
