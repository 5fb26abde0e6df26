import syncTitle from '@salesforce/label/c.Dealside_SyncTitle';
import syncLoading from '@salesforce/label/c.Dealside_SyncLoading';
import syncRefresh from '@salesforce/label/c.Dealside_SyncRefresh';
import syncNothingWaits from '@salesforce/label/c.Dealside_SyncNothingWaits';
import syncOneWaits from '@salesforce/label/c.Dealside_SyncOneWaits';
import syncWaiting from '@salesforce/label/c.Dealside_SyncWaiting';
import syncLimit from '@salesforce/label/c.Dealside_SyncLimit';
import syncLimitUnknown from '@salesforce/label/c.Dealside_SyncLimitUnknown';
import syncHeld from '@salesforce/label/c.Dealside_SyncHeld';
import syncGapSetup from '@salesforce/label/c.Dealside_SyncGapSetup';
import syncGapSkills from '@salesforce/label/c.Dealside_SyncGapSkills';
import syncGapUnknown from '@salesforce/label/c.Dealside_SyncGapUnknown';
import syncGapUsers from '@salesforce/label/c.Dealside_SyncGapUsers';
import syncGaps from '@salesforce/label/c.Dealside_SyncGaps';
import syncReads from '@salesforce/label/c.Dealside_SyncReads';
import syncReadsSlowed from '@salesforce/label/c.Dealside_SyncReadsSlowed';
import syncRejectedTitle from '@salesforce/label/c.Dealside_SyncRejectedTitle';
import syncRejectedText from '@salesforce/label/c.Dealside_SyncRejectedText';
import syncRejectedShown from '@salesforce/label/c.Dealside_SyncRejectedShown';
import syncRejectedNone from '@salesforce/label/c.Dealside_SyncRejectedNone';
import syncRejectedNoneText from '@salesforce/label/c.Dealside_SyncRejectedNoneText';
import syncRejectedAt from '@salesforce/label/c.Dealside_SyncRejectedAt';
import syncRetry from '@salesforce/label/c.Dealside_SyncRetry';
import syncRetried from '@salesforce/label/c.Dealside_SyncRetried';
import syncIntervention from '@salesforce/label/c.Dealside_SyncIntervention';
import syncNotification from '@salesforce/label/c.Dealside_SyncNotification';
import syncMissedCall from '@salesforce/label/c.Dealside_SyncMissedCall';
import syncMissedCallBell from '@salesforce/label/c.Dealside_SyncMissedCallBell';
import syncRepCall from '@salesforce/label/c.Dealside_SyncRepCall';
import syncHelp from '@salesforce/label/c.Dealside_SyncHelp';
import syncHelpBell from '@salesforce/label/c.Dealside_SyncHelpBell';
import syncAcknowledgement from '@salesforce/label/c.Dealside_SyncAcknowledgement';
import syncCallDay from '@salesforce/label/c.Dealside_SyncCallDay';
import syncKeptAll from '@salesforce/label/c.Dealside_SyncKeptAll';
import syncKeptNone from '@salesforce/label/c.Dealside_SyncKeptNone';
import syncKeptOpportunity from '@salesforce/label/c.Dealside_SyncKeptOpportunity';
import syncCheckpoint from '@salesforce/label/c.Dealside_SyncCheckpoint';

/** What waits for Salesforce, and what it rejected. */
export const salesforceSyncLabels = {
  syncTitle,
  syncLoading,
  syncRefresh,
  syncNothingWaits,
  syncOneWaits,
  syncWaiting,
  syncLimit,
  syncLimitUnknown,
  syncHeld,
  syncGapSetup,
  syncGapSkills,
  syncGapUnknown,
  syncGapUsers,
  syncGaps,
  syncReads,
  syncReadsSlowed,
  syncRejectedTitle,
  syncRejectedText,
  syncRejectedShown,
  syncRejectedNone,
  syncRejectedNoneText,
  syncRejectedAt,
  syncRetry,
  syncRetried,
  syncIntervention,
  syncNotification,
  syncMissedCall,
  syncMissedCallBell,
  syncRepCall,
  syncHelp,
  syncHelpBell,
  syncAcknowledgement,
  syncCallDay,
  syncKeptAll,
  syncKeptNone,
  syncKeptOpportunity,
  syncCheckpoint,
};
