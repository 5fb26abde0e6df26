import repPolicyAcknowledge from '@salesforce/label/c.Dealside_RepPolicyAcknowledge';
import repPolicyAcknowledged from '@salesforce/label/c.Dealside_RepPolicyAcknowledged';
import repPolicyChanged from '@salesforce/label/c.Dealside_RepPolicyChanged';
import repPolicyLoading from '@salesforce/label/c.Dealside_RepPolicyLoading';
import repPolicyNone from '@salesforce/label/c.Dealside_RepPolicyNone';
import repPolicyNoneText from '@salesforce/label/c.Dealside_RepPolicyNoneText';
import repPolicyTitle from '@salesforce/label/c.Dealside_RepPolicyTitle';
import repPolicyVersion from '@salesforce/label/c.Dealside_RepPolicyVersion';

/** The rules by which supervisors may join a rep's calls. */
export const repPolicyLabels = {
  repPolicyTitle,
  repPolicyLoading,
  repPolicyNone,
  repPolicyNoneText,
  repPolicyVersion,
  repPolicyAcknowledge,
  repPolicyAcknowledged,
  repPolicyChanged,
};
