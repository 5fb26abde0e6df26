import callAlsoOn from '@salesforce/label/c.Dealside_CallAlsoOn';
import callDuration from '@salesforce/label/c.Dealside_CallDuration';
import callEnded from '@salesforce/label/c.Dealside_CallEnded';
import callHangUp from '@salesforce/label/c.Dealside_CallHangUp';
import callHold from '@salesforce/label/c.Dealside_CallHold';
import callInbound from '@salesforce/label/c.Dealside_CallInbound';
import callJoin from '@salesforce/label/c.Dealside_CallJoin';
import callJoinHint from '@salesforce/label/c.Dealside_CallJoinHint';
import callJoining from '@salesforce/label/c.Dealside_CallJoining';
import callLeaveAndCall from '@salesforce/label/c.Dealside_CallLeaveAndCall';
import callLeaveAndCallQuestion from '@salesforce/label/c.Dealside_CallLeaveAndCallQuestion';
import callLive from '@salesforce/label/c.Dealside_CallLive';
import callOnHold from '@salesforce/label/c.Dealside_CallOnHold';
import callOutbound from '@salesforce/label/c.Dealside_CallOutbound';
import callRepLeft from '@salesforce/label/c.Dealside_CallRepLeft';
import callRepLost from '@salesforce/label/c.Dealside_CallRepLost';
import callRepLostAttended from '@salesforce/label/c.Dealside_CallRepLostAttended';
import callRepLostRings from '@salesforce/label/c.Dealside_CallRepLostRings';
import callRepOnHold from '@salesforce/label/c.Dealside_CallRepOnHold';
import callRepSilenced from '@salesforce/label/c.Dealside_CallRepSilenced';
import callResume from '@salesforce/label/c.Dealside_CallResume';
import callRinging from '@salesforce/label/c.Dealside_CallRinging';
import callWith from '@salesforce/label/c.Dealside_CallWith';
import controlsHandBack from '@salesforce/label/c.Dealside_ControlsHandBack';
import controlsHandBackHint from '@salesforce/label/c.Dealside_ControlsHandBackHint';
import controlsHandBackImpossible from '@salesforce/label/c.Dealside_ControlsHandBackImpossible';
import controlsJoining from '@salesforce/label/c.Dealside_ControlsJoining';
import controlsLeave from '@salesforce/label/c.Dealside_ControlsLeave';
import controlsLeaving from '@salesforce/label/c.Dealside_ControlsLeaving';
import controlsMicrophoneOff from '@salesforce/label/c.Dealside_ControlsMicrophoneOff';
import controlsModes from '@salesforce/label/c.Dealside_ControlsModes';
import controlsNotPermitted from '@salesforce/label/c.Dealside_ControlsNotPermitted';
import controlsNow from '@salesforce/label/c.Dealside_ControlsNow';
import controlsRefused from '@salesforce/label/c.Dealside_ControlsRefused';
import controlsScript from '@salesforce/label/c.Dealside_ControlsScript';
import controlsStaysAt from '@salesforce/label/c.Dealside_ControlsStaysAt';
import controlsStill from '@salesforce/label/c.Dealside_ControlsStill';
import controlsSwitchFailed from '@salesforce/label/c.Dealside_ControlsSwitchFailed';
import controlsSwitching from '@salesforce/label/c.Dealside_ControlsSwitching';
import controlsTitle from '@salesforce/label/c.Dealside_ControlsTitle';
import criteriaBarge from '@salesforce/label/c.Dealside_CriteriaBarge';
import criteriaNot from '@salesforce/label/c.Dealside_CriteriaNot';
import criteriaTitle from '@salesforce/label/c.Dealside_CriteriaTitle';
import escalationBarge from '@salesforce/label/c.Dealside_EscalationBarge';
import escalationBargeTitle from '@salesforce/label/c.Dealside_EscalationBargeTitle';
import escalationCancel from '@salesforce/label/c.Dealside_EscalationCancel';
import escalationIntroduce from '@salesforce/label/c.Dealside_EscalationIntroduce';
import escalationNote from '@salesforce/label/c.Dealside_EscalationNote';
import escalationNoteRequired from '@salesforce/label/c.Dealside_EscalationNoteRequired';
import escalationPoint from '@salesforce/label/c.Dealside_EscalationPoint';
import escalationPointRequired from '@salesforce/label/c.Dealside_EscalationPointRequired';
import escalationRepAfter from '@salesforce/label/c.Dealside_EscalationRepAfter';
import escalationRepLeaves from '@salesforce/label/c.Dealside_EscalationRepLeaves';
import escalationRepListens from '@salesforce/label/c.Dealside_EscalationRepListens';
import escalationTakeover from '@salesforce/label/c.Dealside_EscalationTakeover';
import escalationTakeoverText from '@salesforce/label/c.Dealside_EscalationTakeoverText';
import escalationTakeoverTextAlone from '@salesforce/label/c.Dealside_EscalationTakeoverTextAlone';
import escalationTakeoverTitle from '@salesforce/label/c.Dealside_EscalationTakeoverTitle';
import escalationWhisperFirst from '@salesforce/label/c.Dealside_EscalationWhisperFirst';
import escalationWhisperFirstText from '@salesforce/label/c.Dealside_EscalationWhisperFirstText';
import escalationWhisperInstead from '@salesforce/label/c.Dealside_EscalationWhisperInstead';
import escalationWhisperSkip from '@salesforce/label/c.Dealside_EscalationWhisperSkip';
import escalationWhisperSkipped from '@salesforce/label/c.Dealside_EscalationWhisperSkipped';
import familyComplex from '@salesforce/label/c.Dealside_FamilyComplex';
import familyEscalation from '@salesforce/label/c.Dealside_FamilyEscalation';
import familyHighValue from '@salesforce/label/c.Dealside_FamilyHighValue';
import familyMandatory from '@salesforce/label/c.Dealside_FamilyMandatory';
import familyOpportunity from '@salesforce/label/c.Dealside_FamilyOpportunity';
import familyOther from '@salesforce/label/c.Dealside_FamilyOther';
import familyPlanned from '@salesforce/label/c.Dealside_FamilyPlanned';
import familyQuality from '@salesforce/label/c.Dealside_FamilyQuality';
import familyRep from '@salesforce/label/c.Dealside_FamilyRep';
import joinAnyway from '@salesforce/label/c.Dealside_JoinAnyway';
import joinByPhone from '@salesforce/label/c.Dealside_JoinByPhone';
import liveCallsCallContact from '@salesforce/label/c.Dealside_LiveCallsCallContact';
import liveCallsCalling from '@salesforce/label/c.Dealside_LiveCallsCalling';
import liveCallsEmpty from '@salesforce/label/c.Dealside_LiveCallsEmpty';
import liveCallsEmptyText from '@salesforce/label/c.Dealside_LiveCallsEmptyText';
import liveCallsLoading from '@salesforce/label/c.Dealside_LiveCallsLoading';
import liveCallsNotAllowed from '@salesforce/label/c.Dealside_LiveCallsNotAllowed';
import liveCallsNotAllowedText from '@salesforce/label/c.Dealside_LiveCallsNotAllowedText';
import liveCallsTitle from '@salesforce/label/c.Dealside_LiveCallsTitle';
import phraseAvoid from '@salesforce/label/c.Dealside_PhraseAvoid';
import phrasesTitle from '@salesforce/label/c.Dealside_PhrasesTitle';
import reasonLabel from '@salesforce/label/c.Dealside_ReasonLabel';
import reasonNone from '@salesforce/label/c.Dealside_ReasonNone';
import reasonPlaceholder from '@salesforce/label/c.Dealside_ReasonPlaceholder';
import reasonRequired from '@salesforce/label/c.Dealside_ReasonRequired';

/** Calls, and what a supervisor does on them. */
export const callsLabels = {
  liveCallsTitle,
  liveCallsLoading,
  liveCallsEmpty,
  liveCallsEmptyText,
  liveCallsNotAllowed,
  liveCallsNotAllowedText,
  liveCallsCallContact,
  liveCallsCalling,
  callWith,
  callLeaveAndCall,
  callLeaveAndCallQuestion,
  callRinging,
  callLive,
  callEnded,
  callOnHold,
  callRepOnHold,
  callRepSilenced,
  callRepLeft,
  callRepLost,
  callRepLostAttended,
  callRepLostRings,
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
  joinByPhone,
  joinAnyway,
  controlsMicrophoneOff,
  controlsLeaving,
  controlsLeave,
  controlsHandBack,
  controlsHandBackHint,
  controlsHandBackImpossible,
  controlsScript,
  controlsNotPermitted,
  controlsRefused,
  controlsSwitchFailed,
  controlsStaysAt,
  escalationBargeTitle,
  escalationTakeoverTitle,
  escalationTakeoverText,
  escalationTakeoverTextAlone,
  escalationWhisperFirst,
  escalationWhisperFirstText,
  escalationWhisperInstead,
  escalationWhisperSkip,
  escalationWhisperSkipped,
  escalationIntroduce,
  escalationRepAfter,
  escalationRepLeaves,
  escalationRepListens,
  escalationNote,
  escalationNoteRequired,
  escalationBarge,
  escalationTakeover,
  escalationCancel,
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
  criteriaTitle,
  criteriaBarge,
  criteriaNot,
  phrasesTitle,
  phraseAvoid,
  escalationPoint,
  escalationPointRequired,
};
