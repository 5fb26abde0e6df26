/** The package's tabs that components link to. */
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

/** A reference to a tab of the package, for NavigationMixin. */
export const tabPage = (apiName: DealsideTab): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName },
});

/** A reference to Home, for NavigationMixin. */
export const HOME_PAGE: PageReference = {
  type: 'standard__namedPage',
  attributes: { pageName: 'home' },
};

/** The audit page, filtered for one call or one recording. */
export const auditPage = (
  about: { readonly callId: string } | { readonly recordingId: string },
): PageReference => ({
  ...tabPage('Dealside_Audit'),
  state: 'callId' in about ? { c__callId: about.callId } : { c__recordingId: about.recordingId },
});

/** A reference to a record, for NavigationMixin. */
export const recordPage = (objectApiName: string, recordId: string): PageReference => ({
  type: 'standard__recordPage',
  attributes: { objectApiName, recordId, actionName: 'view' },
});
