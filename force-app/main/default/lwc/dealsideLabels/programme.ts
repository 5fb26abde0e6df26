import mayTitle from '@salesforce/label/c.Dealside_MayTitle';
import mayLoading from '@salesforce/label/c.Dealside_MayLoading';
import mayNobody from '@salesforce/label/c.Dealside_MayNobody';
import mayNobodyText from '@salesforce/label/c.Dealside_MayNobodyText';
import mayVersion from '@salesforce/label/c.Dealside_MayVersion';
import resultTitle from '@salesforce/label/c.Dealside_ResultTitle';
import resultPeriod from '@salesforce/label/c.Dealside_ResultPeriod';
import resultDays from '@salesforce/label/c.Dealside_ResultDays';
import resultEmpty from '@salesforce/label/c.Dealside_ResultEmpty';
import resultEmptyText from '@salesforce/label/c.Dealside_ResultEmptyText';
import resultLoading from '@salesforce/label/c.Dealside_ResultLoading';
import resultNotAllowed from '@salesforce/label/c.Dealside_ResultNotAllowed';
import resultNotAllowedText from '@salesforce/label/c.Dealside_ResultNotAllowedText';

/** What stepping in achieved, and who may. */
export const programmeLabels = {
  mayTitle, mayLoading, mayNobody, mayNobodyText, mayVersion, resultTitle, resultPeriod, resultDays,
  resultEmpty, resultEmptyText, resultLoading, resultNotAllowed, resultNotAllowedText,
};
