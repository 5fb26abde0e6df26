import wallTitle from '@salesforce/label/c.Dealside_WallTitle';
import wallLoading from '@salesforce/label/c.Dealside_WallLoading';
import wallEmpty from '@salesforce/label/c.Dealside_WallEmpty';
import wallEmptyText from '@salesforce/label/c.Dealside_WallEmptyText';
import wallNotAllowed from '@salesforce/label/c.Dealside_WallNotAllowed';
import wallNotAllowedText from '@salesforce/label/c.Dealside_WallNotAllowedText';
import wallNoMatch from '@salesforce/label/c.Dealside_WallNoMatch';
import wallNoMatchText from '@salesforce/label/c.Dealside_WallNoMatchText';
import wallFilter from '@salesforce/label/c.Dealside_WallFilter';
import wallCountOne from '@salesforce/label/c.Dealside_WallCountOne';
import wallCount from '@salesforce/label/c.Dealside_WallCount';
import wallSupervised from '@salesforce/label/c.Dealside_WallSupervised';
import wallShown from '@salesforce/label/c.Dealside_WallShown';
import wallRep from '@salesforce/label/c.Dealside_WallRep';
import wallCustomer from '@salesforce/label/c.Dealside_WallCustomer';
import wallDeal from '@salesforce/label/c.Dealside_WallDeal';
import wallAmount from '@salesforce/label/c.Dealside_WallAmount';
import wallDuration from '@salesforce/label/c.Dealside_WallDuration';
import wallSupervisors from '@salesforce/label/c.Dealside_WallSupervisors';
import wallAction from '@salesforce/label/c.Dealside_WallAction';
import wallUnsupervised from '@salesforce/label/c.Dealside_WallUnsupervised';
import wallSortBy from '@salesforce/label/c.Dealside_WallSortBy';
import wallJoinCall from '@salesforce/label/c.Dealside_WallJoinCall';
import wallYouAreOn from '@salesforce/label/c.Dealside_WallYouAreOn';
import noticeTitle from '@salesforce/label/c.Dealside_NoticeTitle';
import noticeAcknowledge from '@salesforce/label/c.Dealside_NoticeAcknowledge';
import noticeAcknowledged from '@salesforce/label/c.Dealside_NoticeAcknowledged';
import noticeSince from '@salesforce/label/c.Dealside_NoticeSince';
import noticeHistory from '@salesforce/label/c.Dealside_NoticeHistory';
import noticeEnded from '@salesforce/label/c.Dealside_NoticeEnded';
import outcomeTitle from '@salesforce/label/c.Dealside_OutcomeTitle';
import outcomeSubtitle from '@salesforce/label/c.Dealside_OutcomeSubtitle';
import outcomeLabel from '@salesforce/label/c.Dealside_OutcomeLabel';
import outcomeRequired from '@salesforce/label/c.Dealside_OutcomeRequired';
import outcomeNote from '@salesforce/label/c.Dealside_OutcomeNote';
import outcomeCoaching from '@salesforce/label/c.Dealside_OutcomeCoaching';
import outcomeDue from '@salesforce/label/c.Dealside_OutcomeDue';
import outcomeDueRequired from '@salesforce/label/c.Dealside_OutcomeDueRequired';
import outcomeTopic from '@salesforce/label/c.Dealside_OutcomeTopic';
import outcomeTopicPlaceholder from '@salesforce/label/c.Dealside_OutcomeTopicPlaceholder';
import outcomeSave from '@salesforce/label/c.Dealside_OutcomeSave';
import outcomeSaving from '@salesforce/label/c.Dealside_OutcomeSaving';
import outcomeLater from '@salesforce/label/c.Dealside_OutcomeLater';
import outcomeToLog from '@salesforce/label/c.Dealside_OutcomeToLog';
import outcomeToLogOne from '@salesforce/label/c.Dealside_OutcomeToLogOne';
import outcomeLog from '@salesforce/label/c.Dealside_OutcomeLog';
import outcomeSaved from '@salesforce/label/c.Dealside_OutcomeSaved';
import outcomeSavedWithTask from '@salesforce/label/c.Dealside_OutcomeSavedWithTask';
import softphoneTitle from '@salesforce/label/c.Dealside_SoftphoneTitle';
import softphoneConnecting from '@salesforce/label/c.Dealside_SoftphoneConnecting';
import softphoneRegistered from '@salesforce/label/c.Dealside_SoftphoneRegistered';
import softphoneLost from '@salesforce/label/c.Dealside_SoftphoneLost';
import softphoneFailed from '@salesforce/label/c.Dealside_SoftphoneFailed';
import softphoneRetry from '@salesforce/label/c.Dealside_SoftphoneRetry';
import softphoneNoMicrophone from '@salesforce/label/c.Dealside_SoftphoneNoMicrophone';
import softphoneNoMicrophoneHint from '@salesforce/label/c.Dealside_SoftphoneNoMicrophoneHint';
import softphoneOnCall from '@salesforce/label/c.Dealside_SoftphoneOnCall';
import wallHelp from '@salesforce/label/c.Dealside_WallHelp';
import wallHelpComing from '@salesforce/label/c.Dealside_WallHelpComing';
import wallAsking from '@salesforce/label/c.Dealside_WallAsking';
import wallShow from '@salesforce/label/c.Dealside_WallShow';
import wallShowAll from '@salesforce/label/c.Dealside_WallShowAll';
import wallShowHelp from '@salesforce/label/c.Dealside_WallShowHelp';
import wallShowSupervised from '@salesforce/label/c.Dealside_WallShowSupervised';
import wallShowUnsupervised from '@salesforce/label/c.Dealside_WallShowUnsupervised';
import wallNoneInFilter from '@salesforce/label/c.Dealside_WallNoneInFilter';
import wallKeys from '@salesforce/label/c.Dealside_WallKeys';
import outcomeIsDue from '@salesforce/label/c.Dealside_OutcomeIsDue';
import outcomeWasDue from '@salesforce/label/c.Dealside_OutcomeWasDue';
import outcomeOverdue from '@salesforce/label/c.Dealside_OutcomeOverdue';
import outcomeLateTitle from '@salesforce/label/c.Dealside_OutcomeLateTitle';
import outcomeLateText from '@salesforce/label/c.Dealside_OutcomeLateText';
import outcomeLateFacts from '@salesforce/label/c.Dealside_OutcomeLateFacts';
import outcomeLateShown from '@salesforce/label/c.Dealside_OutcomeLateShown';

/** The live wall, notices, outcomes and the softphone. */
export const listsLabels = {
  wallTitle,
  wallLoading,
  wallEmpty,
  wallEmptyText,
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
  outcomeSaving,
  outcomeLater,
  outcomeToLog,
  outcomeToLogOne,
  outcomeLog,
  outcomeSaved,
  outcomeSavedWithTask,
  softphoneTitle,
  softphoneConnecting,
  softphoneRegistered,
  softphoneLost,
  softphoneFailed,
  softphoneRetry,
  softphoneNoMicrophone,
  softphoneNoMicrophoneHint,
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
};
