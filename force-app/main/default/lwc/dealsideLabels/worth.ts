import outcomesWorthLoading from '@salesforce/label/c.Dealside_OutcomesWorthLoading';
import outcomesWorthHelped from '@salesforce/label/c.Dealside_OutcomesWorthHelped';
import outcomesWorthHelpedText from '@salesforce/label/c.Dealside_OutcomesWorthHelpedText';
import outcomesWorthNone from '@salesforce/label/c.Dealside_OutcomesWorthNone';
import outcomesWorthDrawn from '@salesforce/label/c.Dealside_OutcomesWorthDrawn';
import outcomesWorthLeftOut from '@salesforce/label/c.Dealside_OutcomesWorthLeftOut';
import outcomesWorthMismatchSizes from '@salesforce/label/c.Dealside_OutcomesWorthMismatchSizes';
import outcomesWorthMismatchKnown from '@salesforce/label/c.Dealside_OutcomesWorthMismatchKnown';
import outcomesWorthTooFew from '@salesforce/label/c.Dealside_OutcomesWorthTooFew';
import outcomesWorthTooFewReps from '@salesforce/label/c.Dealside_OutcomesWorthTooFewReps';
import outcomesWorthHelps from '@salesforce/label/c.Dealside_OutcomesWorthHelps';
import outcomesWorthHurts from '@salesforce/label/c.Dealside_OutcomesWorthHurts';
import outcomesWorthNotKnown from '@salesforce/label/c.Dealside_OutcomesWorthNotKnown';
import outcomesWorthNeedsMore from '@salesforce/label/c.Dealside_OutcomesWorthNeedsMore';
import outcomesWorthDetectable from '@salesforce/label/c.Dealside_OutcomesWorthDetectable';
import outcomesWorthEvidence from '@salesforce/label/c.Dealside_OutcomesWorthEvidence';
import outcomesWorthWentWell from '@salesforce/label/c.Dealside_OutcomesWorthWentWell';
import outcomesWorthAlwaysValid from '@salesforce/label/c.Dealside_OutcomesWorthAlwaysValid';
import outcomesWorthAdjusted from '@salesforce/label/c.Dealside_OutcomesWorthAdjusted';
import outcomesWorthUnadjusted from '@salesforce/label/c.Dealside_OutcomesWorthUnadjusted';
import outcomesWorthGroup from '@salesforce/label/c.Dealside_OutcomesWorthGroup';
import outcomesWorthShown from '@salesforce/label/c.Dealside_OutcomesWorthShown';
import outcomesWorthHeldOut from '@salesforce/label/c.Dealside_OutcomesWorthHeldOut';
import outcomesWorthKnown from '@salesforce/label/c.Dealside_OutcomesWorthKnown';
import outcomesWorthWell from '@salesforce/label/c.Dealside_OutcomesWorthWell';
import outcomesWorthEffect from '@salesforce/label/c.Dealside_OutcomesWorthEffect';
import outcomesWorthPoints from '@salesforce/label/c.Dealside_OutcomesWorthPoints';
import outcomesWorthCompared from '@salesforce/label/c.Dealside_OutcomesWorthCompared';
import outcomesWorthWarning from '@salesforce/label/c.Dealside_OutcomesWorthWarning';
import outcomesWorthComparedText from '@salesforce/label/c.Dealside_OutcomesWorthComparedText';
import outcomesWorthEValue from '@salesforce/label/c.Dealside_OutcomesWorthEValue';
import outcomesWorthComparedFew from '@salesforce/label/c.Dealside_OutcomesWorthComparedFew';
import outcomesWorthUnbalanced from '@salesforce/label/c.Dealside_OutcomesWorthUnbalanced';
import outcomesWorthKnownOf from '@salesforce/label/c.Dealside_OutcomesWorthKnownOf';
import outcomesWorthBefore from '@salesforce/label/c.Dealside_OutcomesWorthBefore';
import outcomesWorthAfter from '@salesforce/label/c.Dealside_OutcomesWorthAfter';
import outcomesWorthInbound from '@salesforce/label/c.Dealside_OutcomesWorthInbound';
import outcomesWorthOnDeal from '@salesforce/label/c.Dealside_OutcomesWorthOnDeal';
import outcomesWorthAskedForHelp from '@salesforce/label/c.Dealside_OutcomesWorthAskedForHelp';
import outcomesWorthOtherCalls from '@salesforce/label/c.Dealside_OutcomesWorthOtherCalls';
import outcomesWorthSince from '@salesforce/label/c.Dealside_OutcomesWorthSince';
import outcomesWorthSinceText from '@salesforce/label/c.Dealside_OutcomesWorthSinceText';
import outcomesWorthSinceNone from '@salesforce/label/c.Dealside_OutcomesWorthSinceNone';
import outcomesWorthPeriodSince from '@salesforce/label/c.Dealside_OutcomesWorthPeriodSince';
import outcomesWorthReps from '@salesforce/label/c.Dealside_OutcomesWorthReps';
import outcomesWorthChartOf from '@salesforce/label/c.Dealside_OutcomesWorthChartOf';
import outcomesWorthWay from '@salesforce/label/c.Dealside_OutcomesWorthWay';
import outcomesWorthWhat from '@salesforce/label/c.Dealside_OutcomesWorthWhat';
import outcomesWorthShareOf from '@salesforce/label/c.Dealside_OutcomesWorthShareOf';
import outcomesWorthWhisperFirst from '@salesforce/label/c.Dealside_OutcomesWorthWhisperFirst';
import outcomesWorthSkipped from '@salesforce/label/c.Dealside_OutcomesWorthSkipped';
import outcomesWorthHandedBack from '@salesforce/label/c.Dealside_OutcomesWorthHandedBack';
import outcomesWorthNotices from '@salesforce/label/c.Dealside_OutcomesWorthNotices';
import outcomesWorthNoticesMissing from '@salesforce/label/c.Dealside_OutcomesWorthNoticesMissing';
import outcomesWorthAcknowledged from '@salesforce/label/c.Dealside_OutcomesWorthAcknowledged';
import outcomesWorthHelpAnswered from '@salesforce/label/c.Dealside_OutcomesWorthHelpAnswered';
import outcomesWorthHelpMedian from '@salesforce/label/c.Dealside_OutcomesWorthHelpMedian';
import outcomesWorthHelpMost from '@salesforce/label/c.Dealside_OutcomesWorthHelpMost';
import outcomesWorthSeconds from '@salesforce/label/c.Dealside_OutcomesWorthSeconds';
import outcomesWorthCost from '@salesforce/label/c.Dealside_OutcomesWorthCost';
import outcomesWorthCostMinutes from '@salesforce/label/c.Dealside_OutcomesWorthCostMinutes';
import outcomesWorthCostSaved from '@salesforce/label/c.Dealside_OutcomesWorthCostSaved';
import outcomesWorthCostEach from '@salesforce/label/c.Dealside_OutcomesWorthCostEach';
import outcomesWorthNotMeasured from '@salesforce/label/c.Dealside_OutcomesWorthNotMeasured';
import outcomesWorthQueues from '@salesforce/label/c.Dealside_OutcomesWorthQueues';
import outcomesWorthTalkJoined from '@salesforce/label/c.Dealside_OutcomesWorthTalkJoined';
import outcomesWorthTalkOthers from '@salesforce/label/c.Dealside_OutcomesWorthTalkOthers';
import outcomesWorthCallBacks from '@salesforce/label/c.Dealside_OutcomesWorthCallBacks';
import outcomesWorthTalkShare from '@salesforce/label/c.Dealside_OutcomesWorthTalkShare';
import outcomesWorthReceipts from '@salesforce/label/c.Dealside_OutcomesWorthReceipts';
import outcomesWorthNumber from '@salesforce/label/c.Dealside_OutcomesWorthNumber';

/** Labels of what interventions were worth. */
export const worthLabels = {
  outcomesWorthLoading,
  outcomesWorthHelped,
  outcomesWorthHelpedText,
  outcomesWorthNone,
  outcomesWorthDrawn,
  outcomesWorthLeftOut,
  outcomesWorthMismatchSizes,
  outcomesWorthMismatchKnown,
  outcomesWorthTooFew,
  outcomesWorthTooFewReps,
  outcomesWorthHelps,
  outcomesWorthHurts,
  outcomesWorthNotKnown,
  outcomesWorthNeedsMore,
  outcomesWorthDetectable,
  outcomesWorthEvidence,
  outcomesWorthWentWell,
  outcomesWorthAlwaysValid,
  outcomesWorthAdjusted,
  outcomesWorthUnadjusted,
  outcomesWorthGroup,
  outcomesWorthShown,
  outcomesWorthHeldOut,
  outcomesWorthKnown,
  outcomesWorthWell,
  outcomesWorthEffect,
  outcomesWorthPoints,
  outcomesWorthCompared,
  outcomesWorthWarning,
  outcomesWorthComparedText,
  outcomesWorthEValue,
  outcomesWorthComparedFew,
  outcomesWorthUnbalanced,
  outcomesWorthKnownOf,
  outcomesWorthBefore,
  outcomesWorthAfter,
  outcomesWorthInbound,
  outcomesWorthOnDeal,
  outcomesWorthAskedForHelp,
  outcomesWorthOtherCalls,
  outcomesWorthSince,
  outcomesWorthSinceText,
  outcomesWorthSinceNone,
  outcomesWorthPeriodSince,
  outcomesWorthReps,
  outcomesWorthChartOf,
  outcomesWorthWay,
  outcomesWorthWhat,
  outcomesWorthShareOf,
  outcomesWorthWhisperFirst,
  outcomesWorthSkipped,
  outcomesWorthHandedBack,
  outcomesWorthNotices,
  outcomesWorthNoticesMissing,
  outcomesWorthAcknowledged,
  outcomesWorthHelpAnswered,
  outcomesWorthHelpMedian,
  outcomesWorthHelpMost,
  outcomesWorthSeconds,
  outcomesWorthCost,
  outcomesWorthCostMinutes,
  outcomesWorthCostSaved,
  outcomesWorthCostEach,
  outcomesWorthNotMeasured,
  outcomesWorthQueues,
  outcomesWorthTalkJoined,
  outcomesWorthTalkOthers,
  outcomesWorthCallBacks,
  outcomesWorthTalkShare,
  outcomesWorthReceipts,
  outcomesWorthNumber,
};
