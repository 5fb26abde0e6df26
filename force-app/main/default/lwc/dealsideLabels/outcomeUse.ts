import outcomesAgain from '@salesforce/label/c.Dealside_OutcomesAgain';
import outcomesAgainNumber from '@salesforce/label/c.Dealside_OutcomesAgainNumber';
import outcomesAgainShare from '@salesforce/label/c.Dealside_OutcomesAgainShare';
import outcomesAgainText from '@salesforce/label/c.Dealside_OutcomesAgainText';
import outcomesAgainTitle from '@salesforce/label/c.Dealside_OutcomesAgainTitle';
import outcomesAgainWatching from '@salesforce/label/c.Dealside_OutcomesAgainWatching';
import outcomesAlerts from '@salesforce/label/c.Dealside_OutcomesAlerts';
import outcomesAlertsByFamily from '@salesforce/label/c.Dealside_OutcomesAlertsByFamily';
import outcomesAlertsByRule from '@salesforce/label/c.Dealside_OutcomesAlertsByRule';
import outcomesAlertsFamily from '@salesforce/label/c.Dealside_OutcomesAlertsFamily';
import outcomesAlertsHeldOut from '@salesforce/label/c.Dealside_OutcomesAlertsHeldOut';
import outcomesAlertsLimited from '@salesforce/label/c.Dealside_OutcomesAlertsLimited';
import outcomesAlertsLoading from '@salesforce/label/c.Dealside_OutcomesAlertsLoading';
import outcomesAlertsMarked from '@salesforce/label/c.Dealside_OutcomesAlertsMarked';
import outcomesAlertsNoHours from '@salesforce/label/c.Dealside_OutcomesAlertsNoHours';
import outcomesAlertsNone from '@salesforce/label/c.Dealside_OutcomesAlertsNone';
import outcomesAlertsOfShown from '@salesforce/label/c.Dealside_OutcomesAlertsOfShown';
import outcomesAlertsPerHour from '@salesforce/label/c.Dealside_OutcomesAlertsPerHour';
import outcomesAlertsPrecision from '@salesforce/label/c.Dealside_OutcomesAlertsPrecision';
import outcomesAlertsRule from '@salesforce/label/c.Dealside_OutcomesAlertsRule';
import outcomesAlertsShown from '@salesforce/label/c.Dealside_OutcomesAlertsShown';
import outcomesAlertsSince from '@salesforce/label/c.Dealside_OutcomesAlertsSince';
import outcomesAlertsText from '@salesforce/label/c.Dealside_OutcomesAlertsText';
import outcomesAlertsUseful from '@salesforce/label/c.Dealside_OutcomesAlertsUseful';
import outcomesComparedBy from '@salesforce/label/c.Dealside_OutcomesComparedBy';
import outcomesComparedByRate from '@salesforce/label/c.Dealside_OutcomesComparedByRate';
import outcomesComparedByTenure from '@salesforce/label/c.Dealside_OutcomesComparedByTenure';
import outcomesFirstDays from '@salesforce/label/c.Dealside_OutcomesFirstDays';
import outcomesFirstDaysText from '@salesforce/label/c.Dealside_OutcomesFirstDaysText';
import outcomesNeverTranscribed from '@salesforce/label/c.Dealside_OutcomesNeverTranscribed';
import outcomesSharesOf from '@salesforce/label/c.Dealside_OutcomesSharesOf';
import outcomesSpreadMean from '@salesforce/label/c.Dealside_OutcomesSpreadMean';
import outcomesSpreadMonth from '@salesforce/label/c.Dealside_OutcomesSpreadMonth';
import outcomesSpreadNumber from '@salesforce/label/c.Dealside_OutcomesSpreadNumber';
import outcomesSpreadOf from '@salesforce/label/c.Dealside_OutcomesSpreadOf';
import outcomesSpreadText from '@salesforce/label/c.Dealside_OutcomesSpreadText';
import outcomesSpreadTitle from '@salesforce/label/c.Dealside_OutcomesSpreadTitle';
import outcomesSpreadWhen from '@salesforce/label/c.Dealside_OutcomesSpreadWhen';
import outcomesTalk from '@salesforce/label/c.Dealside_OutcomesTalk';
import outcomesTalkCalls from '@salesforce/label/c.Dealside_OutcomesTalkCalls';
import outcomesTalkNumber from '@salesforce/label/c.Dealside_OutcomesTalkNumber';
import outcomesTalkShare from '@salesforce/label/c.Dealside_OutcomesTalkShare';
import outcomesTalkText from '@salesforce/label/c.Dealside_OutcomesTalkText';
import outcomesTenureAtLeast from '@salesforce/label/c.Dealside_OutcomesTenureAtLeast';
import outcomesTenureFew from '@salesforce/label/c.Dealside_OutcomesTenureFew';
import outcomesTenureRate from '@salesforce/label/c.Dealside_OutcomesTenureRate';
import outcomesTenureText from '@salesforce/label/c.Dealside_OutcomesTenureText';
import outcomesTenureWeeks from '@salesforce/label/c.Dealside_OutcomesTenureWeeks';
import outcomesTrust from '@salesforce/label/c.Dealside_OutcomesTrust';
import outcomesTrustAudio from '@salesforce/label/c.Dealside_OutcomesTrustAudio';
import outcomesTrustAudit from '@salesforce/label/c.Dealside_OutcomesTrustAudit';
import outcomesTrustDifferences from '@salesforce/label/c.Dealside_OutcomesTrustDifferences';
import outcomesTrustLoading from '@salesforce/label/c.Dealside_OutcomesTrustLoading';
import outcomesTrustNumber from '@salesforce/label/c.Dealside_OutcomesTrustNumber';
import outcomesTrustOrg from '@salesforce/label/c.Dealside_OutcomesTrustOrg';
import outcomesTrustRefusal from '@salesforce/label/c.Dealside_OutcomesTrustRefusal';
import outcomesTrustRefused from '@salesforce/label/c.Dealside_OutcomesTrustRefused';
import outcomesTrustText from '@salesforce/label/c.Dealside_OutcomesTrustText';
import outcomesTrustWhat from '@salesforce/label/c.Dealside_OutcomesTrustWhat';

/** Tenure, talk, debriefs, calibration, alerts and refusals on the page of outcomes. */
export const outcomeUseLabels = {
  outcomesAgain,
  outcomesAgainNumber,
  outcomesAgainShare,
  outcomesAgainText,
  outcomesAgainTitle,
  outcomesAgainWatching,
  outcomesAlerts,
  outcomesAlertsByFamily,
  outcomesAlertsByRule,
  outcomesAlertsFamily,
  outcomesAlertsHeldOut,
  outcomesAlertsLimited,
  outcomesAlertsLoading,
  outcomesAlertsMarked,
  outcomesAlertsNoHours,
  outcomesAlertsNone,
  outcomesAlertsOfShown,
  outcomesAlertsPerHour,
  outcomesAlertsPrecision,
  outcomesAlertsRule,
  outcomesAlertsShown,
  outcomesAlertsSince,
  outcomesAlertsText,
  outcomesAlertsUseful,
  outcomesComparedBy,
  outcomesComparedByRate,
  outcomesComparedByTenure,
  outcomesFirstDays,
  outcomesFirstDaysText,
  outcomesNeverTranscribed,
  outcomesSharesOf,
  outcomesSpreadMean,
  outcomesSpreadMonth,
  outcomesSpreadNumber,
  outcomesSpreadOf,
  outcomesSpreadText,
  outcomesSpreadTitle,
  outcomesSpreadWhen,
  outcomesTalk,
  outcomesTalkCalls,
  outcomesTalkNumber,
  outcomesTalkShare,
  outcomesTalkText,
  outcomesTenureAtLeast,
  outcomesTenureFew,
  outcomesTenureRate,
  outcomesTenureText,
  outcomesTenureWeeks,
  outcomesTrust,
  outcomesTrustAudio,
  outcomesTrustAudit,
  outcomesTrustDifferences,
  outcomesTrustLoading,
  outcomesTrustNumber,
  outcomesTrustOrg,
  outcomesTrustRefusal,
  outcomesTrustRefused,
  outcomesTrustText,
  outcomesTrustWhat,
};
