import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import type { Problem } from 'c/callModel';
import { startCallList } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { apexProblem, asProblem } from 'c/dealsideSession';
import { phoneFieldsOf } from 'c/phoneFields';
import { readableNumber } from 'c/phoneNumbers';
import type { ListEntry } from 'c/softphoneBus';
import {
  getListInfosByObjectName,
  getListRecordsByName,
  type ListInfos,
  type ListRecord,
  type ListRecords,
} from 'lightning/uiListsApi';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { LightningElement, wire } from 'lwc';

interface Wired<T> {
  data?: T;
  error?: { body?: { message?: string } };
}
interface Row extends ListEntry {
  isSelected: boolean;
  hasNoNumber: boolean;
  shownNumbers: string;
  select: string;
}

const PAGE_SIZE = 50;

const OBJECTS: Record<string, { label: string; detail: string }> = {
  Contact: { label: labels.callListContacts, detail: 'Account.Name' },
  Lead: { label: labels.callListLeads, detail: 'Company' },
  Account: { label: labels.callListAccounts, detail: 'Industry' },
  Opportunity: { label: labels.callListOpportunities, detail: 'StageName' },
};
/** Of the list views of an object, which are all read. */
const VIEWS_PER_PAGE = 200;

/**
 * The records of a list view that the reader may see. Selected records are passed to the softphone,
 * which calls them one after another.
 */
export default class CallList extends LightningElement {
  labels = labels;
  objectName = 'Contact';
  viewName?: string;
  pageToken?: string;
  nextPage?: string;
  added = '';
  viewsToken?: string;
  /** The phone fields of the object. An opportunity has the numbers of its contact. */
  private phones?: readonly string[];
  private listed: readonly { apiName: string; label: string }[] = [];
  private entries: readonly ListEntry[] = [];
  private selectedIds: ReadonlySet<string> = new Set();
  private isRead = false;
  private fault?: Problem;
  /** Why the selected records were not passed to the softphone. */
  addProblem?: Problem;

  get isAllowed(): boolean {
    return MAY_TAKE_CALLS === true;
  }

  get isRefused(): boolean {
    return !this.isAllowed;
  }

  /** Undefined for people who may not call, so that the wire waits. */
  get listedObject(): string | undefined {
    return this.isAllowed ? this.objectName : undefined;
  }

  get optionalFields(): string[] {
    const { detail } = OBJECTS[this.objectName]!;
    return ['Name', ...(this.phones ?? []), detail].map((field) => `${this.objectName}.${field}`);
  }

  /** Undefined until the phone fields are known, so that the wire waits. */
  get readView(): string | undefined {
    return this.phones && this.viewName;
  }

  @wire(getObjectInfo, { objectApiName: '$listedObject' })
  wiredObject({ data, error }: Wired<ObjectInfo>): void {
    if (error) this.fail(error);
    if (!data) return;
    this.phones = this.isOfDeals ? [] : phoneFieldsOf(data).map(({ name }) => name);
  }

  @wire(getListInfosByObjectName, {
    objectApiName: '$listedObject',
    pageSize: VIEWS_PER_PAGE,
    pageToken: '$viewsToken',
  })
  wiredViews({ data, error }: Wired<ListInfos>): void {
    if (error) this.fail(error);
    if (!data) return;
    const known = new Set(this.listed.map(({ apiName }) => apiName));
    const read = data.lists.map(({ apiName, label }) => ({ apiName, label }));
    this.listed = [...this.listed, ...read.filter(({ apiName }) => !known.has(apiName))];
    this.viewName ??= this.listed[0]?.apiName;
    if (data.nextPageToken) this.viewsToken = data.nextPageToken;
    else if (!this.viewName) this.isRead = true;
  }

  @wire(getListRecordsByName, {
    objectApiName: '$listedObject',
    listViewApiName: '$readView',
    optionalFields: '$optionalFields',
    pageSize: PAGE_SIZE,
    pageToken: '$pageToken',
  })
  wiredRecords({ data, error }: Wired<ListRecords>): void {
    if (error) this.fail(error);
    if (!data) return;
    this.isRead = true;
    this.fault = undefined;
    const known = new Set(this.entries.map(({ recordId }) => recordId));
    const read = data.records.map((record) =>
      entryOf(record, this.phones ?? [], OBJECTS[this.objectName]!.detail),
    );
    this.entries = [...this.entries, ...read.filter(({ recordId }) => !known.has(recordId))];
    this.nextPage = data.nextPageToken ?? undefined;
  }

  get isLoading(): boolean {
    return this.isAllowed && !this.isRead;
  }

  get problem(): Problem | undefined {
    return this.fault;
  }

  get isEmpty(): boolean {
    return this.isRead && this.entries.length === 0;
  }

  get objects(): { name: string; label: string; selected: boolean }[] {
    return Object.entries(OBJECTS).map(([name, { label }]) => ({
      name,
      label,
      selected: name === this.objectName,
    }));
  }

  get views(): { apiName: string; label: string; selected: boolean }[] {
    return this.listed.map((view) => ({ ...view, selected: view.apiName === this.viewName }));
  }

  get rows(): Row[] {
    return this.entries.map((entry) => ({
      ...entry,
      isSelected: this.selectedIds.has(entry.recordId),
      hasNoNumber: !this.canCall(entry),
      shownNumbers: this.isOfDeals
        ? labels.callListOfContact
        : entry.numbers.map((number) => readableNumber(number)).join(', '),
      select: fill(labels.callListSelect, { name: entry.name }),
    }));
  }

  get isAllSelected(): boolean {
    const callable = this.entries.filter((entry) => this.canCall(entry));
    return callable.length > 0 && callable.every(({ recordId }) => this.selectedIds.has(recordId));
  }

  get isNoneSelected(): boolean {
    return this.selectedIds.size === 0;
  }

  get addLabel(): string {
    const count = this.selectedIds.size;
    return count === 0 ? labels.callListNoneSelected : fill(labels.callListAdd, { count });
  }

  handleObject(event: Event): void {
    this.objectName = (event.target as HTMLSelectElement).value;
    this.viewName = undefined;
    this.viewsToken = undefined;
    this.phones = undefined;
    this.listed = [];
    this.startOver();
  }

  handleView(event: Event): void {
    this.viewName = (event.target as HTMLSelectElement).value;
    this.startOver();
  }

  handleMore(): void {
    this.pageToken = this.nextPage;
  }

  /** Asks for a further page again without giving up those that are read, and what is selected. */
  handleRetry(): void {
    if (this.isRead) return this.askForPageAgain();
    const view = this.viewName;
    this.startOver();
    this.viewName = undefined;
    void Promise.resolve().then(() => (this.viewName = view ?? this.listed[0]?.apiName));
  }

  private askForPageAgain(): void {
    const token = this.pageToken;
    this.fault = undefined;
    this.pageToken = undefined;
    void Promise.resolve().then(() => (this.pageToken = token));
  }

  handleSelect(event: Event): void {
    const { checked, dataset } = event.target as HTMLInputElement;
    const selected = new Set(this.selectedIds);
    if (checked) selected.add(dataset.id!);
    else selected.delete(dataset.id!);
    this.selectedIds = selected;
  }

  handleAll(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.selectedIds = new Set(
      checked
        ? this.entries.filter((entry) => this.canCall(entry)).map(({ recordId }) => recordId)
        : [],
    );
  }

  handleAdd(): void {
    const chosen = this.entries.filter(({ recordId }) => this.selectedIds.has(recordId));
    try {
      startCallList(chosen);
      this.addProblem = undefined;
      this.selectedIds = new Set();
      this.added = fill(labels.callListAdded, { count: chosen.length });
    } catch (fault) {
      this.addProblem = asProblem(fault);
    }
  }

  private canCall({ numbers }: ListEntry): boolean {
    return this.isOfDeals || numbers.length > 0;
  }

  private get isOfDeals(): boolean {
    return this.objectName === 'Opportunity';
  }

  private startOver(): void {
    this.entries = [];
    this.selectedIds = new Set();
    this.pageToken = undefined;
    this.nextPage = undefined;
    this.isRead = false;
    this.fault = undefined;
    this.addProblem = undefined;
    this.added = '';
  }

  private fail(error: NonNullable<Wired<unknown>['error']>): void {
    this.fault = error.body?.message
      ? apexProblem(error)
      : { code: 'salesforce', message: labels.callListFailed };
  }
}

function entryOf(record: ListRecord, phones: readonly string[], detail: string): ListEntry {
  const text = (path: string): string | undefined => {
    const [field = '', inside] = path.split('.');
    const value = record.fields[field]?.value;
    const read = inside ? (value as ListRecord | null | undefined)?.fields?.[inside]?.value : value;
    return typeof read === 'string' && read.trim() ? read : undefined;
  };
  const shown = text(detail);
  return {
    recordId: record.id,
    name: text('Name') ?? record.id,
    ...(shown && { detail: shown }),
    numbers: [...new Set(phones.flatMap((field) => text(field) ?? []))],
  };
}
