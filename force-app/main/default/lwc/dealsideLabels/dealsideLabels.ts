import callsTitle from '@salesforce/label/c.Dealside_CallsTitle';
import noCalls from '@salesforce/label/c.Dealside_NoCalls';
import noCallsHint from '@salesforce/label/c.Dealside_NoCallsHint';
import loading from '@salesforce/label/c.Dealside_Loading';
import callNow from '@salesforce/label/c.Dealside_CallNow';
import calling from '@salesforce/label/c.Dealside_Calling';
import retry from '@salesforce/label/c.Dealside_Retry';
import join from '@salesforce/label/c.Dealside_Join';
import joinHint from '@salesforce/label/c.Dealside_JoinHint';
import joining from '@salesforce/label/c.Dealside_Joining';
import rep from '@salesforce/label/c.Dealside_Rep';
import customer from '@salesforce/label/c.Dealside_Customer';
import duration from '@salesforce/label/c.Dealside_Duration';
import ringing from '@salesforce/label/c.Dealside_Ringing';
import live from '@salesforce/label/c.Dealside_Live';
import ended from '@salesforce/label/c.Dealside_Ended';
import onHold from '@salesforce/label/c.Dealside_OnHold';
import silenced from '@salesforce/label/c.Dealside_Silenced';
import supervisors from '@salesforce/label/c.Dealside_Supervisors';
import inboundCall from '@salesforce/label/c.Dealside_InboundCall';
import outboundCall from '@salesforce/label/c.Dealside_OutboundCall';
import connecting from '@salesforce/label/c.Dealside_Connecting';
import statusLive from '@salesforce/label/c.Dealside_StatusLive';
import lost from '@salesforce/label/c.Dealside_Lost';
import refused from '@salesforce/label/c.Dealside_Refused';
import modeGroup from '@salesforce/label/c.Dealside_ModeGroup';
import monitor from '@salesforce/label/c.Dealside_Monitor';
import whisper from '@salesforce/label/c.Dealside_Whisper';
import barge from '@salesforce/label/c.Dealside_Barge';
import takeover from '@salesforce/label/c.Dealside_Takeover';
import heardByNobody from '@salesforce/label/c.Dealside_HeardByNobody';
import heardByRep from '@salesforce/label/c.Dealside_HeardByRep';
import heardByBoth from '@salesforce/label/c.Dealside_HeardByBoth';
import heardByCustomer from '@salesforce/label/c.Dealside_HeardByCustomer';
import switching from '@salesforce/label/c.Dealside_Switching';
import handBack from '@salesforce/label/c.Dealside_HandBack';
import leave from '@salesforce/label/c.Dealside_Leave';
import leaveEndsCall from '@salesforce/label/c.Dealside_LeaveEndsCall';
import leaveEndsCallHint from '@salesforce/label/c.Dealside_LeaveEndsCallHint';
import confirmedMode from '@salesforce/label/c.Dealside_ConfirmedMode';
import reason from '@salesforce/label/c.Dealside_Reason';
import reasonPlaceholder from '@salesforce/label/c.Dealside_ReasonPlaceholder';
import note from '@salesforce/label/c.Dealside_Note';
import noteRequiredHint from '@salesforce/label/c.Dealside_NoteRequiredHint';
import tryWhisper from '@salesforce/label/c.Dealside_TryWhisper';
import tryWhisperHint from '@salesforce/label/c.Dealside_TryWhisperHint';
import whisperFirst from '@salesforce/label/c.Dealside_WhisperFirst';
import bargeNow from '@salesforce/label/c.Dealside_BargeNow';
import cancel from '@salesforce/label/c.Dealside_Cancel';
import scriptTitle from '@salesforce/label/c.Dealside_ScriptTitle';
import takeoverTitle from '@salesforce/label/c.Dealside_TakeoverTitle';
import takeoverHint from '@salesforce/label/c.Dealside_TakeoverHint';
import repLeaves from '@salesforce/label/c.Dealside_RepLeaves';
import repListens from '@salesforce/label/c.Dealside_RepListens';
import takeoverNow from '@salesforce/label/c.Dealside_TakeoverNow';
import shortcuts from '@salesforce/label/c.Dealside_Shortcuts';
import noticeTitle from '@salesforce/label/c.Dealside_NoticeTitle';
import noticeEmpty from '@salesforce/label/c.Dealside_NoticeEmpty';
import acknowledge from '@salesforce/label/c.Dealside_Acknowledge';
import acknowledged from '@salesforce/label/c.Dealside_Acknowledged';
import since from '@salesforce/label/c.Dealside_Since';
import noticeEarlier from '@salesforce/label/c.Dealside_NoticeEarlier';
import outcomeTitle from '@salesforce/label/c.Dealside_OutcomeTitle';
import outcomeAbout from '@salesforce/label/c.Dealside_OutcomeAbout';
import outcome from '@salesforce/label/c.Dealside_Outcome';
import outcomePlaceholder from '@salesforce/label/c.Dealside_OutcomePlaceholder';
import outcomeNote from '@salesforce/label/c.Dealside_OutcomeNote';
import coaching from '@salesforce/label/c.Dealside_Coaching';
import coachingDue from '@salesforce/label/c.Dealside_CoachingDue';
import coachingTopic from '@salesforce/label/c.Dealside_CoachingTopic';
import save from '@salesforce/label/c.Dealside_Save';
import later from '@salesforce/label/c.Dealside_Later';
import saved from '@salesforce/label/c.Dealside_Saved';
import wallTitle from '@salesforce/label/c.Dealside_WallTitle';
import wallEmpty from '@salesforce/label/c.Dealside_WallEmpty';
import wallFilter from '@salesforce/label/c.Dealside_WallFilter';
import wallCount from '@salesforce/label/c.Dealside_WallCount';
import wallOpportunity from '@salesforce/label/c.Dealside_WallOpportunity';
import wallAmount from '@salesforce/label/c.Dealside_WallAmount';
import wallStage from '@salesforce/label/c.Dealside_WallStage';
import wallNoMatch from '@salesforce/label/c.Dealside_WallNoMatch';
import wallActions from '@salesforce/label/c.Dealside_WallActions';
import onCallWith from '@salesforce/label/c.Dealside_OnCallWith';
import you from '@salesforce/label/c.Dealside_You';
import softphoneTitle from '@salesforce/label/c.Dealside_SoftphoneTitle';
import softphoneLoading from '@salesforce/label/c.Dealside_SoftphoneLoading';
import softphoneLost from '@salesforce/label/c.Dealside_SoftphoneLost';
import softphoneMissing from '@salesforce/label/c.Dealside_SoftphoneMissing';

export const labels = {
    callsTitle,
    noCalls,
    noCallsHint,
    loading,
    callNow,
    calling,
    retry,
    join,
    joinHint,
    joining,
    rep,
    customer,
    duration,
    ringing,
    live,
    ended,
    onHold,
    silenced,
    supervisors,
    inboundCall,
    outboundCall,
    connecting,
    statusLive,
    lost,
    refused,
    modeGroup,
    monitor,
    whisper,
    barge,
    takeover,
    heardByNobody,
    heardByRep,
    heardByBoth,
    heardByCustomer,
    switching,
    handBack,
    leave,
    leaveEndsCall,
    leaveEndsCallHint,
    confirmedMode,
    reason,
    reasonPlaceholder,
    note,
    noteRequiredHint,
    tryWhisper,
    tryWhisperHint,
    whisperFirst,
    bargeNow,
    cancel,
    scriptTitle,
    takeoverTitle,
    takeoverHint,
    repLeaves,
    repListens,
    takeoverNow,
    shortcuts,
    noticeTitle,
    noticeEmpty,
    acknowledge,
    acknowledged,
    since,
    noticeEarlier,
    outcomeTitle,
    outcomeAbout,
    outcome,
    outcomePlaceholder,
    outcomeNote,
    coaching,
    coachingDue,
    coachingTopic,
    save,
    later,
    saved,
    wallTitle,
    wallEmpty,
    wallFilter,
    wallCount,
    wallOpportunity,
    wallAmount,
    wallStage,
    wallNoMatch,
    wallActions,
    onCallWith,
    you,
    softphoneTitle,
    softphoneLoading,
    softphoneLost,
    softphoneMissing,
};

/** The label with its {placeholders} filled in. */
export function fill(label: string, values: Record<string, string | number | undefined>): string {
    return label.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
