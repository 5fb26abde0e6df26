import debriefCloseAlone from '@salesforce/label/c.Dealside_DebriefCloseAlone';
import debriefClosedAlone from '@salesforce/label/c.Dealside_DebriefClosedAlone';
import debriefCloseReason from '@salesforce/label/c.Dealside_DebriefCloseReason';
import debriefCloseReasonMissing from '@salesforce/label/c.Dealside_DebriefCloseReasonMissing';
import debriefCloseSave from '@salesforce/label/c.Dealside_DebriefCloseSave';
import debriefHide from '@salesforce/label/c.Dealside_DebriefHide';
import debriefLeft from '@salesforce/label/c.Dealside_DebriefLeft';
import debriefMomentFailed from '@salesforce/label/c.Dealside_DebriefMomentFailed';
import debriefMomentFailedHint from '@salesforce/label/c.Dealside_DebriefMomentFailedHint';
import debriefMomentPlay from '@salesforce/label/c.Dealside_DebriefMomentPlay';
import debriefOfChance from '@salesforce/label/c.Dealside_DebriefOfChance';
import debriefOfFlag from '@salesforce/label/c.Dealside_DebriefOfFlag';
import debriefOfNewRep from '@salesforce/label/c.Dealside_DebriefOfNewRep';
import debriefPlan from '@salesforce/label/c.Dealside_DebriefPlan';
import debriefPlanHint from '@salesforce/label/c.Dealside_DebriefPlanHint';
import debriefPlanned from '@salesforce/label/c.Dealside_DebriefPlanned';
import debriefPlannedWith from '@salesforce/label/c.Dealside_DebriefPlannedWith';
import debriefPlanNoReason from '@salesforce/label/c.Dealside_DebriefPlanNoReason';
import debriefPlanNote from '@salesforce/label/c.Dealside_DebriefPlanNote';
import debriefPlanReason from '@salesforce/label/c.Dealside_DebriefPlanReason';
import debriefPlanSave from '@salesforce/label/c.Dealside_DebriefPlanSave';
import debriefShow from '@salesforce/label/c.Dealside_DebriefShow';
import debriefTaken from '@salesforce/label/c.Dealside_DebriefTaken';
import debriefWaitsForOrg from '@salesforce/label/c.Dealside_DebriefWaitsForOrg';
import finishedFlagAt from '@salesforce/label/c.Dealside_FinishedFlagAt';
import finishedFlagged from '@salesforce/label/c.Dealside_FinishedFlagged';
import finishedNoFlagged from '@salesforce/label/c.Dealside_FinishedNoFlagged';

/** Debriefs of calls that nobody had to join, and those that one person closes alone. */
export const callDebriefsLabels = {
  debriefPlan,
  debriefPlanSave,
  debriefPlanReason,
  debriefPlanNoReason,
  debriefPlanNote,
  debriefPlanHint,
  debriefPlanned,
  debriefPlannedWith,
  debriefShow,
  debriefHide,
  debriefOfFlag,
  debriefOfChance,
  debriefOfNewRep,
  debriefWaitsForOrg,
  debriefLeft,
  debriefCloseAlone,
  debriefCloseReason,
  debriefCloseReasonMissing,
  debriefCloseSave,
  debriefClosedAlone,
  debriefTaken,
  debriefMomentPlay,
  debriefMomentFailed,
  debriefMomentFailedHint,
  finishedFlagged,
  finishedNoFlagged,
  finishedFlagAt,
};
