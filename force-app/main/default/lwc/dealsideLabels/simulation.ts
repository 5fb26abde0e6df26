import simTitle from '@salesforce/label/c.Dealside_SimTitle';
import simLoading from '@salesforce/label/c.Dealside_SimLoading';
import simIntro from '@salesforce/label/c.Dealside_SimIntro';
import simFrom from '@salesforce/label/c.Dealside_SimFrom';
import simTo from '@salesforce/label/c.Dealside_SimTo';
import simPeriodWrong from '@salesforce/label/c.Dealside_SimPeriodWrong';
import simStartFrom from '@salesforce/label/c.Dealside_SimStartFrom';
import simInForce from '@salesforce/label/c.Dealside_SimInForce';
import simVersionOf from '@salesforce/label/c.Dealside_SimVersionOf';
import simEarlier from '@salesforce/label/c.Dealside_SimEarlier';
import simEarlierChoose from '@salesforce/label/c.Dealside_SimEarlierChoose';
import simEarlierOf from '@salesforce/label/c.Dealside_SimEarlierOf';
import simRun from '@salesforce/label/c.Dealside_SimRun';
import simCancel from '@salesforce/label/c.Dealside_SimCancel';
import simStatusRunning from '@salesforce/label/c.Dealside_SimStatusRunning';
import simStatusDone from '@salesforce/label/c.Dealside_SimStatusDone';
import simStatusCanceled from '@salesforce/label/c.Dealside_SimStatusCanceled';
import simStatusFailed from '@salesforce/label/c.Dealside_SimStatusFailed';
import simProgress from '@salesforce/label/c.Dealside_SimProgress';
import simProgressName from '@salesforce/label/c.Dealside_SimProgressName';
import simCanceled from '@salesforce/label/c.Dealside_SimCanceled';
import simFailed from '@salesforce/label/c.Dealside_SimFailed';
import simNoCalls from '@salesforce/label/c.Dealside_SimNoCalls';
import simNoCallsText from '@salesforce/label/c.Dealside_SimNoCallsText';
import simResult from '@salesforce/label/c.Dealside_SimResult';
import simGainedLost from '@salesforce/label/c.Dealside_SimGainedLost';
import simSame from '@salesforce/label/c.Dealside_SimSame';
import simJoinable from '@salesforce/label/c.Dealside_SimJoinable';
import simWay from '@salesforce/label/c.Dealside_SimWay';
import simCovert from '@salesforce/label/c.Dealside_SimCovert';
import simUncovered from '@salesforce/label/c.Dealside_SimUncovered';
import simBefore from '@salesforce/label/c.Dealside_SimBefore';
import simAfter from '@salesforce/label/c.Dealside_SimAfter';
import simChange from '@salesforce/label/c.Dealside_SimChange';
import simHours from '@salesforce/label/c.Dealside_SimHours';
import simHoursText from '@salesforce/label/c.Dealside_SimHoursText';
import simHoursBefore from '@salesforce/label/c.Dealside_SimHoursBefore';
import simHoursAfter from '@salesforce/label/c.Dealside_SimHoursAfter';
import simDay from '@salesforce/label/c.Dealside_SimDay';
import simCell from '@salesforce/label/c.Dealside_SimCell';
import simTeams from '@salesforce/label/c.Dealside_SimTeams';
import simTeam from '@salesforce/label/c.Dealside_SimTeam';
import simNoTeam from '@salesforce/label/c.Dealside_SimNoTeam';
import simTeamBefore from '@salesforce/label/c.Dealside_SimTeamBefore';
import simTeamAfter from '@salesforce/label/c.Dealside_SimTeamAfter';
import simDifference from '@salesforce/label/c.Dealside_SimDifference';
import simDifferenceNone from '@salesforce/label/c.Dealside_SimDifferenceNone';
import simRuleName from '@salesforce/label/c.Dealside_SimRuleName';
import simRuleAdded from '@salesforce/label/c.Dealside_SimRuleAdded';
import simRuleRemoved from '@salesforce/label/c.Dealside_SimRuleRemoved';
import simRuleChanged from '@salesforce/label/c.Dealside_SimRuleChanged';
import simHoliday from '@salesforce/label/c.Dealside_SimHoliday';
import simPeople from '@salesforce/label/c.Dealside_SimPeople';
import simPerson from '@salesforce/label/c.Dealside_SimPerson';
import simPeopleNone from '@salesforce/label/c.Dealside_SimPeopleNone';
import simCalls from '@salesforce/label/c.Dealside_SimCalls';
import simCallsShow from '@salesforce/label/c.Dealside_SimCallsShow';
import simCallsMore from '@salesforce/label/c.Dealside_SimCallsMore';
import simCallAt from '@salesforce/label/c.Dealside_SimCallAt';
import simCallRep from '@salesforce/label/c.Dealside_SimCallRep';
import simCallWho from '@salesforce/label/c.Dealside_SimCallWho';
import simCallNoOne from '@salesforce/label/c.Dealside_SimCallNoOne';
import simCallWhoWays from '@salesforce/label/c.Dealside_SimCallWhoWays';
import simCallWhoChanged from '@salesforce/label/c.Dealside_SimCallWhoChanged';
import simNothing from '@salesforce/label/c.Dealside_SimNothing';
import simConsent from '@salesforce/label/c.Dealside_SimConsent';
import simConsentRule from '@salesforce/label/c.Dealside_SimConsentRule';
import draftTitle from '@salesforce/label/c.Dealside_DraftTitle';
import draftRule from '@salesforce/label/c.Dealside_DraftRule';
import draftAdd from '@salesforce/label/c.Dealside_DraftAdd';
import draftRemove from '@salesforce/label/c.Dealside_DraftRemove';
import draftUndo from '@salesforce/label/c.Dealside_DraftUndo';
import draftCheck from '@salesforce/label/c.Dealside_DraftCheck';
import draftValid from '@salesforce/label/c.Dealside_DraftValid';
import draftFaults from '@salesforce/label/c.Dealside_DraftFaults';
import draftChanged from '@salesforce/label/c.Dealside_DraftChanged';
import draftUnchanged from '@salesforce/label/c.Dealside_DraftUnchanged';
import draftAsForm from '@salesforce/label/c.Dealside_DraftAsForm';
import draftAsText from '@salesforce/label/c.Dealside_DraftAsText';
import draftText from '@salesforce/label/c.Dealside_DraftText';
import draftTextWrong from '@salesforce/label/c.Dealside_DraftTextWrong';
import draftTextShape from '@salesforce/label/c.Dealside_DraftTextShape';
import draftNewRule from '@salesforce/label/c.Dealside_DraftNewRule';
import draftNone from '@salesforce/label/c.Dealside_DraftNone';
import fieldName from '@salesforce/label/c.Dealside_FieldName';
import fieldRole from '@salesforce/label/c.Dealside_FieldRole';
import fieldModes from '@salesforce/label/c.Dealside_FieldModes';
import fieldReach from '@salesforce/label/c.Dealside_FieldReach';
import fieldReachOwnReports from '@salesforce/label/c.Dealside_FieldReachOwnReports';
import fieldReachEveryone from '@salesforce/label/c.Dealside_FieldReachEveryone';
import fieldReachTeam from '@salesforce/label/c.Dealside_FieldReachTeam';
import fieldReachQueue from '@salesforce/label/c.Dealside_FieldReachQueue';
import fieldReachSkill from '@salesforce/label/c.Dealside_FieldReachSkill';
import fieldReachTerritory from '@salesforce/label/c.Dealside_FieldReachTerritory';
import fieldGroups from '@salesforce/label/c.Dealside_FieldGroups';
import fieldStages from '@salesforce/label/c.Dealside_FieldStages';
import fieldMinimumAmount from '@salesforce/label/c.Dealside_FieldMinimumAmount';
import fieldDays from '@salesforce/label/c.Dealside_FieldDays';
import fieldFrom from '@salesforce/label/c.Dealside_FieldFrom';
import fieldTo from '@salesforce/label/c.Dealside_FieldTo';
import fieldClock from '@salesforce/label/c.Dealside_FieldClock';
import fieldClockRep from '@salesforce/label/c.Dealside_FieldClockRep';
import fieldClockSupervisor from '@salesforce/label/c.Dealside_FieldClockSupervisor';
import fieldExceptOn from '@salesforce/label/c.Dealside_FieldExceptOn';
import fieldDemands from '@salesforce/label/c.Dealside_FieldDemands';
import fieldDemandReason from '@salesforce/label/c.Dealside_FieldDemandReason';
import fieldDemandPin from '@salesforce/label/c.Dealside_FieldDemandPin';
import fieldDemandPasskey from '@salesforce/label/c.Dealside_FieldDemandPasskey';
import fieldDemandRecorded from '@salesforce/label/c.Dealside_FieldDemandRecorded';
import fieldNotices from '@salesforce/label/c.Dealside_FieldNotices';
import fieldToneAt from '@salesforce/label/c.Dealside_FieldToneAt';
import fieldNoticeBanner from '@salesforce/label/c.Dealside_FieldNoticeBanner';
import fieldNoticeTone from '@salesforce/label/c.Dealside_FieldNoticeTone';
import fieldNoticeSpokenToRep from '@salesforce/label/c.Dealside_FieldNoticeSpokenToRep';
import fieldNoticeSpokenToEveryone from '@salesforce/label/c.Dealside_FieldNoticeSpokenToEveryone';
import fieldAtOnce from '@salesforce/label/c.Dealside_FieldAtOnce';
import fieldCovertOwner from '@salesforce/label/c.Dealside_FieldCovertOwner';
import fieldCovertPurpose from '@salesforce/label/c.Dealside_FieldCovertPurpose';
import fieldCovertEndsOn from '@salesforce/label/c.Dealside_FieldCovertEndsOn';
import simHeldBack from '@salesforce/label/c.Dealside_SimHeldBack';
import fieldDemandPoint from '@salesforce/label/c.Dealside_FieldDemandPoint';

/** Trying a changed policy on past calls. */
export const simulationLabels = {
  simTitle,
  simLoading,
  simIntro,
  simFrom,
  simTo,
  simPeriodWrong,
  simStartFrom,
  simInForce,
  simVersionOf,
  simEarlier,
  simEarlierChoose,
  simEarlierOf,
  simRun,
  simCancel,
  simStatusRunning,
  simStatusDone,
  simStatusCanceled,
  simStatusFailed,
  simProgress,
  simProgressName,
  simCanceled,
  simFailed,
  simNoCalls,
  simNoCallsText,
  simResult,
  simGainedLost,
  simSame,
  simJoinable,
  simWay,
  simCovert,
  simUncovered,
  simBefore,
  simAfter,
  simChange,
  simHours,
  simHoursText,
  simHoursBefore,
  simHoursAfter,
  simDay,
  simCell,
  simTeams,
  simTeam,
  simNoTeam,
  simTeamBefore,
  simTeamAfter,
  simDifference,
  simDifferenceNone,
  simRuleName,
  simRuleAdded,
  simRuleRemoved,
  simRuleChanged,
  simHoliday,
  simPeople,
  simPerson,
  simPeopleNone,
  simCalls,
  simCallsShow,
  simCallsMore,
  simCallAt,
  simCallRep,
  simCallWho,
  simCallNoOne,
  simCallWhoWays,
  simCallWhoChanged,
  simNothing,
  simConsent,
  simConsentRule,
  draftTitle,
  draftRule,
  draftAdd,
  draftRemove,
  draftUndo,
  draftCheck,
  draftValid,
  draftFaults,
  draftChanged,
  draftUnchanged,
  draftAsForm,
  draftAsText,
  draftText,
  draftTextWrong,
  draftTextShape,
  draftNewRule,
  draftNone,
  fieldName,
  fieldRole,
  fieldModes,
  fieldReach,
  fieldReachOwnReports,
  fieldReachEveryone,
  fieldReachTeam,
  fieldReachQueue,
  fieldReachSkill,
  fieldReachTerritory,
  fieldGroups,
  fieldStages,
  fieldMinimumAmount,
  fieldDays,
  fieldFrom,
  fieldTo,
  fieldClock,
  fieldClockRep,
  fieldClockSupervisor,
  fieldExceptOn,
  fieldDemands,
  fieldDemandReason,
  fieldDemandPin,
  fieldDemandPasskey,
  fieldDemandRecorded,
  fieldNotices,
  fieldToneAt,
  fieldNoticeBanner,
  fieldNoticeTone,
  fieldNoticeSpokenToRep,
  fieldNoticeSpokenToEveryone,
  fieldAtOnce,
  fieldCovertOwner,
  fieldCovertPurpose,
  fieldCovertEndsOn,
  simHeldBack,
  fieldDemandPoint,
};
