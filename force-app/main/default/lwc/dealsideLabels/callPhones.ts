import callPhonesCall from '@salesforce/label/c.Dealside_CallPhonesCall';
import callPhonesNone from '@salesforce/label/c.Dealside_CallPhonesNone';
import callPhonesSeen from '@salesforce/label/c.Dealside_CallPhonesSeen';
import callPhonesTitle from '@salesforce/label/c.Dealside_CallPhonesTitle';

/** The phone numbers of a record. */
export const callPhonesLabels = {
  callPhonesTitle,
  callPhonesCall,
  callPhonesNone,
  callPhonesSeen,
};
