import wordsTitle from '@salesforce/label/c.Dealside_WordsTitle';
import wordsEmpty from '@salesforce/label/c.Dealside_WordsEmpty';
import wordsOff from '@salesforce/label/c.Dealside_WordsOff';
import wordsLoading from '@salesforce/label/c.Dealside_WordsLoading';
import wordsCustomer from '@salesforce/label/c.Dealside_WordsCustomer';
import wordsRep from '@salesforce/label/c.Dealside_WordsRep';
import wordsTalk from '@salesforce/label/c.Dealside_WordsTalk';
import alertsTitle from '@salesforce/label/c.Dealside_AlertsTitle';
import alertSaid from '@salesforce/label/c.Dealside_AlertSaid';
import alertSeconds from '@salesforce/label/c.Dealside_AlertSeconds';
import alertPercent from '@salesforce/label/c.Dealside_AlertPercent';
import alertUseful from '@salesforce/label/c.Dealside_AlertUseful';
import alertNotUseful from '@salesforce/label/c.Dealside_AlertNotUseful';
import alertMarked from '@salesforce/label/c.Dealside_AlertMarked';
import alertMute from '@salesforce/label/c.Dealside_AlertMute';
import alertSnooze from '@salesforce/label/c.Dealside_AlertSnooze';
import alertShow from '@salesforce/label/c.Dealside_AlertShow';
import alertUnmute from '@salesforce/label/c.Dealside_AlertUnmute';
import alertInfo from '@salesforce/label/c.Dealside_AlertInfo';
import alertAttention from '@salesforce/label/c.Dealside_AlertAttention';
import alertCompliance from '@salesforce/label/c.Dealside_AlertCompliance';
import attentionTitle from '@salesforce/label/c.Dealside_AttentionTitle';
import attentionScore from '@salesforce/label/c.Dealside_AttentionScore';
import attentionPart from '@salesforce/label/c.Dealside_AttentionPart';
import attentionHelp from '@salesforce/label/c.Dealside_AttentionHelp';
import attentionAlerts from '@salesforce/label/c.Dealside_AttentionAlerts';
import attentionUnattended from '@salesforce/label/c.Dealside_AttentionUnattended';
import attentionAmount from '@salesforce/label/c.Dealside_AttentionAmount';
import attentionStage from '@salesforce/label/c.Dealside_AttentionStage';
import attentionSupervised from '@salesforce/label/c.Dealside_AttentionSupervised';
import attentionClaimed from '@salesforce/label/c.Dealside_AttentionClaimed';
import attentionSuggest from '@salesforce/label/c.Dealside_AttentionSuggest';
import attentionClaim from '@salesforce/label/c.Dealside_AttentionClaim';
import attentionClaimName from '@salesforce/label/c.Dealside_AttentionClaimName';
import attentionRelease from '@salesforce/label/c.Dealside_AttentionRelease';
import attentionHolder from '@salesforce/label/c.Dealside_AttentionHolder';
import attentionMine from '@salesforce/label/c.Dealside_AttentionMine';
import attentionCall from '@salesforce/label/c.Dealside_AttentionCall';
import attentionHelpWhy from '@salesforce/label/c.Dealside_AttentionHelpWhy';
import attentionFollow from '@salesforce/label/c.Dealside_AttentionFollow';
import attentionFollowEvery from '@salesforce/label/c.Dealside_AttentionFollowEvery';
import attentionUnfollow from '@salesforce/label/c.Dealside_AttentionUnfollow';
import attentionFollowed from '@salesforce/label/c.Dealside_AttentionFollowed';
import alertFamilyAsksForManager from '@salesforce/label/c.Dealside_AlertFamilyAsksForManager';
import alertFamilyThreatensToCancel from '@salesforce/label/c.Dealside_AlertFamilyThreatensToCancel';
import alertFamilyLegalOrRegulator from '@salesforce/label/c.Dealside_AlertFamilyLegalOrRegulator';
import alertFamilyAbuse from '@salesforce/label/c.Dealside_AlertFamilyAbuse';
import alertFamilyBeyondAuthority from '@salesforce/label/c.Dealside_AlertFamilyBeyondAuthority';
import alertFamilyCompetitor from '@salesforce/label/c.Dealside_AlertFamilyCompetitor';
import alertFamilyAccountSecurity from '@salesforce/label/c.Dealside_AlertFamilyAccountSecurity';
import alertFamilyDisclosureMissing from '@salesforce/label/c.Dealside_AlertFamilyDisclosureMissing';
import alertFamilyStumpedRep from '@salesforce/label/c.Dealside_AlertFamilyStumpedRep';
import alertFamilyCloseAtHand from '@salesforce/label/c.Dealside_AlertFamilyCloseAtHand';
import alertFamilyConversation from '@salesforce/label/c.Dealside_AlertFamilyConversation';

export const wordsLabels = {
  wordsTitle,
  wordsEmpty,
  wordsOff,
  wordsLoading,
  wordsCustomer,
  wordsRep,
  wordsTalk,
  alertsTitle,
  alertSaid,
  alertSeconds,
  alertPercent,
  alertUseful,
  alertNotUseful,
  alertMarked,
  alertMute,
  alertSnooze,
  alertShow,
  alertUnmute,
  alertInfo,
  alertAttention,
  alertCompliance,
  attentionTitle,
  attentionScore,
  attentionPart,
  attentionHelp,
  attentionAlerts,
  attentionUnattended,
  attentionAmount,
  attentionStage,
  attentionSupervised,
  attentionClaimed,
  attentionSuggest,
  attentionClaim,
  attentionClaimName,
  attentionRelease,
  attentionHolder,
  attentionMine,
  attentionCall,
  attentionHelpWhy,
  attentionFollow,
  attentionFollowEvery,
  attentionUnfollow,
  attentionFollowed,
  alertFamilyAsksForManager,
  alertFamilyThreatensToCancel,
  alertFamilyLegalOrRegulator,
  alertFamilyAbuse,
  alertFamilyBeyondAuthority,
  alertFamilyCompetitor,
  alertFamilyAccountSecurity,
  alertFamilyDisclosureMissing,
  alertFamilyStumpedRep,
  alertFamilyCloseAtHand,
  alertFamilyConversation,
};
