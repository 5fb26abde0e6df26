import draftAdd from '@salesforce/label/c.Dealside_DraftAdd';
import draftAsForm from '@salesforce/label/c.Dealside_DraftAsForm';
import draftAsText from '@salesforce/label/c.Dealside_DraftAsText';
import draftChanged from '@salesforce/label/c.Dealside_DraftChanged';
import draftCheck from '@salesforce/label/c.Dealside_DraftCheck';
import draftFaults from '@salesforce/label/c.Dealside_DraftFaults';
import draftNewRule from '@salesforce/label/c.Dealside_DraftNewRule';
import draftNone from '@salesforce/label/c.Dealside_DraftNone';
import draftRemove from '@salesforce/label/c.Dealside_DraftRemove';
import draftRule from '@salesforce/label/c.Dealside_DraftRule';
import draftText from '@salesforce/label/c.Dealside_DraftText';
import draftTextShape from '@salesforce/label/c.Dealside_DraftTextShape';
import draftTextWrong from '@salesforce/label/c.Dealside_DraftTextWrong';
import draftTitle from '@salesforce/label/c.Dealside_DraftTitle';
import draftUnchanged from '@salesforce/label/c.Dealside_DraftUnchanged';
import draftUndo from '@salesforce/label/c.Dealside_DraftUndo';
import draftValid from '@salesforce/label/c.Dealside_DraftValid';
import draftWarnings from '@salesforce/label/c.Dealside_DraftWarnings';
import fieldAtOnce from '@salesforce/label/c.Dealside_FieldAtOnce';
import fieldClock from '@salesforce/label/c.Dealside_FieldClock';
import fieldClockRep from '@salesforce/label/c.Dealside_FieldClockRep';
import fieldClockSupervisor from '@salesforce/label/c.Dealside_FieldClockSupervisor';
import fieldCovertEndsOn from '@salesforce/label/c.Dealside_FieldCovertEndsOn';
import fieldCovertOwner from '@salesforce/label/c.Dealside_FieldCovertOwner';
import fieldCovertPurpose from '@salesforce/label/c.Dealside_FieldCovertPurpose';
import fieldDays from '@salesforce/label/c.Dealside_FieldDays';
import fieldDemandNoticeFirst from '@salesforce/label/c.Dealside_FieldDemandNoticeFirst';
import fieldDemandNoticeFirstHint from '@salesforce/label/c.Dealside_FieldDemandNoticeFirstHint';
import fieldDemandPasskey from '@salesforce/label/c.Dealside_FieldDemandPasskey';
import fieldDemandPin from '@salesforce/label/c.Dealside_FieldDemandPin';
import fieldDemandPoint from '@salesforce/label/c.Dealside_FieldDemandPoint';
import fieldDemandReason from '@salesforce/label/c.Dealside_FieldDemandReason';
import fieldDemandRecorded from '@salesforce/label/c.Dealside_FieldDemandRecorded';
import fieldDemands from '@salesforce/label/c.Dealside_FieldDemands';
import fieldExceptOn from '@salesforce/label/c.Dealside_FieldExceptOn';
import fieldFrom from '@salesforce/label/c.Dealside_FieldFrom';
import fieldGroups from '@salesforce/label/c.Dealside_FieldGroups';
import fieldMinimumAmount from '@salesforce/label/c.Dealside_FieldMinimumAmount';
import fieldModes from '@salesforce/label/c.Dealside_FieldModes';
import fieldName from '@salesforce/label/c.Dealside_FieldName';
import fieldNoticeBanner from '@salesforce/label/c.Dealside_FieldNoticeBanner';
import fieldNotices from '@salesforce/label/c.Dealside_FieldNotices';
import fieldNoticeSpokenToEveryone from '@salesforce/label/c.Dealside_FieldNoticeSpokenToEveryone';
import fieldNoticeSpokenToRep from '@salesforce/label/c.Dealside_FieldNoticeSpokenToRep';
import fieldNoticeTone from '@salesforce/label/c.Dealside_FieldNoticeTone';
import fieldReach from '@salesforce/label/c.Dealside_FieldReach';
import fieldReachEveryone from '@salesforce/label/c.Dealside_FieldReachEveryone';
import fieldReachOwnReports from '@salesforce/label/c.Dealside_FieldReachOwnReports';
import fieldReachQueue from '@salesforce/label/c.Dealside_FieldReachQueue';
import fieldReachSkill from '@salesforce/label/c.Dealside_FieldReachSkill';
import fieldReachTeam from '@salesforce/label/c.Dealside_FieldReachTeam';
import fieldReachTerritory from '@salesforce/label/c.Dealside_FieldReachTerritory';
import fieldRole from '@salesforce/label/c.Dealside_FieldRole';
import fieldStages from '@salesforce/label/c.Dealside_FieldStages';
import fieldTo from '@salesforce/label/c.Dealside_FieldTo';
import fieldToneAt from '@salesforce/label/c.Dealside_FieldToneAt';
import ruleFieldCovert from '@salesforce/label/c.Dealside_RuleFieldCovert';
import ruleFieldDeals from '@salesforce/label/c.Dealside_RuleFieldDeals';
import ruleFieldHours from '@salesforce/label/c.Dealside_RuleFieldHours';
import ruleFieldRole from '@salesforce/label/c.Dealside_RuleFieldRole';
import simAfter from '@salesforce/label/c.Dealside_SimAfter';
import simBefore from '@salesforce/label/c.Dealside_SimBefore';
import simCallAt from '@salesforce/label/c.Dealside_SimCallAt';
import simCallNoOne from '@salesforce/label/c.Dealside_SimCallNoOne';
import simCallRep from '@salesforce/label/c.Dealside_SimCallRep';
import simCalls from '@salesforce/label/c.Dealside_SimCalls';
import simCallsMore from '@salesforce/label/c.Dealside_SimCallsMore';
import simCallsShow from '@salesforce/label/c.Dealside_SimCallsShow';
import simCallWho from '@salesforce/label/c.Dealside_SimCallWho';
import simCallWhoChanged from '@salesforce/label/c.Dealside_SimCallWhoChanged';
import simCallWhoWays from '@salesforce/label/c.Dealside_SimCallWhoWays';
import simCancel from '@salesforce/label/c.Dealside_SimCancel';
import simCanceled from '@salesforce/label/c.Dealside_SimCanceled';
import simCell from '@salesforce/label/c.Dealside_SimCell';
import simChange from '@salesforce/label/c.Dealside_SimChange';
import simConsent from '@salesforce/label/c.Dealside_SimConsent';
import simConsentRule from '@salesforce/label/c.Dealside_SimConsentRule';
import simCovert from '@salesforce/label/c.Dealside_SimCovert';
import simDay from '@salesforce/label/c.Dealside_SimDay';
import simDifference from '@salesforce/label/c.Dealside_SimDifference';
import simDifferenceNone from '@salesforce/label/c.Dealside_SimDifferenceNone';
import simEarlier from '@salesforce/label/c.Dealside_SimEarlier';
import simEarlierChoose from '@salesforce/label/c.Dealside_SimEarlierChoose';
import simEarlierOf from '@salesforce/label/c.Dealside_SimEarlierOf';
import simFailed from '@salesforce/label/c.Dealside_SimFailed';
import simFrom from '@salesforce/label/c.Dealside_SimFrom';
import simGainedLost from '@salesforce/label/c.Dealside_SimGainedLost';
import simHeldBack from '@salesforce/label/c.Dealside_SimHeldBack';
import simHoliday from '@salesforce/label/c.Dealside_SimHoliday';
import simHours from '@salesforce/label/c.Dealside_SimHours';
import simHoursAfter from '@salesforce/label/c.Dealside_SimHoursAfter';
import simHoursBefore from '@salesforce/label/c.Dealside_SimHoursBefore';
import simHoursText from '@salesforce/label/c.Dealside_SimHoursText';
import simInForce from '@salesforce/label/c.Dealside_SimInForce';
import simIntro from '@salesforce/label/c.Dealside_SimIntro';
import simJoinable from '@salesforce/label/c.Dealside_SimJoinable';
import simLoading from '@salesforce/label/c.Dealside_SimLoading';
import simNoCalls from '@salesforce/label/c.Dealside_SimNoCalls';
import simNoCallsText from '@salesforce/label/c.Dealside_SimNoCallsText';
import simNoTeam from '@salesforce/label/c.Dealside_SimNoTeam';
import simNothing from '@salesforce/label/c.Dealside_SimNothing';
import simPeople from '@salesforce/label/c.Dealside_SimPeople';
import simPeopleNone from '@salesforce/label/c.Dealside_SimPeopleNone';
import simPeriodWrong from '@salesforce/label/c.Dealside_SimPeriodWrong';
import simPerson from '@salesforce/label/c.Dealside_SimPerson';
import simProgress from '@salesforce/label/c.Dealside_SimProgress';
import simProgressName from '@salesforce/label/c.Dealside_SimProgressName';
import simResult from '@salesforce/label/c.Dealside_SimResult';
import simRuleAdded from '@salesforce/label/c.Dealside_SimRuleAdded';
import simRuleChanged from '@salesforce/label/c.Dealside_SimRuleChanged';
import simRuleName from '@salesforce/label/c.Dealside_SimRuleName';
import simRuleRemoved from '@salesforce/label/c.Dealside_SimRuleRemoved';
import simRun from '@salesforce/label/c.Dealside_SimRun';
import simSame from '@salesforce/label/c.Dealside_SimSame';
import simStartFrom from '@salesforce/label/c.Dealside_SimStartFrom';
import simStatusCanceled from '@salesforce/label/c.Dealside_SimStatusCanceled';
import simStatusDone from '@salesforce/label/c.Dealside_SimStatusDone';
import simStatusFailed from '@salesforce/label/c.Dealside_SimStatusFailed';
import simStatusRunning from '@salesforce/label/c.Dealside_SimStatusRunning';
import simTeam from '@salesforce/label/c.Dealside_SimTeam';
import simTeamAfter from '@salesforce/label/c.Dealside_SimTeamAfter';
import simTeamBefore from '@salesforce/label/c.Dealside_SimTeamBefore';
import simTeams from '@salesforce/label/c.Dealside_SimTeams';
import simTitle from '@salesforce/label/c.Dealside_SimTitle';
import simTo from '@salesforce/label/c.Dealside_SimTo';
import simUncovered from '@salesforce/label/c.Dealside_SimUncovered';
import simVersionOf from '@salesforce/label/c.Dealside_SimVersionOf';
import simWay from '@salesforce/label/c.Dealside_SimWay';

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
  draftWarnings,
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
  ruleFieldCovert,
  ruleFieldDeals,
  ruleFieldHours,
  ruleFieldRole,
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
  fieldDemandNoticeFirst,
  fieldDemandNoticeFirstHint,
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
