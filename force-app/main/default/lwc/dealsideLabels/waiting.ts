import waiting from '@salesforce/label/c.Dealside_Waiting';
import waitingCallers from '@salesforce/label/c.Dealside_WaitingCallers';
import waitingChart from '@salesforce/label/c.Dealside_WaitingChart';
import waitingCompared from '@salesforce/label/c.Dealside_WaitingCompared';
import waitingComparedFew from '@salesforce/label/c.Dealside_WaitingComparedFew';
import waitingComparedText from '@salesforce/label/c.Dealside_WaitingComparedText';
import waitingDrill from '@salesforce/label/c.Dealside_WaitingDrill';
import waitingLoading from '@salesforce/label/c.Dealside_WaitingLoading';
import waitingMean from '@salesforce/label/c.Dealside_WaitingMean';
import waitingMinutesTitle from '@salesforce/label/c.Dealside_WaitingMinutesTitle';
import waitingNone from '@salesforce/label/c.Dealside_WaitingNone';
import waitingNoQueue from '@salesforce/label/c.Dealside_WaitingNoQueue';
import waitingQueue from '@salesforce/label/c.Dealside_WaitingQueue';
import waitingQueues from '@salesforce/label/c.Dealside_WaitingQueues';
import waitingSeconds from '@salesforce/label/c.Dealside_WaitingSeconds';
import waitingShare from '@salesforce/label/c.Dealside_WaitingShare';
import waitingShareTitle from '@salesforce/label/c.Dealside_WaitingShareTitle';
import waitingSoon from '@salesforce/label/c.Dealside_WaitingSoon';
import waitingText from '@salesforce/label/c.Dealside_WaitingText';
import waitingTotals from '@salesforce/label/c.Dealside_WaitingTotals';
import waitingWarning from '@salesforce/label/c.Dealside_WaitingWarning';

export const waitingLabels = {
  waiting,
  waitingText,
  waitingLoading,
  waitingNone,
  waitingTotals,
  waitingChart,
  waitingShareTitle,
  waitingMinutesTitle,
  waitingQueue,
  waitingNoQueue,
  waitingCallers,
  waitingShare,
  waitingMean,
  waitingSoon,
  waitingQueues,
  waitingCompared,
  waitingWarning,
  waitingComparedText,
  waitingComparedFew,
  waitingDrill,
  waitingSeconds,
};
