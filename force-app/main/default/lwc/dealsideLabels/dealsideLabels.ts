import { alertRulesLabels } from './alertRules';
import { commonLabels } from './common';
import { coursesLabels } from './courses';
import { cuesLabels } from './cues';
import { debriefTimesLabels } from './debriefTimes';
import { calibrationLabels } from './calibration';
import { callsLabels } from './calls';
import { listsLabels } from './lists';
import { assistanceLabels } from './assistance';
import { coachingLabels } from './coaching';
import { ladderLabels } from './ladder';
import { repPolicyLabels } from './repPolicy';
import { stepUpLabels } from './stepUp';
import { joiningLabels } from './joining';
import { adminLabels } from './admin';
import { integrityLabels } from './integrity';
import { simulationLabels } from './simulation';
import { permissionLabels } from './permissions';
import { outcomeCallsLabels } from './outcomeCalls';
import { outcomeDealsLabels } from './outcomeDeals';
import { outcomesLabels } from './outcomes';
import { proficiencyLabels } from './proficiency';
import { worthLabels } from './worth';
import { practiceLabels } from './practice';
import { presenceLabels } from './presence';
import { recordingsLabels } from './recordings';
import { salesforceSyncLabels } from './salesforceSync';
import { reachLabels } from './reach';
import { summonsLabels } from './summons';
import { wordsLabels } from './words';
import { teamCoachingLabels } from './teamCoaching';
import { wrapUpLabels } from './wrapUps';
import { recordingPauseLabels } from './recordingPause';
import { callActionLabels } from './callAction';
import { callListLabels } from './callList';
import { homeLabels } from './home';
import { satisfactionLabels } from './satisfaction';
import { setupLabels } from './setup';
import { callPhonesLabels } from './callPhones';
import { callBarLabels } from './callBar';
import { wallLabels } from './wall';
import { auditLabels } from './audit';
import { leadLabels } from './lead';

/** Every text of Dealside, from custom labels. */
export const labels = {
  ...alertRulesLabels,
  ...commonLabels,
  ...calibrationLabels,
  ...callsLabels,
  ...coursesLabels,
  ...cuesLabels,
  ...debriefTimesLabels,
  ...listsLabels,
  ...assistanceLabels,
  ...coachingLabels,
  ...teamCoachingLabels,
  ...ladderLabels,
  ...repPolicyLabels,
  ...stepUpLabels,
  ...joiningLabels,
  ...adminLabels,
  ...permissionLabels,
  ...simulationLabels,
  ...integrityLabels,
  ...outcomeCallsLabels,
  ...outcomeDealsLabels,
  ...outcomesLabels,
  ...proficiencyLabels,
  ...worthLabels,
  ...practiceLabels,
  ...presenceLabels,
  ...recordingsLabels,
  ...salesforceSyncLabels,
  ...callActionLabels,
  ...callListLabels,
  ...callPhonesLabels,
  ...leadLabels,
  ...recordingPauseLabels,
  ...reachLabels,
  ...summonsLabels,
  ...wordsLabels,
  ...wrapUpLabels,
  ...callBarLabels,
  ...wallLabels,
  ...auditLabels,
  ...homeLabels,
  ...satisfactionLabels,
  ...setupLabels,
};

/** The text with its {placeholders} filled in. */
export function fill(text: string, values: Record<string, string | number | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
