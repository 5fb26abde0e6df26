import outcomesTeam from '@salesforce/label/c.Dealside_OutcomesTeam';
import outcomesTeamOf from '@salesforce/label/c.Dealside_OutcomesTeamOf';
import outcomesQueue from '@salesforce/label/c.Dealside_OutcomesQueue';
import outcomesAll from '@salesforce/label/c.Dealside_OutcomesAll';
import outcomesDownloadParquet from '@salesforce/label/c.Dealside_OutcomesDownloadParquet';
import outcomesPrint from '@salesforce/label/c.Dealside_OutcomesPrint';
import outcomesReasonNote from '@salesforce/label/c.Dealside_OutcomesReasonNote';
import outcomesCallsTitle from '@salesforce/label/c.Dealside_OutcomesCallsTitle';
import outcomesCallsLoading from '@salesforce/label/c.Dealside_OutcomesCallsLoading';
import outcomesCallsNone from '@salesforce/label/c.Dealside_OutcomesCallsNone';
import outcomesCallsNoneText from '@salesforce/label/c.Dealside_OutcomesCallsNoneText';
import outcomesCallsWhen from '@salesforce/label/c.Dealside_OutcomesCallsWhen';
import outcomesCallsRep from '@salesforce/label/c.Dealside_OutcomesCallsRep';
import outcomesCallsDuration from '@salesforce/label/c.Dealside_OutcomesCallsDuration';
import outcomesCallsJoined from '@salesforce/label/c.Dealside_OutcomesCallsJoined';
import outcomesCallsNobody from '@salesforce/label/c.Dealside_OutcomesCallsNobody';
import outcomesCallsSaid from '@salesforce/label/c.Dealside_OutcomesCallsSaid';
import outcomesCallsScore from '@salesforce/label/c.Dealside_OutcomesCallsScore';
import outcomesCallsDeal from '@salesforce/label/c.Dealside_OutcomesCallsDeal';
import outcomesCallsOlder from '@salesforce/label/c.Dealside_OutcomesCallsOlder';
import outcomesCallsClose from '@salesforce/label/c.Dealside_OutcomesCallsClose';

/** Filters, files and the calls behind a number. */
export const outcomeCallsLabels = {
  outcomesTeam,
  outcomesTeamOf,
  outcomesQueue,
  outcomesAll,
  outcomesDownloadParquet,
  outcomesPrint,
  outcomesReasonNote,
  outcomesCallsTitle,
  outcomesCallsLoading,
  outcomesCallsNone,
  outcomesCallsNoneText,
  outcomesCallsWhen,
  outcomesCallsRep,
  outcomesCallsDuration,
  outcomesCallsJoined,
  outcomesCallsNobody,
  outcomesCallsSaid,
  outcomesCallsScore,
  outcomesCallsDeal,
  outcomesCallsOlder,
  outcomesCallsClose,
};
