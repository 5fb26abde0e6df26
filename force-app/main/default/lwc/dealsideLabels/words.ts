import alertAttention from '@salesforce/label/c.Dealside_AlertAttention';
import alertCompliance from '@salesforce/label/c.Dealside_AlertCompliance';
import alertFamilyAbuse from '@salesforce/label/c.Dealside_AlertFamilyAbuse';
import alertFamilyAccountSecurity from '@salesforce/label/c.Dealside_AlertFamilyAccountSecurity';
import alertFamilyAsksForManager from '@salesforce/label/c.Dealside_AlertFamilyAsksForManager';
import alertFamilyBeyondAuthority from '@salesforce/label/c.Dealside_AlertFamilyBeyondAuthority';
import alertFamilyCloseAtHand from '@salesforce/label/c.Dealside_AlertFamilyCloseAtHand';
import alertFamilyCompetitor from '@salesforce/label/c.Dealside_AlertFamilyCompetitor';
import alertFamilyConversation from '@salesforce/label/c.Dealside_AlertFamilyConversation';
import alertFamilyDisclosureMissing from '@salesforce/label/c.Dealside_AlertFamilyDisclosureMissing';
import alertFamilyLegalOrRegulator from '@salesforce/label/c.Dealside_AlertFamilyLegalOrRegulator';
import alertFamilyStumpedRep from '@salesforce/label/c.Dealside_AlertFamilyStumpedRep';
import alertFamilyThreatensToCancel from '@salesforce/label/c.Dealside_AlertFamilyThreatensToCancel';
import alertInfo from '@salesforce/label/c.Dealside_AlertInfo';
import alertMarked from '@salesforce/label/c.Dealside_AlertMarked';
import alertMute from '@salesforce/label/c.Dealside_AlertMute';
import alertNotUseful from '@salesforce/label/c.Dealside_AlertNotUseful';
import alertPercent from '@salesforce/label/c.Dealside_AlertPercent';
import alertSaid from '@salesforce/label/c.Dealside_AlertSaid';
import alertSeconds from '@salesforce/label/c.Dealside_AlertSeconds';
import alertShow from '@salesforce/label/c.Dealside_AlertShow';
import alertsMuted from '@salesforce/label/c.Dealside_AlertsMuted';
import alertSnooze from '@salesforce/label/c.Dealside_AlertSnooze';
import alertsTitle from '@salesforce/label/c.Dealside_AlertsTitle';
import alertUnmute from '@salesforce/label/c.Dealside_AlertUnmute';
import alertUseful from '@salesforce/label/c.Dealside_AlertUseful';
import attentionAlerts from '@salesforce/label/c.Dealside_AttentionAlerts';
import attentionAmount from '@salesforce/label/c.Dealside_AttentionAmount';
import attentionCall from '@salesforce/label/c.Dealside_AttentionCall';
import attentionClaim from '@salesforce/label/c.Dealside_AttentionClaim';
import attentionClaimed from '@salesforce/label/c.Dealside_AttentionClaimed';
import attentionClaimName from '@salesforce/label/c.Dealside_AttentionClaimName';
import attentionCloseDate from '@salesforce/label/c.Dealside_AttentionCloseDate';
import attentionFollow from '@salesforce/label/c.Dealside_AttentionFollow';
import attentionFollowed from '@salesforce/label/c.Dealside_AttentionFollowed';
import attentionFollowedBy from '@salesforce/label/c.Dealside_AttentionFollowedBy';
import attentionFollowEvery from '@salesforce/label/c.Dealside_AttentionFollowEvery';
import attentionHelp from '@salesforce/label/c.Dealside_AttentionHelp';
import attentionHelpWhy from '@salesforce/label/c.Dealside_AttentionHelpWhy';
import attentionHolder from '@salesforce/label/c.Dealside_AttentionHolder';
import attentionMine from '@salesforce/label/c.Dealside_AttentionMine';
import attentionNewRep from '@salesforce/label/c.Dealside_AttentionNewRep';
import attentionPart from '@salesforce/label/c.Dealside_AttentionPart';
import attentionRelease from '@salesforce/label/c.Dealside_AttentionRelease';
import attentionScore from '@salesforce/label/c.Dealside_AttentionScore';
import attentionStage from '@salesforce/label/c.Dealside_AttentionStage';
import attentionSuggest from '@salesforce/label/c.Dealside_AttentionSuggest';
import attentionSupervised from '@salesforce/label/c.Dealside_AttentionSupervised';
import attentionTitle from '@salesforce/label/c.Dealside_AttentionTitle';
import attentionUnattended from '@salesforce/label/c.Dealside_AttentionUnattended';
import attentionUnfollow from '@salesforce/label/c.Dealside_AttentionUnfollow';
import transcriptAgain from '@salesforce/label/c.Dealside_TranscriptAgain';
import transcriptFlag from '@salesforce/label/c.Dealside_TranscriptFlag';
import transcriptLoading from '@salesforce/label/c.Dealside_TranscriptLoading';
import transcriptMode from '@salesforce/label/c.Dealside_TranscriptMode';
import transcriptNone from '@salesforce/label/c.Dealside_TranscriptNone';
import transcriptOnRecord from '@salesforce/label/c.Dealside_TranscriptOnRecord';
import transcriptOpen from '@salesforce/label/c.Dealside_TranscriptOpen';
import transcriptPlay from '@salesforce/label/c.Dealside_TranscriptPlay';
import transcriptSound from '@salesforce/label/c.Dealside_TranscriptSound';
import transcriptTitle from '@salesforce/label/c.Dealside_TranscriptTitle';
import wordsCustomer from '@salesforce/label/c.Dealside_WordsCustomer';
import wordsEmpty from '@salesforce/label/c.Dealside_WordsEmpty';
import wordsLoading from '@salesforce/label/c.Dealside_WordsLoading';
import wordsLost from '@salesforce/label/c.Dealside_WordsLost';
import wordsOff from '@salesforce/label/c.Dealside_WordsOff';
import wordsRep from '@salesforce/label/c.Dealside_WordsRep';
import wordsRestarting from '@salesforce/label/c.Dealside_WordsRestarting';
import wordsTalk from '@salesforce/label/c.Dealside_WordsTalk';
import wordsTitle from '@salesforce/label/c.Dealside_WordsTitle';

export const wordsLabels = {
  transcriptAgain,
  transcriptOpen,
  transcriptTitle,
  transcriptOnRecord,
  transcriptLoading,
  transcriptNone,
  transcriptPlay,
  transcriptSound,
  transcriptFlag,
  transcriptMode,
  wordsTitle,
  wordsEmpty,
  wordsRestarting,
  wordsLost,
  wordsOff,
  wordsLoading,
  wordsCustomer,
  wordsRep,
  wordsTalk,
  alertsTitle,
  alertsMuted,
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
  attentionCloseDate,
  attentionNewRep,
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
  attentionFollowedBy,
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
