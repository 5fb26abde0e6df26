import { adminLabels } from './admin';
import { alertRulesLabels } from './alertRules';
import { assistanceLabels } from './assistance';
import { auditLabels } from './audit';
import { calibrationLabels } from './calibration';
import { callActionLabels } from './callAction';
import { callBacksLabels } from './callBacks';
import { callBarLabels } from './callBar';
import { callDebriefsLabels } from './callDebriefs';
import { callListLabels } from './callList';
import { callPhonesLabels } from './callPhones';
import { callsLabels } from './calls';
import { coachingLabels } from './coaching';
import { commonLabels } from './common';
import { coursesLabels } from './courses';
import { cuesLabels } from './cues';
import { debriefTimesLabels } from './debriefTimes';
import { homeLabels } from './home';
import { integrityLabels } from './integrity';
import { joiningLabels } from './joining';
import { jointLabels } from './joint';
import { ladderLabels } from './ladder';
import { leadLabels } from './lead';
import { listsLabels } from './lists';
import { outcomeCallsLabels } from './outcomeCalls';
import { outcomeDealsLabels } from './outcomeDeals';
import { outcomeIssuesLabels } from './outcomeIssues';
import { outcomesLabels } from './outcomes';
import { outcomeUseLabels } from './outcomeUse';
import { permissionLabels } from './permissions';
import { practiceLabels } from './practice';
import { presenceLabels } from './presence';
import { proficiencyLabels } from './proficiency';
import { programStartLabels } from './programStarts';
import { reachLabels } from './reach';
import { outcomeReceiptLabels } from './receipts';
import { recordingPauseLabels } from './recordingPause';
import { recordingsLabels } from './recordings';
import { repPolicyLabels } from './repPolicy';
import { salesforceSyncLabels } from './salesforceSync';
import { satisfactionLabels } from './satisfaction';
import { setupLabels } from './setup';
import { simulationLabels } from './simulation';
import { stepUpLabels } from './stepUp';
import { summonsLabels } from './summons';
import { teamCoachingLabels } from './teamCoaching';
import { waitingLabels } from './waiting';
import { wallLabels } from './wall';
import { wordsLabels } from './words';
import { worthLabels } from './worth';
import { wrapUpLabels } from './wrapUps';

/** Every text of Dealside, from custom labels. */
export const labels = {
  ...alertRulesLabels,
  ...commonLabels,
  ...calibrationLabels,
  ...callsLabels,
  ...coursesLabels,
  ...cuesLabels,
  ...callDebriefsLabels,
  ...debriefTimesLabels,
  ...listsLabels,
  ...assistanceLabels,
  ...coachingLabels,
  ...teamCoachingLabels,
  ...jointLabels,
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
  ...outcomeIssuesLabels,
  ...outcomeUseLabels,
  ...outcomesLabels,
  ...proficiencyLabels,
  ...outcomeReceiptLabels,
  ...programStartLabels,
  ...waitingLabels,
  ...worthLabels,
  ...practiceLabels,
  ...presenceLabels,
  ...recordingsLabels,
  ...salesforceSyncLabels,
  ...callActionLabels,
  ...callListLabels,
  ...callBacksLabels,
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
