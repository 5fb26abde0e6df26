import leadCompany from '@salesforce/label/c.Dealside_LeadCompany';
import leadCreate from '@salesforce/label/c.Dealside_LeadCreate';
import leadCreated from '@salesforce/label/c.Dealside_LeadCreated';
import leadCreatedText from '@salesforce/label/c.Dealside_LeadCreatedText';
import leadDuplicate from '@salesforce/label/c.Dealside_LeadDuplicate';
import leadExists from '@salesforce/label/c.Dealside_LeadExists';
import leadExistsChoose from '@salesforce/label/c.Dealside_LeadExistsChoose';
import leadExistsLinked from '@salesforce/label/c.Dealside_LeadExistsLinked';
import leadName from '@salesforce/label/c.Dealside_LeadName';
import leadRefused from '@salesforce/label/c.Dealside_LeadRefused';
import leadRefusedHint from '@salesforce/label/c.Dealside_LeadRefusedHint';

/** A lead from a call of an unknown customer. */
export const leadLabels = {
  leadCreate,
  leadCompany,
  leadCreated,
  leadCreatedText,
  leadDuplicate,
  leadExists,
  leadExistsChoose,
  leadExistsLinked,
  leadName,
  leadRefused,
  leadRefusedHint,
};
