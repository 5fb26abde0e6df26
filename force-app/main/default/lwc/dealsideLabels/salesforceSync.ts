import syncAcknowledgement from '@salesforce/label/c.Dealside_SyncAcknowledgement';
import syncCallDay from '@salesforce/label/c.Dealside_SyncCallDay';
import syncCheckpoint from '@salesforce/label/c.Dealside_SyncCheckpoint';
import syncCheckpointNumber from '@salesforce/label/c.Dealside_SyncCheckpointNumber';
import syncCoachingRatings from '@salesforce/label/c.Dealside_SyncCoachingRatings';
import syncDebriefEvent from '@salesforce/label/c.Dealside_SyncDebriefEvent';
import syncDebriefNotification from '@salesforce/label/c.Dealside_SyncDebriefNotification';
import syncFollowedNotification from '@salesforce/label/c.Dealside_SyncFollowedNotification';
import syncGaps from '@salesforce/label/c.Dealside_SyncGaps';
import syncGapSetup from '@salesforce/label/c.Dealside_SyncGapSetup';
import syncGapSkills from '@salesforce/label/c.Dealside_SyncGapSkills';
import syncGapUnknown from '@salesforce/label/c.Dealside_SyncGapUnknown';
import syncGapUsers from '@salesforce/label/c.Dealside_SyncGapUsers';
import syncHeld from '@salesforce/label/c.Dealside_SyncHeld';
import syncHelp from '@salesforce/label/c.Dealside_SyncHelp';
import syncHelpCall from '@salesforce/label/c.Dealside_SyncHelpCall';
import syncHelpNotification from '@salesforce/label/c.Dealside_SyncHelpNotification';
import syncIntervention from '@salesforce/label/c.Dealside_SyncIntervention';
import syncJointCallEvent from '@salesforce/label/c.Dealside_SyncJointCallEvent';
import syncJointCallNotification from '@salesforce/label/c.Dealside_SyncJointCallNotification';
import syncKeptAll from '@salesforce/label/c.Dealside_SyncKeptAll';
import syncKeptNone from '@salesforce/label/c.Dealside_SyncKeptNone';
import syncKeptOpportunity from '@salesforce/label/c.Dealside_SyncKeptOpportunity';
import syncLimit from '@salesforce/label/c.Dealside_SyncLimit';
import syncLimitUnknown from '@salesforce/label/c.Dealside_SyncLimitUnknown';
import syncLoading from '@salesforce/label/c.Dealside_SyncLoading';
import syncMissedCall from '@salesforce/label/c.Dealside_SyncMissedCall';
import syncMissedCallNotification from '@salesforce/label/c.Dealside_SyncMissedCallNotification';
import syncNothingWaits from '@salesforce/label/c.Dealside_SyncNothingWaits';
import syncNotification from '@salesforce/label/c.Dealside_SyncNotification';
import syncOneWaits from '@salesforce/label/c.Dealside_SyncOneWaits';
import syncReads from '@salesforce/label/c.Dealside_SyncReads';
import syncReadsSlowed from '@salesforce/label/c.Dealside_SyncReadsSlowed';
import syncRefresh from '@salesforce/label/c.Dealside_SyncRefresh';
import syncRejectedAt from '@salesforce/label/c.Dealside_SyncRejectedAt';
import syncRejectedNone from '@salesforce/label/c.Dealside_SyncRejectedNone';
import syncRejectedNoneText from '@salesforce/label/c.Dealside_SyncRejectedNoneText';
import syncRejectedShown from '@salesforce/label/c.Dealside_SyncRejectedShown';
import syncRejectedText from '@salesforce/label/c.Dealside_SyncRejectedText';
import syncRejectedTitle from '@salesforce/label/c.Dealside_SyncRejectedTitle';
import syncRepCall from '@salesforce/label/c.Dealside_SyncRepCall';
import syncRetried from '@salesforce/label/c.Dealside_SyncRetried';
import syncRetry from '@salesforce/label/c.Dealside_SyncRetry';
import syncSummonsCall from '@salesforce/label/c.Dealside_SyncSummonsCall';
import syncSummonsNotification from '@salesforce/label/c.Dealside_SyncSummonsNotification';
import syncTitle from '@salesforce/label/c.Dealside_SyncTitle';
import syncTrainingNotification from '@salesforce/label/c.Dealside_SyncTrainingNotification';
import syncWaiting from '@salesforce/label/c.Dealside_SyncWaiting';

/** Messages that wait for Salesforce, and writes that it rejected. */
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
  syncMissedCallNotification,
  syncRepCall,
  syncHelp,
  syncHelpNotification,
  syncAcknowledgement,
  syncCallDay,
  syncKeptAll,
  syncKeptNone,
  syncKeptOpportunity,
  syncCheckpoint,
  syncCheckpointNumber,
  syncSummonsNotification,
  syncSummonsCall,
  syncHelpCall,
  syncFollowedNotification,
  syncDebriefEvent,
  syncDebriefNotification,
  syncCoachingRatings,
  syncTrainingNotification,
  syncJointCallEvent,
  syncJointCallNotification,
};
