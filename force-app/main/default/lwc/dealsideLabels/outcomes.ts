import outcomesTitle from '@salesforce/label/c.Dealside_OutcomesTitle';
import outcomesLoading from '@salesforce/label/c.Dealside_OutcomesLoading';
import outcomesEmpty from '@salesforce/label/c.Dealside_OutcomesEmpty';
import outcomesEmptyText from '@salesforce/label/c.Dealside_OutcomesEmptyText';
import outcomesEmptyReps from '@salesforce/label/c.Dealside_OutcomesEmptyReps';
import outcomesOfEverybody from '@salesforce/label/c.Dealside_OutcomesOfEverybody';
import outcomesOfReps from '@salesforce/label/c.Dealside_OutcomesOfReps';
import outcomesMode from '@salesforce/label/c.Dealside_OutcomesMode';
import outcomesDirection from '@salesforce/label/c.Dealside_OutcomesDirection';
import outcomesBothDirections from '@salesforce/label/c.Dealside_OutcomesBothDirections';
import outcomesInbound from '@salesforce/label/c.Dealside_OutcomesInbound';
import outcomesOutbound from '@salesforce/label/c.Dealside_OutcomesOutbound';
import outcomesDownload from '@salesforce/label/c.Dealside_OutcomesDownload';
import outcomesAnswered from '@salesforce/label/c.Dealside_OutcomesAnswered';
import outcomesHelp from '@salesforce/label/c.Dealside_OutcomesHelp';
import outcomesTile from '@salesforce/label/c.Dealside_OutcomesTile';
import outcomesRateHeading from '@salesforce/label/c.Dealside_OutcomesRateHeading';
import outcomesNorm from '@salesforce/label/c.Dealside_OutcomesNorm';
import outcomesChartCommon from '@salesforce/label/c.Dealside_OutcomesChartCommon';
import outcomesChartSignals from '@salesforce/label/c.Dealside_OutcomesChartSignals';
import outcomesAsTable from '@salesforce/label/c.Dealside_OutcomesAsTable';
import outcomesPeriodColumn from '@salesforce/label/c.Dealside_OutcomesPeriodColumn';
import outcomesCount from '@salesforce/label/c.Dealside_OutcomesCount';
import outcomesRate from '@salesforce/label/c.Dealside_OutcomesRate';
import outcomesCommon from '@salesforce/label/c.Dealside_OutcomesCommon';
import outcomesReading from '@salesforce/label/c.Dealside_OutcomesReading';
import outcomesCommonCause from '@salesforce/label/c.Dealside_OutcomesCommonCause';
import outcomesBeyondLimit from '@salesforce/label/c.Dealside_OutcomesBeyondLimit';
import outcomesRun from '@salesforce/label/c.Dealside_OutcomesRun';
import outcomesPoint from '@salesforce/label/c.Dealside_OutcomesPoint';
import outcomesReps from '@salesforce/label/c.Dealside_OutcomesReps';
import outcomesRepsText from '@salesforce/label/c.Dealside_OutcomesRepsText';
import outcomesSupervisors from '@salesforce/label/c.Dealside_OutcomesSupervisors';
import outcomesSupervisorsText from '@salesforce/label/c.Dealside_OutcomesSupervisorsText';
import outcomesPerson from '@salesforce/label/c.Dealside_OutcomesPerson';
import outcomesShrunk from '@salesforce/label/c.Dealside_OutcomesShrunk';
import outcomesExpected from '@salesforce/label/c.Dealside_OutcomesExpected';
import outcomesUsual from '@salesforce/label/c.Dealside_OutcomesUsual';
import outcomesHigher from '@salesforce/label/c.Dealside_OutcomesHigher';
import outcomesLower from '@salesforce/label/c.Dealside_OutcomesLower';
import outcomesFunnelSame from '@salesforce/label/c.Dealside_OutcomesFunnelSame';
import outcomesFunnelDifferent from '@salesforce/label/c.Dealside_OutcomesFunnelDifferent';
import outcomesEnded from '@salesforce/label/c.Dealside_OutcomesEnded';
import outcomesEndedText from '@salesforce/label/c.Dealside_OutcomesEndedText';
import outcomesByMode from '@salesforce/label/c.Dealside_OutcomesByMode';
import outcomesByReason from '@salesforce/label/c.Dealside_OutcomesByReason';
import outcomesReason from '@salesforce/label/c.Dealside_OutcomesReason';
import outcomesNoReason from '@salesforce/label/c.Dealside_OutcomesNoReason';
import outcomesInterventions from '@salesforce/label/c.Dealside_OutcomesInterventions';
import outcomesGiven from '@salesforce/label/c.Dealside_OutcomesGiven';
import outcomesSaved from '@salesforce/label/c.Dealside_OutcomesSaved';
import outcomesSavedShare from '@salesforce/label/c.Dealside_OutcomesSavedShare';
import outcomesInterval from '@salesforce/label/c.Dealside_OutcomesInterval';
import outcomesNotKnown from '@salesforce/label/c.Dealside_OutcomesNotKnown';
import outcomesBehind from '@salesforce/label/c.Dealside_OutcomesBehind';

/** How often supervisors step in, and how it ends. */
export const outcomesLabels = {
  outcomesTitle,
  outcomesLoading,
  outcomesEmpty,
  outcomesEmptyText,
  outcomesEmptyReps,
  outcomesOfEverybody,
  outcomesOfReps,
  outcomesMode,
  outcomesDirection,
  outcomesBothDirections,
  outcomesInbound,
  outcomesOutbound,
  outcomesDownload,
  outcomesAnswered,
  outcomesHelp,
  outcomesTile,
  outcomesRateHeading,
  outcomesNorm,
  outcomesChartCommon,
  outcomesChartSignals,
  outcomesAsTable,
  outcomesPeriodColumn,
  outcomesCount,
  outcomesRate,
  outcomesCommon,
  outcomesReading,
  outcomesCommonCause,
  outcomesBeyondLimit,
  outcomesRun,
  outcomesPoint,
  outcomesReps,
  outcomesRepsText,
  outcomesSupervisors,
  outcomesSupervisorsText,
  outcomesPerson,
  outcomesShrunk,
  outcomesExpected,
  outcomesUsual,
  outcomesHigher,
  outcomesLower,
  outcomesFunnelSame,
  outcomesFunnelDifferent,
  outcomesEnded,
  outcomesEndedText,
  outcomesByMode,
  outcomesByReason,
  outcomesReason,
  outcomesNoReason,
  outcomesInterventions,
  outcomesGiven,
  outcomesSaved,
  outcomesSavedShare,
  outcomesInterval,
  outcomesNotKnown,
  outcomesBehind,
};
