import mayTitle from '@salesforce/label/c.Dealside_MayTitle';
import mayLoading from '@salesforce/label/c.Dealside_MayLoading';
import mayNobody from '@salesforce/label/c.Dealside_MayNobody';
import mayNobodyText from '@salesforce/label/c.Dealside_MayNobodyText';
import mayVersion from '@salesforce/label/c.Dealside_MayVersion';

/** By which rules supervisors may join a rep's calls. */
export const repPolicyLabels = { mayTitle, mayLoading, mayNobody, mayNobodyText, mayVersion };
