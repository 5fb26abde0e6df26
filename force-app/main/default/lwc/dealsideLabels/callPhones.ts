import callPhonesCall from '@salesforce/label/c.Dealside_CallPhonesCall';
import callPhonesHome from '@salesforce/label/c.Dealside_CallPhonesHome';
import callPhonesMobile from '@salesforce/label/c.Dealside_CallPhonesMobile';
import callPhonesNone from '@salesforce/label/c.Dealside_CallPhonesNone';
import callPhonesOther from '@salesforce/label/c.Dealside_CallPhonesOther';
import callPhonesPhone from '@salesforce/label/c.Dealside_CallPhonesPhone';
import callPhonesSeen from '@salesforce/label/c.Dealside_CallPhonesSeen';
import callPhonesTitle from '@salesforce/label/c.Dealside_CallPhonesTitle';

/** The phone numbers of a record. */
export const callPhonesLabels = {
  callPhonesTitle,
  callPhonesCall,
  callPhonesNone,
  callPhonesPhone,
  callPhonesMobile,
  callPhonesHome,
  callPhonesOther,
  callPhonesSeen,
};
