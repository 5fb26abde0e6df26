import callBacksCall from '@salesforce/label/c.Dealside_CallBacksCall';
import callBacksMissed from '@salesforce/label/c.Dealside_CallBacksMissed';
import callBacksMore from '@salesforce/label/c.Dealside_CallBacksMore';
import callBacksOne from '@salesforce/label/c.Dealside_CallBacksOne';
import callBacksTitle from '@salesforce/label/c.Dealside_CallBacksTitle';

/** Missed calls to call back. */
export const callBacksLabels = {
  callBacksTitle,
  callBacksOne,
  callBacksCall,
  callBacksMissed,
  callBacksMore,
};
