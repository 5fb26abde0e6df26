import outcomesWorthAcknowledged from '@salesforce/label/c.Dealside_OutcomesWorthAcknowledged';
import outcomesWorthAdjusted from '@salesforce/label/c.Dealside_OutcomesWorthAdjusted';
import outcomesWorthAfter from '@salesforce/label/c.Dealside_OutcomesWorthAfter';
import outcomesWorthAfterJoined from '@salesforce/label/c.Dealside_OutcomesWorthAfterJoined';
import outcomesWorthAfterOthers from '@salesforce/label/c.Dealside_OutcomesWorthAfterOthers';
import outcomesWorthAlike from '@salesforce/label/c.Dealside_OutcomesWorthAlike';
import outcomesWorthAlwaysValid from '@salesforce/label/c.Dealside_OutcomesWorthAlwaysValid';
import outcomesWorthAskedForHelp from '@salesforce/label/c.Dealside_OutcomesWorthAskedForHelp';
import outcomesWorthBefore from '@salesforce/label/c.Dealside_OutcomesWorthBefore';
import outcomesWorthCallBacks from '@salesforce/label/c.Dealside_OutcomesWorthCallBacks';
import outcomesWorthChartOf from '@salesforce/label/c.Dealside_OutcomesWorthChartOf';
import outcomesWorthChartOfOne from '@salesforce/label/c.Dealside_OutcomesWorthChartOfOne';
import outcomesWorthCompared from '@salesforce/label/c.Dealside_OutcomesWorthCompared';
import outcomesWorthComparedFew from '@salesforce/label/c.Dealside_OutcomesWorthComparedFew';
import outcomesWorthComparedText from '@salesforce/label/c.Dealside_OutcomesWorthComparedText';
import outcomesWorthCost from '@salesforce/label/c.Dealside_OutcomesWorthCost';
import outcomesWorthCostEach from '@salesforce/label/c.Dealside_OutcomesWorthCostEach';
import outcomesWorthCostMinutes from '@salesforce/label/c.Dealside_OutcomesWorthCostMinutes';
import outcomesWorthCostSaved from '@salesforce/label/c.Dealside_OutcomesWorthCostSaved';
import outcomesWorthDetectable from '@salesforce/label/c.Dealside_OutcomesWorthDetectable';
import outcomesWorthDrawn from '@salesforce/label/c.Dealside_OutcomesWorthDrawn';
import outcomesWorthEffect from '@salesforce/label/c.Dealside_OutcomesWorthEffect';
import outcomesWorthEValue from '@salesforce/label/c.Dealside_OutcomesWorthEValue';
import outcomesWorthEValueNone from '@salesforce/label/c.Dealside_OutcomesWorthEValueNone';
import outcomesWorthEvidence from '@salesforce/label/c.Dealside_OutcomesWorthEvidence';
import outcomesWorthGroup from '@salesforce/label/c.Dealside_OutcomesWorthGroup';
import outcomesWorthHandedBack from '@salesforce/label/c.Dealside_OutcomesWorthHandedBack';
import outcomesWorthHandleJoined from '@salesforce/label/c.Dealside_OutcomesWorthHandleJoined';
import outcomesWorthHandleOthers from '@salesforce/label/c.Dealside_OutcomesWorthHandleOthers';
import outcomesWorthHeldOut from '@salesforce/label/c.Dealside_OutcomesWorthHeldOut';
import outcomesWorthHelpAnswered from '@salesforce/label/c.Dealside_OutcomesWorthHelpAnswered';
import outcomesWorthHelped from '@salesforce/label/c.Dealside_OutcomesWorthHelped';
import outcomesWorthHelpedText from '@salesforce/label/c.Dealside_OutcomesWorthHelpedText';
import outcomesWorthHelpMedian from '@salesforce/label/c.Dealside_OutcomesWorthHelpMedian';
import outcomesWorthHelpMost from '@salesforce/label/c.Dealside_OutcomesWorthHelpMost';
import outcomesWorthHelps from '@salesforce/label/c.Dealside_OutcomesWorthHelps';
import outcomesWorthHoldJoined from '@salesforce/label/c.Dealside_OutcomesWorthHoldJoined';
import outcomesWorthHoldOthers from '@salesforce/label/c.Dealside_OutcomesWorthHoldOthers';
import outcomesWorthHurts from '@salesforce/label/c.Dealside_OutcomesWorthHurts';
import outcomesWorthInbound from '@salesforce/label/c.Dealside_OutcomesWorthInbound';
import outcomesWorthKnown from '@salesforce/label/c.Dealside_OutcomesWorthKnown';
import outcomesWorthKnownOf from '@salesforce/label/c.Dealside_OutcomesWorthKnownOf';
import outcomesWorthLeftOut from '@salesforce/label/c.Dealside_OutcomesWorthLeftOut';
import outcomesWorthLoading from '@salesforce/label/c.Dealside_OutcomesWorthLoading';
import outcomesWorthMismatchKnown from '@salesforce/label/c.Dealside_OutcomesWorthMismatchKnown';
import outcomesWorthMismatchSizes from '@salesforce/label/c.Dealside_OutcomesWorthMismatchSizes';
import outcomesWorthNeedsMore from '@salesforce/label/c.Dealside_OutcomesWorthNeedsMore';
import outcomesWorthNone from '@salesforce/label/c.Dealside_OutcomesWorthNone';
import outcomesWorthNotices from '@salesforce/label/c.Dealside_OutcomesWorthNotices';
import outcomesWorthNoticesMissing from '@salesforce/label/c.Dealside_OutcomesWorthNoticesMissing';
import outcomesWorthNotKnown from '@salesforce/label/c.Dealside_OutcomesWorthNotKnown';
import outcomesWorthNotMeasured from '@salesforce/label/c.Dealside_OutcomesWorthNotMeasured';
import outcomesWorthNumber from '@salesforce/label/c.Dealside_OutcomesWorthNumber';
import outcomesWorthOnDeal from '@salesforce/label/c.Dealside_OutcomesWorthOnDeal';
import outcomesWorthOtherCalls from '@salesforce/label/c.Dealside_OutcomesWorthOtherCalls';
import outcomesWorthPeriodSince from '@salesforce/label/c.Dealside_OutcomesWorthPeriodSince';
import outcomesWorthPoints from '@salesforce/label/c.Dealside_OutcomesWorthPoints';
import outcomesWorthRefunds from '@salesforce/label/c.Dealside_OutcomesWorthRefunds';
import outcomesWorthReps from '@salesforce/label/c.Dealside_OutcomesWorthReps';
import outcomesWorthSeconds from '@salesforce/label/c.Dealside_OutcomesWorthSeconds';
import outcomesWorthShareOf from '@salesforce/label/c.Dealside_OutcomesWorthShareOf';
import outcomesWorthShown from '@salesforce/label/c.Dealside_OutcomesWorthShown';
import outcomesWorthSince from '@salesforce/label/c.Dealside_OutcomesWorthSince';
import outcomesWorthSinceDay from '@salesforce/label/c.Dealside_OutcomesWorthSinceDay';
import outcomesWorthSinceNone from '@salesforce/label/c.Dealside_OutcomesWorthSinceNone';
import outcomesWorthSinceReps from '@salesforce/label/c.Dealside_OutcomesWorthSinceReps';
import outcomesWorthSinceText from '@salesforce/label/c.Dealside_OutcomesWorthSinceText';
import outcomesWorthSkipped from '@salesforce/label/c.Dealside_OutcomesWorthSkipped';
import outcomesWorthTalkJoined from '@salesforce/label/c.Dealside_OutcomesWorthTalkJoined';
import outcomesWorthTalkOthers from '@salesforce/label/c.Dealside_OutcomesWorthTalkOthers';
import outcomesWorthTalkShare from '@salesforce/label/c.Dealside_OutcomesWorthTalkShare';
import outcomesWorthTooFew from '@salesforce/label/c.Dealside_OutcomesWorthTooFew';
import outcomesWorthTooFewReps from '@salesforce/label/c.Dealside_OutcomesWorthTooFewReps';
import outcomesWorthUnadjusted from '@salesforce/label/c.Dealside_OutcomesWorthUnadjusted';
import outcomesWorthUnbalanced from '@salesforce/label/c.Dealside_OutcomesWorthUnbalanced';
import outcomesWorthWarning from '@salesforce/label/c.Dealside_OutcomesWorthWarning';
import outcomesWorthWay from '@salesforce/label/c.Dealside_OutcomesWorthWay';
import outcomesWorthWayText from '@salesforce/label/c.Dealside_OutcomesWorthWayText';
import outcomesWorthWell from '@salesforce/label/c.Dealside_OutcomesWorthWell';
import outcomesWorthWentWell from '@salesforce/label/c.Dealside_OutcomesWorthWentWell';
import outcomesWorthWhat from '@salesforce/label/c.Dealside_OutcomesWorthWhat';
import outcomesWorthWhisperFirst from '@salesforce/label/c.Dealside_OutcomesWorthWhisperFirst';

/** The effect of interventions. */
export const worthLabels = {
  outcomesWorthAcknowledged,
  outcomesWorthAdjusted,
  outcomesWorthAfter,
  outcomesWorthAfterJoined,
  outcomesWorthAfterOthers,
  outcomesWorthAlike,
  outcomesWorthAlwaysValid,
  outcomesWorthAskedForHelp,
  outcomesWorthBefore,
  outcomesWorthCallBacks,
  outcomesWorthChartOf,
  outcomesWorthChartOfOne,
  outcomesWorthCompared,
  outcomesWorthComparedFew,
  outcomesWorthComparedText,
  outcomesWorthCost,
  outcomesWorthCostEach,
  outcomesWorthCostMinutes,
  outcomesWorthCostSaved,
  outcomesWorthDetectable,
  outcomesWorthDrawn,
  outcomesWorthEValue,
  outcomesWorthEValueNone,
  outcomesWorthEffect,
  outcomesWorthEvidence,
  outcomesWorthGroup,
  outcomesWorthHandedBack,
  outcomesWorthHandleJoined,
  outcomesWorthHandleOthers,
  outcomesWorthHeldOut,
  outcomesWorthHelpAnswered,
  outcomesWorthHelpMedian,
  outcomesWorthHelpMost,
  outcomesWorthHelped,
  outcomesWorthHelpedText,
  outcomesWorthHelps,
  outcomesWorthHoldJoined,
  outcomesWorthHoldOthers,
  outcomesWorthHurts,
  outcomesWorthInbound,
  outcomesWorthKnown,
  outcomesWorthKnownOf,
  outcomesWorthLeftOut,
  outcomesWorthLoading,
  outcomesWorthMismatchKnown,
  outcomesWorthMismatchSizes,
  outcomesWorthNeedsMore,
  outcomesWorthNone,
  outcomesWorthNotKnown,
  outcomesWorthNotMeasured,
  outcomesWorthNotices,
  outcomesWorthNoticesMissing,
  outcomesWorthNumber,
  outcomesWorthOnDeal,
  outcomesWorthOtherCalls,
  outcomesWorthPeriodSince,
  outcomesWorthPoints,
  outcomesWorthRefunds,
  outcomesWorthReps,
  outcomesWorthSeconds,
  outcomesWorthShareOf,
  outcomesWorthShown,
  outcomesWorthSince,
  outcomesWorthSinceDay,
  outcomesWorthSinceNone,
  outcomesWorthSinceReps,
  outcomesWorthSinceText,
  outcomesWorthSkipped,
  outcomesWorthTalkJoined,
  outcomesWorthTalkOthers,
  outcomesWorthTalkShare,
  outcomesWorthTooFew,
  outcomesWorthTooFewReps,
  outcomesWorthUnadjusted,
  outcomesWorthUnbalanced,
  outcomesWorthWarning,
  outcomesWorthWay,
  outcomesWorthWayText,
  outcomesWorthWell,
  outcomesWorthWentWell,
  outcomesWorthWhat,
  outcomesWorthWhisperFirst,
};
