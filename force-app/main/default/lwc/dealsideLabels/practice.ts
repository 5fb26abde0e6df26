import practiceDone from '@salesforce/label/c.Dealside_PracticeDone';
import practiceEmpty from '@salesforce/label/c.Dealside_PracticeEmpty';
import practiceEmptyRep from '@salesforce/label/c.Dealside_PracticeEmptyRep';
import practiceEmptyText from '@salesforce/label/c.Dealside_PracticeEmptyText';
import practiceLoading from '@salesforce/label/c.Dealside_PracticeLoading';
import practiceNotDone from '@salesforce/label/c.Dealside_PracticeNotDone';
import practiceNotReviewed from '@salesforce/label/c.Dealside_PracticeNotReviewed';
import practiceShown from '@salesforce/label/c.Dealside_PracticeShown';
import practiceTitle from '@salesforce/label/c.Dealside_PracticeTitle';
import practiceWith from '@salesforce/label/c.Dealside_PracticeWith';

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
