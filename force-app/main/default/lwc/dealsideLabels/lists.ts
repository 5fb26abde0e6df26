import covertOver from '@salesforce/label/c.Dealside_CovertOver';
import noticeAcknowledge from '@salesforce/label/c.Dealside_NoticeAcknowledge';
import noticeAcknowledged from '@salesforce/label/c.Dealside_NoticeAcknowledged';
import noticeEnded from '@salesforce/label/c.Dealside_NoticeEnded';
import noticeHistory from '@salesforce/label/c.Dealside_NoticeHistory';
import noticeSince from '@salesforce/label/c.Dealside_NoticeSince';
import noticeTitle from '@salesforce/label/c.Dealside_NoticeTitle';
import noticeUntil from '@salesforce/label/c.Dealside_NoticeUntil';
import outcomeCoaching from '@salesforce/label/c.Dealside_OutcomeCoaching';
import outcomeDue from '@salesforce/label/c.Dealside_OutcomeDue';
import outcomeDueRequired from '@salesforce/label/c.Dealside_OutcomeDueRequired';
import outcomeIsDue from '@salesforce/label/c.Dealside_OutcomeIsDue';
import outcomeLabel from '@salesforce/label/c.Dealside_OutcomeLabel';
import outcomeLateFacts from '@salesforce/label/c.Dealside_OutcomeLateFacts';
import outcomeLater from '@salesforce/label/c.Dealside_OutcomeLater';
import outcomeLateShown from '@salesforce/label/c.Dealside_OutcomeLateShown';
import outcomeLateText from '@salesforce/label/c.Dealside_OutcomeLateText';
import outcomeLateTitle from '@salesforce/label/c.Dealside_OutcomeLateTitle';
import outcomeLog from '@salesforce/label/c.Dealside_OutcomeLog';
import outcomeNoTag from '@salesforce/label/c.Dealside_OutcomeNoTag';
import outcomeNote from '@salesforce/label/c.Dealside_OutcomeNote';
import outcomeOverdue from '@salesforce/label/c.Dealside_OutcomeOverdue';
import outcomePraised from '@salesforce/label/c.Dealside_OutcomePraised';
import outcomeRequired from '@salesforce/label/c.Dealside_OutcomeRequired';
import outcomeSave from '@salesforce/label/c.Dealside_OutcomeSave';
import outcomeSaved from '@salesforce/label/c.Dealside_OutcomeSaved';
import outcomeSavedWithTask from '@salesforce/label/c.Dealside_OutcomeSavedWithTask';
import outcomeSaving from '@salesforce/label/c.Dealside_OutcomeSaving';
import outcomeSubtitle from '@salesforce/label/c.Dealside_OutcomeSubtitle';
import outcomeTag from '@salesforce/label/c.Dealside_OutcomeTag';
import outcomeTitle from '@salesforce/label/c.Dealside_OutcomeTitle';
import outcomeToLog from '@salesforce/label/c.Dealside_OutcomeToLog';
import outcomeToLogOne from '@salesforce/label/c.Dealside_OutcomeToLogOne';
import outcomeTopic from '@salesforce/label/c.Dealside_OutcomeTopic';
import outcomeTopicPlaceholder from '@salesforce/label/c.Dealside_OutcomeTopicPlaceholder';
import outcomeWasDue from '@salesforce/label/c.Dealside_OutcomeWasDue';
import receiptPraise from '@salesforce/label/c.Dealside_ReceiptPraise';
import receiptTag from '@salesforce/label/c.Dealside_ReceiptTag';
import softphoneConnecting from '@salesforce/label/c.Dealside_SoftphoneConnecting';
import softphoneFailed from '@salesforce/label/c.Dealside_SoftphoneFailed';
import softphoneLost from '@salesforce/label/c.Dealside_SoftphoneLost';
import softphoneNoMicrophone from '@salesforce/label/c.Dealside_SoftphoneNoMicrophone';
import softphoneNoMicrophoneHint from '@salesforce/label/c.Dealside_SoftphoneNoMicrophoneHint';
import softphoneNotForYou from '@salesforce/label/c.Dealside_SoftphoneNotForYou';
import softphoneNotForYouText from '@salesforce/label/c.Dealside_SoftphoneNotForYouText';
import softphoneOnCall from '@salesforce/label/c.Dealside_SoftphoneOnCall';
import softphoneRegistered from '@salesforce/label/c.Dealside_SoftphoneRegistered';
import softphoneRetry from '@salesforce/label/c.Dealside_SoftphoneRetry';
import softphoneRings from '@salesforce/label/c.Dealside_SoftphoneRings';
import softphoneTitle from '@salesforce/label/c.Dealside_SoftphoneTitle';
import wallAction from '@salesforce/label/c.Dealside_WallAction';
import wallAmount from '@salesforce/label/c.Dealside_WallAmount';
import wallAsking from '@salesforce/label/c.Dealside_WallAsking';
import wallAttention from '@salesforce/label/c.Dealside_WallAttention';
import wallCount from '@salesforce/label/c.Dealside_WallCount';
import wallCountOne from '@salesforce/label/c.Dealside_WallCountOne';
import wallCovertCall from '@salesforce/label/c.Dealside_WallCovertCall';
import wallCovertRules from '@salesforce/label/c.Dealside_WallCovertRules';
import wallCustomer from '@salesforce/label/c.Dealside_WallCustomer';
import wallDeal from '@salesforce/label/c.Dealside_WallDeal';
import wallDuration from '@salesforce/label/c.Dealside_WallDuration';
import wallEmpty from '@salesforce/label/c.Dealside_WallEmpty';
import wallEmptyCovert from '@salesforce/label/c.Dealside_WallEmptyCovert';
import wallEmptyEveryone from '@salesforce/label/c.Dealside_WallEmptyEveryone';
import wallEmptyGroups from '@salesforce/label/c.Dealside_WallEmptyGroups';
import wallEmptyText from '@salesforce/label/c.Dealside_WallEmptyText';
import wallFilter from '@salesforce/label/c.Dealside_WallFilter';
import wallHelp from '@salesforce/label/c.Dealside_WallHelp';
import wallHelpComing from '@salesforce/label/c.Dealside_WallHelpComing';
import wallJoinCall from '@salesforce/label/c.Dealside_WallJoinCall';
import wallKeys from '@salesforce/label/c.Dealside_WallKeys';
import wallLoading from '@salesforce/label/c.Dealside_WallLoading';
import wallNoMatch from '@salesforce/label/c.Dealside_WallNoMatch';
import wallNoMatchText from '@salesforce/label/c.Dealside_WallNoMatchText';
import wallNoneInFilter from '@salesforce/label/c.Dealside_WallNoneInFilter';
import wallNotAllowed from '@salesforce/label/c.Dealside_WallNotAllowed';
import wallNotAllowedText from '@salesforce/label/c.Dealside_WallNotAllowedText';
import wallRep from '@salesforce/label/c.Dealside_WallRep';
import wallShow from '@salesforce/label/c.Dealside_WallShow';
import wallShowAlerts from '@salesforce/label/c.Dealside_WallShowAlerts';
import wallShowAll from '@salesforce/label/c.Dealside_WallShowAll';
import wallShowHelp from '@salesforce/label/c.Dealside_WallShowHelp';
import wallShown from '@salesforce/label/c.Dealside_WallShown';
import wallShowSupervised from '@salesforce/label/c.Dealside_WallShowSupervised';
import wallShowUnsupervised from '@salesforce/label/c.Dealside_WallShowUnsupervised';
import wallSortBy from '@salesforce/label/c.Dealside_WallSortBy';
import wallSupervised from '@salesforce/label/c.Dealside_WallSupervised';
import wallSupervisors from '@salesforce/label/c.Dealside_WallSupervisors';
import wallTitle from '@salesforce/label/c.Dealside_WallTitle';
import wallUnsupervised from '@salesforce/label/c.Dealside_WallUnsupervised';
import wallYouAreOn from '@salesforce/label/c.Dealside_WallYouAreOn';

/** The live wall, notices, outcomes and the softphone. */
export const listsLabels = {
  outcomeTag,
  outcomeNoTag,
  receiptTag,
  receiptPraise,
  wallTitle,
  wallLoading,
  wallEmpty,
  wallEmptyText,
  wallEmptyEveryone,
  wallEmptyGroups,
  wallEmptyCovert,
  wallCovertRules,
  wallCovertCall,
  covertOver,
  wallNotAllowed,
  wallNotAllowedText,
  wallNoMatch,
  wallNoMatchText,
  wallFilter,
  wallCountOne,
  wallCount,
  wallSupervised,
  wallShown,
  wallRep,
  wallCustomer,
  wallDeal,
  wallAmount,
  wallDuration,
  wallAttention,
  wallShowAlerts,
  wallSupervisors,
  wallAction,
  wallUnsupervised,
  wallSortBy,
  wallJoinCall,
  wallYouAreOn,
  noticeTitle,
  noticeAcknowledge,
  noticeAcknowledged,
  noticeSince,
  noticeHistory,
  noticeEnded,
  outcomeTitle,
  outcomeSubtitle,
  outcomeLabel,
  outcomeRequired,
  outcomeNote,
  outcomeCoaching,
  outcomeDue,
  outcomeDueRequired,
  outcomeTopic,
  outcomeTopicPlaceholder,
  outcomeSave,
  outcomePraised,
  outcomeSaving,
  outcomeLater,
  outcomeToLog,
  outcomeToLogOne,
  outcomeLog,
  outcomeSaved,
  outcomeSavedWithTask,
  softphoneRings,
  softphoneTitle,
  softphoneConnecting,
  softphoneRegistered,
  softphoneLost,
  softphoneFailed,
  softphoneRetry,
  softphoneNoMicrophone,
  softphoneNoMicrophoneHint,
  softphoneNotForYou,
  softphoneNotForYouText,
  softphoneOnCall,
  wallHelp,
  wallHelpComing,
  wallAsking,
  wallShow,
  wallShowAll,
  wallShowHelp,
  wallShowSupervised,
  wallShowUnsupervised,
  wallNoneInFilter,
  wallKeys,
  outcomeIsDue,
  outcomeWasDue,
  outcomeOverdue,
  outcomeLateTitle,
  outcomeLateText,
  outcomeLateFacts,
  outcomeLateShown,
  noticeUntil,
};
