import alertFaultMissing from '@salesforce/label/c.Dealside_AlertFaultMissing';
import alertFaultNeedsLanguage from '@salesforce/label/c.Dealside_AlertFaultNeedsLanguage';
import alertFaultOutOfRange from '@salesforce/label/c.Dealside_AlertFaultOutOfRange';
import alertFaultUnknownValue from '@salesforce/label/c.Dealside_AlertFaultUnknownValue';
import alertFaultUnreadablePhrase from '@salesforce/label/c.Dealside_AlertFaultUnreadablePhrase';
import alertKindCallLength from '@salesforce/label/c.Dealside_AlertKindCallLength';
import alertKindCrosstalk from '@salesforce/label/c.Dealside_AlertKindCrosstalk';
import alertKindDeadAir from '@salesforce/label/c.Dealside_AlertKindDeadAir';
import alertKindMonologue from '@salesforce/label/c.Dealside_AlertKindMonologue';
import alertKindNobodyFree from '@salesforce/label/c.Dealside_AlertKindNobodyFree';
import alertKindNobodyHelps from '@salesforce/label/c.Dealside_AlertKindNobodyHelps';
import alertKindNotSaid from '@salesforce/label/c.Dealside_AlertKindNotSaid';
import alertKindSaid from '@salesforce/label/c.Dealside_AlertKindSaid';
import alertKindSentiment from '@salesforce/label/c.Dealside_AlertKindSentiment';
import alertKindTalkShare from '@salesforce/label/c.Dealside_AlertKindTalkShare';
import alertRulesActive from '@salesforce/label/c.Dealside_AlertRulesActive';
import alertRulesActiveHint from '@salesforce/label/c.Dealside_AlertRulesActiveHint';
import alertRulesAmount from '@salesforce/label/c.Dealside_AlertRulesAmount';
import alertRulesBacktest from '@salesforce/label/c.Dealside_AlertRulesBacktest';
import alertRulesCallsShown from '@salesforce/label/c.Dealside_AlertRulesCallsShown';
import alertRulesDifference from '@salesforce/label/c.Dealside_AlertRulesDifference';
import alertRulesEither from '@salesforce/label/c.Dealside_AlertRulesEither';
import alertRulesExport from '@salesforce/label/c.Dealside_AlertRulesExport';
import alertRulesExportHint from '@salesforce/label/c.Dealside_AlertRulesExportHint';
import alertRulesFailed from '@salesforce/label/c.Dealside_AlertRulesFailed';
import alertRulesFamily from '@salesforce/label/c.Dealside_AlertRulesFamily';
import alertRulesFault from '@salesforce/label/c.Dealside_AlertRulesFault';
import alertRulesHint from '@salesforce/label/c.Dealside_AlertRulesHint';
import alertRulesLabel from '@salesforce/label/c.Dealside_AlertRulesLabel';
import alertRulesLanguage from '@salesforce/label/c.Dealside_AlertRulesLanguage';
import alertRulesLimit from '@salesforce/label/c.Dealside_AlertRulesLimit';
import alertRulesLine from '@salesforce/label/c.Dealside_AlertRulesLine';
import alertRulesLoading from '@salesforce/label/c.Dealside_AlertRulesLoading';
import alertRulesMarks from '@salesforce/label/c.Dealside_AlertRulesMarks';
import alertRulesName from '@salesforce/label/c.Dealside_AlertRulesName';
import alertRulesNameForm from '@salesforce/label/c.Dealside_AlertRulesNameForm';
import alertRulesNameTaken from '@salesforce/label/c.Dealside_AlertRulesNameTaken';
import alertRulesNew from '@salesforce/label/c.Dealside_AlertRulesNew';
import alertRulesNoMarks from '@salesforce/label/c.Dealside_AlertRulesNoMarks';
import alertRulesNoRecord from '@salesforce/label/c.Dealside_AlertRulesNoRecord';
import alertRulesNotRaised from '@salesforce/label/c.Dealside_AlertRulesNotRaised';
import alertRulesNoTranscripts from '@salesforce/label/c.Dealside_AlertRulesNoTranscripts';
import alertRulesOlder from '@salesforce/label/c.Dealside_AlertRulesOlder';
import alertRulesPercent from '@salesforce/label/c.Dealside_AlertRulesPercent';
import alertRulesPhrases from '@salesforce/label/c.Dealside_AlertRulesPhrases';
import alertRulesPick from '@salesforce/label/c.Dealside_AlertRulesPick';
import alertRulesProgress from '@salesforce/label/c.Dealside_AlertRulesProgress';
import alertRulesQueues from '@salesforce/label/c.Dealside_AlertRulesQueues';
import alertRulesRaised from '@salesforce/label/c.Dealside_AlertRulesRaised';
import alertRulesRecord from '@salesforce/label/c.Dealside_AlertRulesRecord';
import alertRulesRefresh from '@salesforce/label/c.Dealside_AlertRulesRefresh';
import alertRulesRefused from '@salesforce/label/c.Dealside_AlertRulesRefused';
import alertRulesResult from '@salesforce/label/c.Dealside_AlertRulesResult';
import alertRulesSeconds from '@salesforce/label/c.Dealside_AlertRulesSeconds';
import alertRulesSentence from '@salesforce/label/c.Dealside_AlertRulesSentence';
import alertRulesSeverity from '@salesforce/label/c.Dealside_AlertRulesSeverity';
import alertRulesSpeaker from '@salesforce/label/c.Dealside_AlertRulesSpeaker';
import alertRulesStages from '@salesforce/label/c.Dealside_AlertRulesStages';
import alertRulesTitle from '@salesforce/label/c.Dealside_AlertRulesTitle';
import alertRulesTry from '@salesforce/label/c.Dealside_AlertRulesTry';
import alertRulesTrySentence from '@salesforce/label/c.Dealside_AlertRulesTrySentence';
import alertRulesVersion from '@salesforce/label/c.Dealside_AlertRulesVersion';
import alertRulesWhen from '@salesforce/label/c.Dealside_AlertRulesWhen';
import alertRulesWithin from '@salesforce/label/c.Dealside_AlertRulesWithin';
import alertRulesWords from '@salesforce/label/c.Dealside_AlertRulesWords';

export const alertRulesLabels = {
  alertRulesTitle,
  alertRulesLoading,
  alertRulesVersion,
  alertRulesRefused,
  alertKindSaid,
  alertKindNotSaid,
  alertKindTalkShare,
  alertKindMonologue,
  alertKindDeadAir,
  alertKindCrosstalk,
  alertKindCallLength,
  alertKindNobodyHelps,
  alertKindNobodyFree,
  alertKindSentiment,
  alertFaultMissing,
  alertFaultUnknownValue,
  alertFaultOutOfRange,
  alertFaultUnreadablePhrase,
  alertFaultNeedsLanguage,
  alertRulesFailed,
  alertRulesFault,
  alertRulesRefresh,
  alertRulesHint,
  alertRulesName,
  alertRulesFamily,
  alertRulesSeverity,
  alertRulesWhen,
  alertRulesLanguage,
  alertRulesTry,
  alertRulesPick,
  alertRulesNew,
  alertRulesLabel,
  alertRulesEither,
  alertRulesQueues,
  alertRulesStages,
  alertRulesAmount,
  alertRulesLimit,
  alertRulesActive,
  alertRulesActiveHint,
  alertRulesExport,
  alertRulesExportHint,
  alertRulesRecord,
  alertRulesNameForm,
  alertRulesNameTaken,
  alertRulesNoRecord,
  alertRulesPhrases,
  alertRulesWithin,
  alertRulesSeconds,
  alertRulesPercent,
  alertRulesSentence,
  alertRulesSpeaker,
  alertRulesTrySentence,
  alertRulesRaised,
  alertRulesNoTranscripts,
  alertRulesNotRaised,
  alertRulesBacktest,
  alertRulesProgress,
  alertRulesResult,
  alertRulesCallsShown,
  alertRulesMarks,
  alertRulesNoMarks,
  alertRulesWords,
  alertRulesLine,
  alertRulesOlder,
  alertRulesDifference,
};
