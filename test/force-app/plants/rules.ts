import { checkRules } from '../checks/rules.ts';
import { ADMIN, gone, swap, type PlantedCheck } from './plant.ts';

const COACH_RULE = 'seeds/customMetadata/Dealside_Policy_Rule.Coaches_Own_Teams.md-meta.xml';

export const rules: PlantedCheck = [
  'rules that are shipped, and the people whom they can match',
  checkRules,
  [
    [
      'a rule for a role that no permission set gives',
      'default/permissionsets/Dealside_Investigator.permissionset-meta.xml',
      gone,
      /Covert_Investigation.*no permission set gives the role investigator/,
    ],
    [
      'a rule for people who lack the permission of its mode',
      ADMIN,
      swap('<name>Dealside_Monitor<', '<name>Dealside_Take_Calls<'),
      /Admins_By_Passkey.*Dealside_Admin does not grant Dealside_Monitor/,
    ],
    [
      'a mode that the role of the rule does not have',
      COACH_RULE,
      swap('<field>Whisper__c<', '<field>Barge__c<'),
      /Coaches_Own_Teams.*does not grant Dealside_Barge/,
    ],
    [
      'a rule for everyone and people who may not see all calls',
      ADMIN,
      swap('<name>Dealside_All_Calls<', '<name>Dealside_Take_Calls<'),
      /Admins_By_Passkey.*does not grant Dealside_All_Calls/,
    ],
    [
      'a permission set group with a set that is not there',
      'default/permissionsetgroups/Dealside_Coaches.permissionsetgroup-meta.xml',
      swap('>Dealside_Coach<', '>Dealside_Trainer<'),
      /no permission set Dealside_Trainer/,
    ],
  ],
];
