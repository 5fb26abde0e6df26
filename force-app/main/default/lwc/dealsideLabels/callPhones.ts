import callPhonesTitle from '@salesforce/label/c.Dealside_CallPhonesTitle';
import callPhonesCall from '@salesforce/label/c.Dealside_CallPhonesCall';
import callPhonesNone from '@salesforce/label/c.Dealside_CallPhonesNone';
import callPhonesPhone from '@salesforce/label/c.Dealside_CallPhonesPhone';
import callPhonesMobile from '@salesforce/label/c.Dealside_CallPhonesMobile';
import callPhonesHome from '@salesforce/label/c.Dealside_CallPhonesHome';
import callPhonesOther from '@salesforce/label/c.Dealside_CallPhonesOther';
import callPhonesSeen from '@salesforce/label/c.Dealside_CallPhonesSeen';

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
