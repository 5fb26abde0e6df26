import alertRulesTitle from '@salesforce/label/c.Dealside_AlertRulesTitle';
import alertRulesLoading from '@salesforce/label/c.Dealside_AlertRulesLoading';
import alertRulesVersion from '@salesforce/label/c.Dealside_AlertRulesVersion';
import alertRulesRefused from '@salesforce/label/c.Dealside_AlertRulesRefused';
import alertKindSaid from '@salesforce/label/c.Dealside_AlertKindSaid';
import alertKindNotSaid from '@salesforce/label/c.Dealside_AlertKindNotSaid';
import alertKindTalkShare from '@salesforce/label/c.Dealside_AlertKindTalkShare';
import alertKindMonologue from '@salesforce/label/c.Dealside_AlertKindMonologue';
import alertKindDeadAir from '@salesforce/label/c.Dealside_AlertKindDeadAir';
import alertKindCrosstalk from '@salesforce/label/c.Dealside_AlertKindCrosstalk';
import alertKindCallLength from '@salesforce/label/c.Dealside_AlertKindCallLength';
import alertKindNobodyHelps from '@salesforce/label/c.Dealside_AlertKindNobodyHelps';
import alertKindSentiment from '@salesforce/label/c.Dealside_AlertKindSentiment';
import alertFaultMissing from '@salesforce/label/c.Dealside_AlertFaultMissing';
import alertFaultUnknownValue from '@salesforce/label/c.Dealside_AlertFaultUnknownValue';
import alertFaultOutOfRange from '@salesforce/label/c.Dealside_AlertFaultOutOfRange';
import alertFaultUnreadablePhrase from '@salesforce/label/c.Dealside_AlertFaultUnreadablePhrase';
import alertFaultNeedsLanguage from '@salesforce/label/c.Dealside_AlertFaultNeedsLanguage';
import alertRulesFailed from '@salesforce/label/c.Dealside_AlertRulesFailed';
import alertRulesFault from '@salesforce/label/c.Dealside_AlertRulesFault';
import alertRulesRefresh from '@salesforce/label/c.Dealside_AlertRulesRefresh';
import alertRulesHint from '@salesforce/label/c.Dealside_AlertRulesHint';
import alertRulesName from '@salesforce/label/c.Dealside_AlertRulesName';
import alertRulesFamily from '@salesforce/label/c.Dealside_AlertRulesFamily';
import alertRulesSeverity from '@salesforce/label/c.Dealside_AlertRulesSeverity';
import alertRulesWhen from '@salesforce/label/c.Dealside_AlertRulesWhen';
import alertRulesLanguage from '@salesforce/label/c.Dealside_AlertRulesLanguage';
import alertRulesTry from '@salesforce/label/c.Dealside_AlertRulesTry';
import alertRulesPick from '@salesforce/label/c.Dealside_AlertRulesPick';
import alertRulesPhrases from '@salesforce/label/c.Dealside_AlertRulesPhrases';
import alertRulesWithin from '@salesforce/label/c.Dealside_AlertRulesWithin';
import alertRulesSeconds from '@salesforce/label/c.Dealside_AlertRulesSeconds';
import alertRulesPercent from '@salesforce/label/c.Dealside_AlertRulesPercent';
import alertRulesSentence from '@salesforce/label/c.Dealside_AlertRulesSentence';
import alertRulesSpeaker from '@salesforce/label/c.Dealside_AlertRulesSpeaker';
import alertRulesTrySentence from '@salesforce/label/c.Dealside_AlertRulesTrySentence';
import alertRulesRaised from '@salesforce/label/c.Dealside_AlertRulesRaised';
import alertRulesNotRaised from '@salesforce/label/c.Dealside_AlertRulesNotRaised';
import alertRulesBacktest from '@salesforce/label/c.Dealside_AlertRulesBacktest';
import alertRulesProgress from '@salesforce/label/c.Dealside_AlertRulesProgress';
import alertRulesResult from '@salesforce/label/c.Dealside_AlertRulesResult';
import alertRulesMarks from '@salesforce/label/c.Dealside_AlertRulesMarks';
import alertRulesDifference from '@salesforce/label/c.Dealside_AlertRulesDifference';

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
  alertRulesPhrases,
  alertRulesWithin,
  alertRulesSeconds,
  alertRulesPercent,
  alertRulesSentence,
  alertRulesSpeaker,
  alertRulesTrySentence,
  alertRulesRaised,
  alertRulesNotRaised,
  alertRulesBacktest,
  alertRulesProgress,
  alertRulesResult,
  alertRulesMarks,
  alertRulesDifference,
};
