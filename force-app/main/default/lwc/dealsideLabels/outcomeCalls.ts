import outcomesAll from '@salesforce/label/c.Dealside_OutcomesAll';
import outcomesCallsClose from '@salesforce/label/c.Dealside_OutcomesCallsClose';
import outcomesCallsDeal from '@salesforce/label/c.Dealside_OutcomesCallsDeal';
import outcomesCallsDuration from '@salesforce/label/c.Dealside_OutcomesCallsDuration';
import outcomesCallsJoined from '@salesforce/label/c.Dealside_OutcomesCallsJoined';
import outcomesCallsLoading from '@salesforce/label/c.Dealside_OutcomesCallsLoading';
import outcomesCallsNobody from '@salesforce/label/c.Dealside_OutcomesCallsNobody';
import outcomesCallsNone from '@salesforce/label/c.Dealside_OutcomesCallsNone';
import outcomesCallsNoneText from '@salesforce/label/c.Dealside_OutcomesCallsNoneText';
import outcomesCallsOlder from '@salesforce/label/c.Dealside_OutcomesCallsOlder';
import outcomesCallsRep from '@salesforce/label/c.Dealside_OutcomesCallsRep';
import outcomesCallsSaid from '@salesforce/label/c.Dealside_OutcomesCallsSaid';
import outcomesCallsScore from '@salesforce/label/c.Dealside_OutcomesCallsScore';
import outcomesCallsTitle from '@salesforce/label/c.Dealside_OutcomesCallsTitle';
import outcomesCallsWhen from '@salesforce/label/c.Dealside_OutcomesCallsWhen';
import outcomesDownloadParquet from '@salesforce/label/c.Dealside_OutcomesDownloadParquet';
import outcomesPrint from '@salesforce/label/c.Dealside_OutcomesPrint';
import outcomesQueue from '@salesforce/label/c.Dealside_OutcomesQueue';
import outcomesReasonNote from '@salesforce/label/c.Dealside_OutcomesReasonNote';
import outcomesTeam from '@salesforce/label/c.Dealside_OutcomesTeam';
import outcomesTeamOf from '@salesforce/label/c.Dealside_OutcomesTeamOf';

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
