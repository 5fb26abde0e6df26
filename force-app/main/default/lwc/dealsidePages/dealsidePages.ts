/** The tabs of the package that components lead to. */
export type DealsideTab =
  | 'Dealside_Audio_Check'
  | 'Dealside_Audit'
  | 'Dealside_Outcomes'
  | 'Dealside_Policy'
  | 'Dealside_Salesforce_Sync'
  | 'Dealside_Setup';

export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}

/** Where a tab of the package is, for NavigationMixin. */
export const tabPage = (apiName: DealsideTab): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName },
});

/** Home, for NavigationMixin. */
export const HOME_PAGE: PageReference = {
  type: 'standard__namedPage',
  attributes: { pageName: 'home' },
};

/** The audit of one call or one recording. */
export const auditPage = (
  about: { readonly callId: string } | { readonly recordingId: string },
): PageReference => ({
  ...tabPage('Dealside_Audit'),
  state: 'callId' in about ? { c__callId: about.callId } : { c__recordingId: about.recordingId },
});

/** Where a record is, for NavigationMixin. */
export const recordPage = (objectApiName: string, recordId: string): PageReference => ({
  type: 'standard__recordPage',
  attributes: { objectApiName, recordId, actionName: 'view' },
});
