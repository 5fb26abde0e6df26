import outcomesAnswered from '@salesforce/label/c.Dealside_OutcomesAnswered';
import outcomesAsTable from '@salesforce/label/c.Dealside_OutcomesAsTable';
import outcomesBehind from '@salesforce/label/c.Dealside_OutcomesBehind';
import outcomesBeyondLimit from '@salesforce/label/c.Dealside_OutcomesBeyondLimit';
import outcomesBothDirections from '@salesforce/label/c.Dealside_OutcomesBothDirections';
import outcomesByMode from '@salesforce/label/c.Dealside_OutcomesByMode';
import outcomesByReason from '@salesforce/label/c.Dealside_OutcomesByReason';
import outcomesChartCommon from '@salesforce/label/c.Dealside_OutcomesChartCommon';
import outcomesChartSignals from '@salesforce/label/c.Dealside_OutcomesChartSignals';
import outcomesCommon from '@salesforce/label/c.Dealside_OutcomesCommon';
import outcomesCommonCause from '@salesforce/label/c.Dealside_OutcomesCommonCause';
import outcomesCount from '@salesforce/label/c.Dealside_OutcomesCount';
import outcomesCounting from '@salesforce/label/c.Dealside_OutcomesCounting';
import outcomesCountingText from '@salesforce/label/c.Dealside_OutcomesCountingText';
import outcomesDirection from '@salesforce/label/c.Dealside_OutcomesDirection';
import outcomesDownload from '@salesforce/label/c.Dealside_OutcomesDownload';
import outcomesEmpty from '@salesforce/label/c.Dealside_OutcomesEmpty';
import outcomesEmptyReps from '@salesforce/label/c.Dealside_OutcomesEmptyReps';
import outcomesEmptyText from '@salesforce/label/c.Dealside_OutcomesEmptyText';
import outcomesEnded from '@salesforce/label/c.Dealside_OutcomesEnded';
import outcomesEndedText from '@salesforce/label/c.Dealside_OutcomesEndedText';
import outcomesExpected from '@salesforce/label/c.Dealside_OutcomesExpected';
import outcomesFunnelDifferent from '@salesforce/label/c.Dealside_OutcomesFunnelDifferent';
import outcomesFunnelSame from '@salesforce/label/c.Dealside_OutcomesFunnelSame';
import outcomesGiven from '@salesforce/label/c.Dealside_OutcomesGiven';
import outcomesHelp from '@salesforce/label/c.Dealside_OutcomesHelp';
import outcomesHigher from '@salesforce/label/c.Dealside_OutcomesHigher';
import outcomesInbound from '@salesforce/label/c.Dealside_OutcomesInbound';
import outcomesInterval from '@salesforce/label/c.Dealside_OutcomesInterval';
import outcomesInterventions from '@salesforce/label/c.Dealside_OutcomesInterventions';
import outcomesLoading from '@salesforce/label/c.Dealside_OutcomesLoading';
import outcomesLower from '@salesforce/label/c.Dealside_OutcomesLower';
import outcomesMode from '@salesforce/label/c.Dealside_OutcomesMode';
import outcomesNoReason from '@salesforce/label/c.Dealside_OutcomesNoReason';
import outcomesNorm from '@salesforce/label/c.Dealside_OutcomesNorm';
import outcomesNotKnown from '@salesforce/label/c.Dealside_OutcomesNotKnown';
import outcomesOfEverybody from '@salesforce/label/c.Dealside_OutcomesOfEverybody';
import outcomesOfReps from '@salesforce/label/c.Dealside_OutcomesOfReps';
import outcomesOutbound from '@salesforce/label/c.Dealside_OutcomesOutbound';
import outcomesPeriodColumn from '@salesforce/label/c.Dealside_OutcomesPeriodColumn';
import outcomesPerson from '@salesforce/label/c.Dealside_OutcomesPerson';
import outcomesPoint from '@salesforce/label/c.Dealside_OutcomesPoint';
import outcomesRate from '@salesforce/label/c.Dealside_OutcomesRate';
import outcomesRateHeading from '@salesforce/label/c.Dealside_OutcomesRateHeading';
import outcomesReading from '@salesforce/label/c.Dealside_OutcomesReading';
import outcomesReason from '@salesforce/label/c.Dealside_OutcomesReason';
import outcomesReps from '@salesforce/label/c.Dealside_OutcomesReps';
import outcomesRepsText from '@salesforce/label/c.Dealside_OutcomesRepsText';
import outcomesRun from '@salesforce/label/c.Dealside_OutcomesRun';
import outcomesSaved from '@salesforce/label/c.Dealside_OutcomesSaved';
import outcomesSavedShare from '@salesforce/label/c.Dealside_OutcomesSavedShare';
import outcomesShrunk from '@salesforce/label/c.Dealside_OutcomesShrunk';
import outcomesSupervisors from '@salesforce/label/c.Dealside_OutcomesSupervisors';
import outcomesSupervisorsOthers from '@salesforce/label/c.Dealside_OutcomesSupervisorsOthers';
import outcomesSupervisorsText from '@salesforce/label/c.Dealside_OutcomesSupervisorsText';
import outcomesTile from '@salesforce/label/c.Dealside_OutcomesTile';
import outcomesTitle from '@salesforce/label/c.Dealside_OutcomesTitle';
import outcomesUsual from '@salesforce/label/c.Dealside_OutcomesUsual';

/** How often supervisors intervene, and how interventions end. */
export const outcomesLabels = {
  outcomesAnswered,
  outcomesAsTable,
  outcomesBehind,
  outcomesBeyondLimit,
  outcomesBothDirections,
  outcomesByMode,
  outcomesByReason,
  outcomesChartCommon,
  outcomesChartSignals,
  outcomesCommon,
  outcomesCommonCause,
  outcomesCount,
  outcomesCounting,
  outcomesCountingText,
  outcomesDirection,
  outcomesDownload,
  outcomesEmpty,
  outcomesEmptyReps,
  outcomesEmptyText,
  outcomesEnded,
  outcomesEndedText,
  outcomesExpected,
  outcomesFunnelDifferent,
  outcomesFunnelSame,
  outcomesGiven,
  outcomesHelp,
  outcomesHigher,
  outcomesInbound,
  outcomesInterval,
  outcomesInterventions,
  outcomesLoading,
  outcomesLower,
  outcomesMode,
  outcomesNoReason,
  outcomesNorm,
  outcomesNotKnown,
  outcomesOfEverybody,
  outcomesOfReps,
  outcomesOutbound,
  outcomesPeriodColumn,
  outcomesPerson,
  outcomesPoint,
  outcomesRate,
  outcomesRateHeading,
  outcomesReading,
  outcomesReason,
  outcomesReps,
  outcomesRepsText,
  outcomesRun,
  outcomesSaved,
  outcomesSavedShare,
  outcomesShrunk,
  outcomesSupervisors,
  outcomesSupervisorsOthers,
  outcomesSupervisorsText,
  outcomesTile,
  outcomesTitle,
  outcomesUsual,
};
