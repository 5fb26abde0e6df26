import connectionConnecting from '@salesforce/label/c.Dealside_ConnectionConnecting';
import connectionLive from '@salesforce/label/c.Dealside_ConnectionLive';
import connectionLost from '@salesforce/label/c.Dealside_ConnectionLost';
import connectionRefused from '@salesforce/label/c.Dealside_ConnectionRefused';
import problemNetwork from '@salesforce/label/c.Dealside_ProblemNetwork';
import problemNetworkHint from '@salesforce/label/c.Dealside_ProblemNetworkHint';
import problemSession from '@salesforce/label/c.Dealside_ProblemSession';
import problemSessionHint from '@salesforce/label/c.Dealside_ProblemSessionHint';
import problemServer from '@salesforce/label/c.Dealside_ProblemServer';
import problemServerHint from '@salesforce/label/c.Dealside_ProblemServerHint';
import problemNoSoftphone from '@salesforce/label/c.Dealside_ProblemNoSoftphone';
import problemNoSoftphoneHint from '@salesforce/label/c.Dealside_ProblemNoSoftphoneHint';
import problemHowToGoOn from '@salesforce/label/c.Dealside_ProblemHowToGoOn';
import modeMonitor from '@salesforce/label/c.Dealside_ModeMonitor';
import modeWhisper from '@salesforce/label/c.Dealside_ModeWhisper';
import modeBarge from '@salesforce/label/c.Dealside_ModeBarge';
import modeTakeover from '@salesforce/label/c.Dealside_ModeTakeover';
import heardByNobody from '@salesforce/label/c.Dealside_HeardByNobody';
import heardByRep from '@salesforce/label/c.Dealside_HeardByRep';
import heardByBoth from '@salesforce/label/c.Dealside_HeardByBoth';
import heardByCustomer from '@salesforce/label/c.Dealside_HeardByCustomer';
import onCallMonitor from '@salesforce/label/c.Dealside_OnCallMonitor';
import onCallWhisper from '@salesforce/label/c.Dealside_OnCallWhisper';
import onCallBarge from '@salesforce/label/c.Dealside_OnCallBarge';
import onCallTakeover from '@salesforce/label/c.Dealside_OnCallTakeover';
import onCallJoining from '@salesforce/label/c.Dealside_OnCallJoining';
import liveCallsTitle from '@salesforce/label/c.Dealside_LiveCallsTitle';
import liveCallsLoading from '@salesforce/label/c.Dealside_LiveCallsLoading';
import liveCallsEmpty from '@salesforce/label/c.Dealside_LiveCallsEmpty';
import liveCallsEmptyText from '@salesforce/label/c.Dealside_LiveCallsEmptyText';
import liveCallsNotAllowed from '@salesforce/label/c.Dealside_LiveCallsNotAllowed';
import liveCallsNotAllowedText from '@salesforce/label/c.Dealside_LiveCallsNotAllowedText';
import liveCallsCallContact from '@salesforce/label/c.Dealside_LiveCallsCallContact';
import liveCallsCalling from '@salesforce/label/c.Dealside_LiveCallsCalling';
import callWith from '@salesforce/label/c.Dealside_CallWith';
import callRinging from '@salesforce/label/c.Dealside_CallRinging';
import callLive from '@salesforce/label/c.Dealside_CallLive';
import callEnded from '@salesforce/label/c.Dealside_CallEnded';
import callOnHold from '@salesforce/label/c.Dealside_CallOnHold';
import callRepOnHold from '@salesforce/label/c.Dealside_CallRepOnHold';
import callRepSilenced from '@salesforce/label/c.Dealside_CallRepSilenced';
import callRepLeft from '@salesforce/label/c.Dealside_CallRepLeft';
import callInbound from '@salesforce/label/c.Dealside_CallInbound';
import callOutbound from '@salesforce/label/c.Dealside_CallOutbound';
import callDuration from '@salesforce/label/c.Dealside_CallDuration';
import callAlsoOn from '@salesforce/label/c.Dealside_CallAlsoOn';
import callJoin from '@salesforce/label/c.Dealside_CallJoin';
import callJoinHint from '@salesforce/label/c.Dealside_CallJoinHint';
import callJoining from '@salesforce/label/c.Dealside_CallJoining';
import callHold from '@salesforce/label/c.Dealside_CallHold';
import callResume from '@salesforce/label/c.Dealside_CallResume';
import callHangUp from '@salesforce/label/c.Dealside_CallHangUp';
import controlsTitle from '@salesforce/label/c.Dealside_ControlsTitle';
import controlsModes from '@salesforce/label/c.Dealside_ControlsModes';
import controlsNow from '@salesforce/label/c.Dealside_ControlsNow';
import controlsJoining from '@salesforce/label/c.Dealside_ControlsJoining';
import controlsSwitching from '@salesforce/label/c.Dealside_ControlsSwitching';
import controlsStill from '@salesforce/label/c.Dealside_ControlsStill';
import controlsLeaving from '@salesforce/label/c.Dealside_ControlsLeaving';
import controlsLeave from '@salesforce/label/c.Dealside_ControlsLeave';
import controlsHandBack from '@salesforce/label/c.Dealside_ControlsHandBack';
import controlsHandBackHint from '@salesforce/label/c.Dealside_ControlsHandBackHint';
import controlsHandBackImpossible from '@salesforce/label/c.Dealside_ControlsHandBackImpossible';
import controlsScript from '@salesforce/label/c.Dealside_ControlsScript';
import controlsShortcuts from '@salesforce/label/c.Dealside_ControlsShortcuts';
import controlsNotPermitted from '@salesforce/label/c.Dealside_ControlsNotPermitted';
import controlsRefused from '@salesforce/label/c.Dealside_ControlsRefused';
import controlsStaysAt from '@salesforce/label/c.Dealside_ControlsStaysAt';
import stepBargeTitle from '@salesforce/label/c.Dealside_StepBargeTitle';
import stepTakeoverTitle from '@salesforce/label/c.Dealside_StepTakeoverTitle';
import stepTakeoverText from '@salesforce/label/c.Dealside_StepTakeoverText';
import stepWhisperFirst from '@salesforce/label/c.Dealside_StepWhisperFirst';
import stepWhisperFirstText from '@salesforce/label/c.Dealside_StepWhisperFirstText';
import stepWhisperInstead from '@salesforce/label/c.Dealside_StepWhisperInstead';
import stepWhisperSkip from '@salesforce/label/c.Dealside_StepWhisperSkip';
import stepWhisperSkipped from '@salesforce/label/c.Dealside_StepWhisperSkipped';
import stepIntroduce from '@salesforce/label/c.Dealside_StepIntroduce';
import stepRepAfter from '@salesforce/label/c.Dealside_StepRepAfter';
import stepRepLeaves from '@salesforce/label/c.Dealside_StepRepLeaves';
import stepRepListens from '@salesforce/label/c.Dealside_StepRepListens';
import stepNote from '@salesforce/label/c.Dealside_StepNote';
import stepNoteRequired from '@salesforce/label/c.Dealside_StepNoteRequired';
import stepBarge from '@salesforce/label/c.Dealside_StepBarge';
import stepTakeover from '@salesforce/label/c.Dealside_StepTakeover';
import stepCancel from '@salesforce/label/c.Dealside_StepCancel';
import reasonLabel from '@salesforce/label/c.Dealside_ReasonLabel';
import reasonPlaceholder from '@salesforce/label/c.Dealside_ReasonPlaceholder';
import reasonNone from '@salesforce/label/c.Dealside_ReasonNone';
import reasonRequired from '@salesforce/label/c.Dealside_ReasonRequired';
import familyEscalation from '@salesforce/label/c.Dealside_FamilyEscalation';
import familyComplex from '@salesforce/label/c.Dealside_FamilyComplex';
import familyHighValue from '@salesforce/label/c.Dealside_FamilyHighValue';
import familyMandatory from '@salesforce/label/c.Dealside_FamilyMandatory';
import familyOpportunity from '@salesforce/label/c.Dealside_FamilyOpportunity';
import familyRep from '@salesforce/label/c.Dealside_FamilyRep';
import familyQuality from '@salesforce/label/c.Dealside_FamilyQuality';
import familyPlanned from '@salesforce/label/c.Dealside_FamilyPlanned';
import familyOther from '@salesforce/label/c.Dealside_FamilyOther';
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
import wallShowMore from '@salesforce/label/c.Dealside_WallShowMore';
import wallRep from '@salesforce/label/c.Dealside_WallRep';
import wallCustomer from '@salesforce/label/c.Dealside_WallCustomer';
import wallDeal from '@salesforce/label/c.Dealside_WallDeal';
import wallAmount from '@salesforce/label/c.Dealside_WallAmount';
import wallDuration from '@salesforce/label/c.Dealside_WallDuration';
import wallOn from '@salesforce/label/c.Dealside_WallOn';
import wallAction from '@salesforce/label/c.Dealside_WallAction';
import wallNobody from '@salesforce/label/c.Dealside_WallNobody';
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
import outcomeLaterText from '@salesforce/label/c.Dealside_OutcomeLaterText';
import outcomeGiveNow from '@salesforce/label/c.Dealside_OutcomeGiveNow';
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

/** Every text of Dealside, from custom labels. */
export const labels = {
  connectionConnecting,
  connectionLive,
  connectionLost,
  connectionRefused,
  problemNetwork,
  problemNetworkHint,
  problemSession,
  problemSessionHint,
  problemServer,
  problemServerHint,
  problemNoSoftphone,
  problemNoSoftphoneHint,
  problemHowToGoOn,
  modeMonitor,
  modeWhisper,
  modeBarge,
  modeTakeover,
  heardByNobody,
  heardByRep,
  heardByBoth,
  heardByCustomer,
  onCallMonitor,
  onCallWhisper,
  onCallBarge,
  onCallTakeover,
  onCallJoining,
  liveCallsTitle,
  liveCallsLoading,
  liveCallsEmpty,
  liveCallsEmptyText,
  liveCallsNotAllowed,
  liveCallsNotAllowedText,
  liveCallsCallContact,
  liveCallsCalling,
  callWith,
  callRinging,
  callLive,
  callEnded,
  callOnHold,
  callRepOnHold,
  callRepSilenced,
  callRepLeft,
  callInbound,
  callOutbound,
  callDuration,
  callAlsoOn,
  callJoin,
  callJoinHint,
  callJoining,
  callHold,
  callResume,
  callHangUp,
  controlsTitle,
  controlsModes,
  controlsNow,
  controlsJoining,
  controlsSwitching,
  controlsStill,
  controlsLeaving,
  controlsLeave,
  controlsHandBack,
  controlsHandBackHint,
  controlsHandBackImpossible,
  controlsScript,
  controlsShortcuts,
  controlsNotPermitted,
  controlsRefused,
  controlsStaysAt,
  stepBargeTitle,
  stepTakeoverTitle,
  stepTakeoverText,
  stepWhisperFirst,
  stepWhisperFirstText,
  stepWhisperInstead,
  stepWhisperSkip,
  stepWhisperSkipped,
  stepIntroduce,
  stepRepAfter,
  stepRepLeaves,
  stepRepListens,
  stepNote,
  stepNoteRequired,
  stepBarge,
  stepTakeover,
  stepCancel,
  reasonLabel,
  reasonPlaceholder,
  reasonNone,
  reasonRequired,
  familyEscalation,
  familyComplex,
  familyHighValue,
  familyMandatory,
  familyOpportunity,
  familyRep,
  familyQuality,
  familyPlanned,
  familyOther,
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
  wallShowMore,
  wallRep,
  wallCustomer,
  wallDeal,
  wallAmount,
  wallDuration,
  wallOn,
  wallAction,
  wallNobody,
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
  outcomeLaterText,
  outcomeGiveNow,
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
};

/** The text with its {placeholders} filled in. */
export function fill(text: string, values: Record<string, string | number | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
