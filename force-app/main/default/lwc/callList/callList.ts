import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import type { Problem } from 'c/callModel';
import { startCallList } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';
import { readableNumber } from 'c/phoneNumbers';
import type { ListEntry } from 'c/softphoneBus';
import {
  getListInfosByObjectName,
  getListRecordsByName,
  type ListInfos,
  type ListRecord,
  type ListRecords,
} from 'lightning/uiListsApi';
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

/** The phone fields of each kind of record. An opportunity has the numbers of its contact. */
const OBJECTS: Record<string, { label: string; phones: readonly string[]; detail: string }> = {
  Contact: {
    label: labels.callListContacts,
    phones: ['Phone', 'MobilePhone'],
    detail: 'Account.Name',
  },
  Lead: { label: labels.callListLeads, phones: ['Phone', 'MobilePhone'], detail: 'Company' },
  Account: { label: labels.callListAccounts, phones: ['Phone'], detail: 'Industry' },
  Opportunity: { label: labels.callListOpportunities, phones: [], detail: 'StageName' },
};

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
  private listed: readonly { apiName: string; label: string }[] = [];
  private entries: readonly ListEntry[] = [];
  private selectedIds: ReadonlySet<string> = new Set();
  private isRead = false;
  private fault?: Problem;

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
    const { phones, detail } = OBJECTS[this.objectName]!;
    return ['Name', ...phones, detail].map((field) => `${this.objectName}.${field}`);
  }

  @wire(getListInfosByObjectName, { objectApiName: '$listedObject', pageSize: 200 })
  wiredViews({ data, error }: Wired<ListInfos>): void {
    if (error) this.fail(error);
    if (!data) return;
    this.listed = data.lists.map(({ apiName, label }) => ({ apiName, label }));
    this.viewName = this.listed[0]?.apiName;
    if (!this.viewName) this.isRead = true;
  }

  @wire(getListRecordsByName, {
    objectApiName: '$listedObject',
    listViewApiName: '$viewName',
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
    const read = data.records.map((record) => entryOf(this.objectName, record));
    this.entries = [...this.entries, ...read.filter(({ recordId }) => !known.has(recordId))];
    this.nextPage = data.nextPageToken ?? undefined;
  }

  get isLoading(): boolean {
    return this.isAllowed && !this.isRead && !this.fault;
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
    const isDeal = this.objectName === 'Opportunity';
    return this.entries.map((entry) => ({
      ...entry,
      isSelected: this.selectedIds.has(entry.recordId),
      hasNoNumber: !this.canCall(entry),
      shownNumbers: isDeal
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

  handleRetry(): void {
    const view = this.viewName;
    this.startOver();
    this.viewName = undefined;
    void Promise.resolve().then(() => (this.viewName = view ?? this.listed[0]?.apiName));
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
      this.fault = undefined;
      this.selectedIds = new Set();
      this.added = fill(labels.callListAdded, { count: chosen.length });
    } catch (fault) {
      this.fault = asProblem(fault);
    }
  }

  private canCall({ numbers }: ListEntry): boolean {
    return this.objectName === 'Opportunity' || numbers.length > 0;
  }

  private startOver(): void {
    this.entries = [];
    this.selectedIds = new Set();
    this.pageToken = undefined;
    this.nextPage = undefined;
    this.isRead = false;
    this.fault = undefined;
    this.added = '';
  }

  private fail(error: NonNullable<Wired<unknown>['error']>): void {
    this.fault = asProblem(new Error(error.body?.message ?? ''));
  }
}

function entryOf(objectName: string, record: ListRecord): ListEntry {
  const { phones, detail } = OBJECTS[objectName]!;
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
