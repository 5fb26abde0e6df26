import liveCallsTitle from '@salesforce/label/c.Dealside_LiveCallsTitle';
import liveCallsLoading from '@salesforce/label/c.Dealside_LiveCallsLoading';
import liveCallsEmpty from '@salesforce/label/c.Dealside_LiveCallsEmpty';
import liveCallsEmptyText from '@salesforce/label/c.Dealside_LiveCallsEmptyText';
import liveCallsNotAllowed from '@salesforce/label/c.Dealside_LiveCallsNotAllowed';
import liveCallsNotAllowedText from '@salesforce/label/c.Dealside_LiveCallsNotAllowedText';
import liveCallsCallContact from '@salesforce/label/c.Dealside_LiveCallsCallContact';
import liveCallsCalling from '@salesforce/label/c.Dealside_LiveCallsCalling';
import callWith from '@salesforce/label/c.Dealside_CallWith';
import callLeaveAndCall from '@salesforce/label/c.Dealside_CallLeaveAndCall';
import callLeaveAndCallQuestion from '@salesforce/label/c.Dealside_CallLeaveAndCallQuestion';
import callRinging from '@salesforce/label/c.Dealside_CallRinging';
import callLive from '@salesforce/label/c.Dealside_CallLive';
import callEnded from '@salesforce/label/c.Dealside_CallEnded';
import callOnHold from '@salesforce/label/c.Dealside_CallOnHold';
import callRepOnHold from '@salesforce/label/c.Dealside_CallRepOnHold';
import callRepSilenced from '@salesforce/label/c.Dealside_CallRepSilenced';
import callRepLeft from '@salesforce/label/c.Dealside_CallRepLeft';
import callRepLost from '@salesforce/label/c.Dealside_CallRepLost';
import callRepLostAttended from '@salesforce/label/c.Dealside_CallRepLostAttended';
import callRepLostRings from '@salesforce/label/c.Dealside_CallRepLostRings';
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
import joinByPhone from '@salesforce/label/c.Dealside_JoinByPhone';
import joinAnyway from '@salesforce/label/c.Dealside_JoinAnyway';
import controlsMicrophoneOff from '@salesforce/label/c.Dealside_ControlsMicrophoneOff';
import controlsLeaving from '@salesforce/label/c.Dealside_ControlsLeaving';
import controlsLeave from '@salesforce/label/c.Dealside_ControlsLeave';
import controlsHandBack from '@salesforce/label/c.Dealside_ControlsHandBack';
import controlsHandBackHint from '@salesforce/label/c.Dealside_ControlsHandBackHint';
import controlsHandBackImpossible from '@salesforce/label/c.Dealside_ControlsHandBackImpossible';
import controlsScript from '@salesforce/label/c.Dealside_ControlsScript';
import controlsNotPermitted from '@salesforce/label/c.Dealside_ControlsNotPermitted';
import controlsRefused from '@salesforce/label/c.Dealside_ControlsRefused';
import controlsSwitchFailed from '@salesforce/label/c.Dealside_ControlsSwitchFailed';
import controlsStaysAt from '@salesforce/label/c.Dealside_ControlsStaysAt';
import escalationBargeTitle from '@salesforce/label/c.Dealside_EscalationBargeTitle';
import escalationTakeoverTitle from '@salesforce/label/c.Dealside_EscalationTakeoverTitle';
import escalationTakeoverText from '@salesforce/label/c.Dealside_EscalationTakeoverText';
import escalationTakeoverTextAlone from '@salesforce/label/c.Dealside_EscalationTakeoverTextAlone';
import escalationWhisperFirst from '@salesforce/label/c.Dealside_EscalationWhisperFirst';
import escalationWhisperFirstText from '@salesforce/label/c.Dealside_EscalationWhisperFirstText';
import escalationWhisperInstead from '@salesforce/label/c.Dealside_EscalationWhisperInstead';
import escalationWhisperSkip from '@salesforce/label/c.Dealside_EscalationWhisperSkip';
import escalationWhisperSkipped from '@salesforce/label/c.Dealside_EscalationWhisperSkipped';
import escalationIntroduce from '@salesforce/label/c.Dealside_EscalationIntroduce';
import escalationRepAfter from '@salesforce/label/c.Dealside_EscalationRepAfter';
import escalationRepLeaves from '@salesforce/label/c.Dealside_EscalationRepLeaves';
import escalationRepListens from '@salesforce/label/c.Dealside_EscalationRepListens';
import escalationNote from '@salesforce/label/c.Dealside_EscalationNote';
import escalationNoteRequired from '@salesforce/label/c.Dealside_EscalationNoteRequired';
import escalationBarge from '@salesforce/label/c.Dealside_EscalationBarge';
import escalationTakeover from '@salesforce/label/c.Dealside_EscalationTakeover';
import escalationCancel from '@salesforce/label/c.Dealside_EscalationCancel';
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
import criteriaTitle from '@salesforce/label/c.Dealside_CriteriaTitle';
import criteriaBarge from '@salesforce/label/c.Dealside_CriteriaBarge';
import criteriaNot from '@salesforce/label/c.Dealside_CriteriaNot';
import phrasesTitle from '@salesforce/label/c.Dealside_PhrasesTitle';
import phraseAvoid from '@salesforce/label/c.Dealside_PhraseAvoid';
import escalationPoint from '@salesforce/label/c.Dealside_EscalationPoint';
import escalationPointRequired from '@salesforce/label/c.Dealside_EscalationPointRequired';

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
