import practiceTitle from '@salesforce/label/c.Dealside_PracticeTitle';
import practiceLoading from '@salesforce/label/c.Dealside_PracticeLoading';
import practiceEmpty from '@salesforce/label/c.Dealside_PracticeEmpty';
import practiceEmptyRep from '@salesforce/label/c.Dealside_PracticeEmptyRep';
import practiceEmptyText from '@salesforce/label/c.Dealside_PracticeEmptyText';
import practiceWith from '@salesforce/label/c.Dealside_PracticeWith';
import practiceNotReviewed from '@salesforce/label/c.Dealside_PracticeNotReviewed';
import practiceDone from '@salesforce/label/c.Dealside_PracticeDone';
import practiceNotDone from '@salesforce/label/c.Dealside_PracticeNotDone';
import practiceShown from '@salesforce/label/c.Dealside_PracticeShown';

/** Practice calls. */
export const practiceLabels = {
  practiceTitle,
  practiceLoading,
  practiceEmpty,
  practiceEmptyRep,
  practiceEmptyText,
  practiceWith,
  practiceNotReviewed,
  practiceDone,
  practiceNotDone,
  practiceShown,
};
