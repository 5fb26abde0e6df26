/** Where a navigation leads. */
interface PageReference {
  readonly type: string;
  readonly attributes?: Record<string, string>;
  readonly state?: Record<string, string>;
}

/** A tab that shows a component. */
interface Tab {
  readonly name: string;
  readonly label: string;
  readonly tag: string;
}

/** How an item of the utility bar looks. */
export interface UtilityAttributes {
  readonly label: string;
  readonly icon?: string;
  readonly highlighted?: boolean;
}

/** The items of the utility bar, by id. Each throws when there is none. */
export interface UtilityItems {
  open(id: string): void;
  minimize(id: string): void;
  update(id: string, attributes: Partial<UtilityAttributes>): void;
  /** Sets the size of the panel in px. A missing dimension stays as it is. */
  size(id: string, size: { readonly width?: number; readonly height?: number }): void;
}

/** What the stand-ins for platform modules read, for the person as whom this page is opened. */
export interface Platform {
  readonly alias: string;
  readonly user: { Id: string };
  readonly name: string;
  readonly title: string;
  /** `Small`: as in the mobile app, which has pages of its own and no utility bar. */
  readonly formFactor: 'Large' | 'Small';
  /** Whether most of the data that pages show is made up. */
  readonly hasSample: boolean;
  /** The language of the package's labels: en_US or de. */
  readonly language: string;
  readonly customPermissions: readonly string[];
  /** The tabs with components that this person sees. */
  readonly tabs: readonly Tab[];
  /** The items of the app's navigation, in their order, such as standard-Opportunity. */
  readonly navigation: readonly string[];
  readonly i18n: Record<string, string>;
  apex(name: string, parameters?: unknown): Promise<unknown>;
  record(id: string): Promise<RecordData>;
  /** Creates a record as this person. */
  createRecord(input: {
    readonly apiName: string;
    readonly fields: Record<string, unknown>;
  }): Promise<RecordData>;
  /** A page of a list view. `token` is where the page begins. */
  list(
    object: string,
    view: string,
    page: { readonly size: number; readonly token?: string },
  ): Promise<ListPage>;
  /** `replace` changes the state of the current page in its address, without loading it. */
  navigate(reference: PageReference, replace?: boolean): void;
  urlOf(reference: PageReference): string;
  pageReference(): PageReference;
  /** The fields of an object that the person may see. */
  objectInfo(object: string): Promise<unknown>;
  /** Refreshes the page's own view of these records. */
  recordsChanged(ids: readonly string[]): Promise<void>;
  /** The utility bar item whose component is being created. */
  utilityBeingMade?: string;
  readonly utilityBar?: UtilityItems;
  /** Evaluates an expression in the components' sandbox or in another namespace's, for tests. */
  inSandbox?(source: string, namespace?: string): unknown;
  /** Creates a component, for tests that drive the pages. */
  make?(tag: string, properties?: Record<string, unknown>): HTMLElement;
}

/** A record as uiRecordApi returns it. */
export interface RecordData {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Record<string, { value: unknown; displayValue: string | null }>;
}

/** Records of a list view, as uiListsApi returns them. */
interface ListPage {
  readonly records: readonly RecordData[];
  readonly nextPageToken: string | null;
}

/** Requests JSON from the org. Throws an error in the shape of wire errors. */
export async function ask<T>(alias: string, path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`/as/${alias}/${path}`, init);
  const body: unknown = await answer.json();
  if (answer.ok) return body as T;
  const errors = body as { message?: string; errorCode?: string }[];
  const message = errors[0]?.message ?? 'The org did not answer.';
  throw Object.assign(new Error(message), {
    status: answer.status,
    body: { message, output: { errors } },
  });
}

/** Loads the person's context. */
export async function loadPlatform(
  alias: string,
  pages: { go(path: string): void; recordsChanged(ids: readonly string[]): Promise<void> },
): Promise<Platform> {
  const context = await ask<{
    userId: string;
    name: string;
    title: string;
    language: string;
    locale: string;
    timeZone: string;
    customPermissions: string[];
    tabs: Tab[];
    navigation: string[];
    hasSample: boolean;
  }>(alias, 'context');
  const urlOf = ({ type, attributes = {}, state = {} }: PageReference): string => {
    const base = `/as/${alias}/lightning`;
    switch (type) {
      case 'standard__recordPage':
        return `${base}/r/${attributes.objectApiName ?? 'Opportunity'}/${attributes.recordId}/view`;
      case 'standard__navItemPage':
        return `${base}/n/${attributes.apiName}${searchOf(state)}`;
      default:
        return `${base}/page/home`;
    }
  };
  return {
    alias,
    user: { Id: context.userId },
    name: context.name,
    title: context.title,
    customPermissions: context.customPermissions,
    tabs: context.tabs,
    navigation: context.navigation,
    language: context.language,
    hasSample: context.hasSample,
    formFactor: formFactorNow(),
    i18n: {
      locale: localeOf(context.locale),
      lang: localeOf(context.language),
      currency: 'USD',
      timeZone: context.timeZone,
    },
    apex: (name, parameters) =>
      ask(alias, `apex/${name}`, { method: 'POST', body: JSON.stringify(parameters ?? {}) }),
    record: (id) => ask(alias, `record/${id}`),
    createRecord: (input) => ask(alias, 'record', { method: 'POST', body: JSON.stringify(input) }),
    list: (object, view, { size, token = '0' }) =>
      ask(alias, `list/${object}?${new URLSearchParams({ view, size: String(size), token })}`),
    objectInfo: (object) => ask(alias, `object-info/${object}`),
    navigate(reference, replace) {
      if (!replace) return pages.go(urlOf(reference));
      history.replaceState(history.state, '', `${location.pathname}${searchOf(reference.state)}`);
    },
    urlOf,
    pageReference: () => ({
      type: location.pathname.includes('/r/') ? 'standard__recordPage' : 'standard__namedPage',
      state: Object.fromEntries(new URLSearchParams(location.search)),
    }),
    recordsChanged: (ids) => pages.recordsChanged(ids),
  };
}

/** By the device, as in Salesforce, and not by the width of the window; or as the address says. */
const formFactorNow = (): Platform['formFactor'] =>
  new URLSearchParams(location.search).get('formFactor') === 'Small' ||
  /\bMobile\b/.test(navigator.userAgent)
    ? 'Small'
    : 'Large';

/** The query string for the state of a page. */
function searchOf(state: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(state).toString();
  return search && `?${search}`;
}

/** The BCP 47 locale of a Salesforce language: en_US becomes en-US. */
const localeOf = (language: string): string =>
  language === 'de' ? 'de-DE' : language.replace('_', '-');
