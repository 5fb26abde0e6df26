declare module '*.html' {
  const template: () => unknown;
  export default template;
}
declare module '@salesforce/apex/DealsidePolicyExport.asJson' {
  const asJson: (parameters: Record<string, never>) => Promise<string>;
  export default asJson;
}
declare module '@salesforce/apex/DealsideSessionToken.issue' {
  const issue: () => Promise<{ token: string; expiresAt: string; serverUrl: string }>;
  export default issue;
}
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
/** Large on desktops, Small on phones. */
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
/** True, or undefined: never false. */
declare module '@salesforce/customPermission/*' {
  const granted: true | undefined;
  export default granted;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Small' | 'Medium' | 'Large';
  export default formFactor;
}
declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}
declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: { title: string; message?: string; variant?: string; mode?: string });
  }
}
declare module 'lightning/confirm' {
  const LightningConfirm: {
    open(question: { label: string; message: string }): Promise<boolean>;
  };
  export default LightningConfirm;
}
/** Each rejects if the item is not in a utility bar. */
declare module 'lightning/platformUtilityBarApi' {
  /** A wire adapter: the id of the item that the component is in. */
  export class EnclosingUtilityId {
    constructor(tell: (utilityId: string | undefined) => void);
    update(): void;
    connect(): void;
    disconnect(): void;
  }
  export function minimize(utilityId: string): Promise<boolean>;
  export function open(utilityId: string, options?: { autoFocus: boolean }): Promise<boolean>;
  /** Sizes in px. */
  export function updatePanel(
    utilityId: string,
    attributes: { height?: number; width?: number },
  ): Promise<boolean>;
  export function updateUtility(
    utilityId: string,
    attributes: { label?: string; icon?: string; highlighted?: boolean },
  ): Promise<boolean>;
}
declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  interface PageReference {
    type: string;
    attributes: Record<string, string>;
    state?: Record<string, string>;
  }
  interface Navigating {
    /** `replace`: replaces the current entry of the browser's history. */
    [Navigate](reference: PageReference, replace?: boolean): void;
  }
  /** A wire adapter: the address of the page, with its state. */
  export class CurrentPageReference {
    constructor(tell: (page: PageReference & { state?: Record<string, string> }) => void);
    update(): void;
    connect(): void;
    disconnect(): void;
  }
  const Navigate: unique symbol;
  export const NavigationMixin: {
    (base: typeof LightningElement): new () => LightningElement & Navigating;
    readonly Navigate: typeof Navigate;
  };
}
declare module '@salesforce/apex/DealsideBargeReceipts.forOpportunity' {
  import type { Receipt } from 'c/interventionReceipt';
  const forOpportunity: (parameters: { opportunityId: string }) => Promise<Receipt[]>;
  export default forOpportunity;
}
declare module '@salesforce/apex/DealsideBargeReceipts.answer' {
  const answer: (parameters: {
    answers: { interventionId: string; verdict: string; reply: string }[];
  }) => Promise<void>;
  export default answer;
}
declare module '@salesforce/apex/DealsideInstallCheck.run' {
  const run: () => Promise<string[]>;
  export default run;
}

declare module '@salesforce/apex/DealsideCallNotes.mine' {
  const mine: (parameters: {
    callIds: readonly string[];
  }) => Promise<readonly { Call_Id__c: string; Note__c?: string }[]>;
  export default mine;
}

declare module '@salesforce/apex/DealsideCallNotes.save' {
  const save: (parameters: { note: Record<string, string> }) => Promise<void>;
  export default save;
}

declare module '@salesforce/apex/DealsideMissedCalls.mine' {
  import type { MissedCall } from 'c/callBacks';
  const mine: () => Promise<readonly MissedCall[]>;
  export default mine;
}

declare module '@salesforce/apex/DealsideMissedCalls.ofTask' {
  import type { MissedCall } from 'c/callBacks';
  const ofTask: (parameters: { taskId: string }) => Promise<readonly MissedCall[]>;
  export default ofTask;
}

declare module '@salesforce/apex/DealsideReports.all' {
  const all: () => Promise<unknown>;
  export default all;
}

declare module '@salesforce/apex/DealsideCoachingDebriefs.due' {
  import type { Debrief } from 'c/coachingDebrief';
  const due: () => Promise<Debrief[]>;
  export default due;
}
declare module '@salesforce/apex/DealsideCoachingDebriefs.finish' {
  const finish: (parameters: {
    debriefs: {
      interventionId: string;
      whatHappened: string;
      nextTime: string;
      observation?: string;
    }[];
  }) => Promise<void>;
  export default finish;
}
declare module 'lightning/refresh' {
  /** Asks the container around a component, such as a record page, to refresh. */
  export class RefreshEvent extends CustomEvent<unknown> {
    constructor();
  }
}
declare module 'lightning/uiRecordApi' {
  /** Refreshes what is shown of these records. Rejects if they cannot be read. */
  export function notifyRecordUpdateAvailable(items: { recordId: string }[]): Promise<void>;
  /** Creates a record as the person who is signed in. */
  export function createRecord(input: {
    apiName: string;
    fields: Record<string, unknown>;
  }): Promise<{ id: string }>;
  /** A wire adapter: the fields of a record that its reader may see. */
  export class getRecord {
    constructor(
      tell: (read: {
        data?: { fields: Record<string, { value: unknown }> };
        error?: unknown;
      }) => void,
    );
    update(config: { recordId?: string; optionalFields?: readonly string[] }): void;
    connect(): void;
    disconnect(): void;
  }
}
declare module 'lightning/uiObjectInfoApi' {
  export interface ObjectInfo {
    fields: Readonly<
      Record<
        string,
        { readonly apiName: string; readonly dataType: string; readonly label: string }
      >
    >;
  }
  /** A wire adapter: an object, with the fields that the reader may see. */
  export class getObjectInfo {
    constructor(
      tell: (read: { data?: ObjectInfo; error?: { body?: { message?: string } } }) => void,
    );
    update(config: { objectApiName?: string }): void;
    connect(): void;
    disconnect(): void;
  }
}
declare module 'lightning/uiListsApi' {
  interface WireError {
    body?: { message?: string };
  }
  export interface ListInfos {
    lists: readonly { apiName: string; label: string }[];
    nextPageToken?: string | null;
  }
  export interface ListRecord {
    id: string;
    fields: Record<string, { value: unknown } | undefined>;
  }
  export interface ListRecords {
    records: readonly ListRecord[];
    nextPageToken?: string | null;
  }
  /** A wire adapter: the list views of an object. */
  export class getListInfosByObjectName {
    constructor(tell: (read: { data?: ListInfos; error?: WireError }) => void);
    update(config: { objectApiName?: string; pageSize?: number; pageToken?: string }): void;
    connect(): void;
    disconnect(): void;
  }
  /** A wire adapter: a page of the records of a list view. */
  export class getListRecordsByName {
    constructor(tell: (read: { data?: ListRecords; error?: WireError }) => void);
    update(config: {
      objectApiName?: string;
      listViewApiName?: string;
      optionalFields?: readonly string[];
      pageSize?: number;
      pageToken?: string;
    }): void;
    connect(): void;
    disconnect(): void;
  }
}
