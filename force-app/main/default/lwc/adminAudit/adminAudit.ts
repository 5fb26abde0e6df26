import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  auditEntries,
  verifyAudit,
  type AuditedCall,
  type AuditEntryView,
  type AuditFilters,
  type Verification,
} from 'c/adminApi';
import { AUDIT_COLUMNS, auditLine, type AuditSubject } from 'c/adminAuditTable';
import { countText, MODE_NAME, MODES, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  gateProblem,
  IDLE,
  laterProblem,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { csvHref, csvText } from 'c/uiCsv';
import { CurrentPageReference } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';

/** The entries shown so far, and the cursor for older ones. */
interface Page {
  entries: readonly AuditEntryView[];
  next?: number;
}

/** A filter whose value is chosen from a list. */
interface Select {
  readonly filter: keyof AuditFilters;
  readonly label: string;
  readonly options: readonly { value: string; label: string; selected: boolean }[];
}

/** The number of entries that the download reads with one request. */
const DOWNLOAD_PAGE = 500;

/** Actions and refusals, who they were by, and whether the chain of entries is intact. */
export default class AdminAudit extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  entriesRead: Loaded<Page> = NOT_LOADED;
  verifying: ActionState = IDLE;
  filters: AuditFilters = {};
  preparing: ActionState = IDLE;
  /** The address of a finished download for the current filters. */
  download?: string;
  /** Everybody whom entries have named so far, to choose from. */
  people: Readonly<Record<string, string>> = {};
  /** The people who talked on the calls that entries have named so far. */
  calls: Readonly<Record<string, AuditedCall>> = {};
  verification?: Verification;
  /** Whether the last request was for older entries, and not for those of other filters. */
  private isOlderAsked = false;
  private readonly loader = createLoader(
    (before?: number) => this.pageBefore(before),
    (state) => {
      this.entriesRead = state;
      this.verifying = IDLE;
      if (!this.preparing.isBusy) this.preparing = IDLE;
    },
  );
  private readonly prepare = createAction((state) => {
    this.preparing = state;
  });
  private readonly verify = createAction((state) => {
    this.verifying = state;
  });

  /** A link can lead to the entries of one call or one recording. */
  @wire(CurrentPageReference)
  wiredPage(page?: { state?: Record<string, string> }): void {
    const { c__callId: callId, c__recordingId: recordingId } = page?.state ?? {};
    if (!callId && !recordingId) return;
    this.filters = { callId, recordingId };
    if (this.isConnected && !this.isRefused) void this.loader.load();
  }

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  get noneProblem(): Problem | undefined {
    return gateProblem(this.entriesRead);
  }

  get filterProblem(): Problem | undefined {
    return this.isOlderAsked ? undefined : laterProblem(this.entriesRead);
  }

  get olderProblem(): Problem | undefined {
    return this.isOlderAsked ? laterProblem(this.entriesRead) : undefined;
  }

  get entries(): readonly AuditEntryView[] | undefined {
    return this.entriesRead.value?.entries;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  get hasEntries(): boolean {
    return !this.isEmpty && this.entries !== undefined;
  }

  get hasMore(): boolean {
    return this.entriesRead.value?.next !== undefined;
  }

  get selects(): Select[] {
    const known = Object.entries(this.people).sort(([, a], [, b]) => a.localeCompare(b));
    return [
      this.select('userId', labels.auditPerson, [['', labels.auditAllPeople], ...known]),
      this.select('mode', labels.auditMode, [
        ['', labels.auditAllModes],
        ...MODES.map((mode): [string, string] => [mode, MODE_NAME[mode]]),
      ]),
      this.select('result', labels.auditResult, [
        ['', labels.auditAll],
        ['done', labels.auditDone],
        ['refused', labels.auditRefused],
      ]),
    ];
  }

  get searches(): { filter: keyof AuditFilters; label: string; value: string }[] {
    const { callId = '', recordingId = '', action = '' } = this.filters;
    return [
      { filter: 'callId', label: labels.auditCallId, value: callId },
      { filter: 'recordingId', label: labels.auditRecordingId, value: recordingId },
      { filter: 'action', label: labels.auditAction, value: action },
    ];
  }

  get exportedCall(): string {
    return this.filters.callId ?? '';
  }

  get downloadLabel(): string {
    return this.preparing.isBusy ? labels.auditPreparing : labels.auditDownload;
  }

  private select(filter: keyof AuditFilters, label: string, all: [string, string][]): Select {
    const chosen = this.filters[filter] ?? '';
    const options = all.map(([value, text]) => ({
      value,
      label: text,
      selected: value === chosen,
    }));
    return { filter, label, options };
  }

  /** Once it says how far it is, it need not say that it takes long. */
  get verifyProblem(): Problem | undefined {
    const { verification, verifying } = this;
    const showsProgress = verification?.status === 'running' && verification.checked > 0;
    return showsProgress ? undefined : verifying.problem;
  }

  get isVerifying(): boolean {
    return this.verification?.status === 'running';
  }

  get verdict(): string {
    const { verification } = this;
    if (!verification) return '';
    if (verification.status === 'running') {
      if (verification.of === 0) return labels.auditVerifyBegins;
      return fill(labels.auditVerifying, {
        checked: countText(verification.checked),
        of: countText(verification.of),
      });
    }
    return verification.status === 'intact'
      ? fill(labels.auditIntact, { entries: countText(verification.entries) })
      : fill(labels.auditBroken, { message: verification.message });
  }

  get verdictClass(): string {
    return `verdict${this.verification ? ` verdict_${this.verification.status}` : ''}`;
  }

  /** The names of fields are those of their filters. */
  handleFilter(event: Event): void {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    this.filterBy({ [field.dataset.filter!]: field.value.trim() });
  }

  /** Filters for other entries of the same call or recording. */
  handleSubject(event: CustomEvent<AuditSubject>): void {
    this.filterBy(event.detail);
  }

  private filterBy(part: AuditFilters): void {
    this.filters = { ...this.filters, ...part };
    this.download = undefined;
    void this.loader.load();
  }

  /**
   * Downloads all entries that match the filters, including those not loaded, with names as shown.
   * The download is dropped if the filters were changed meanwhile.
   */
  async handleDownload(): Promise<void> {
    const { filters } = this;
    const isDone = await this.prepare(async () => {
      const rows: (string | number)[][] = [
        [...AUDIT_COLUMNS.map(({ label }) => label), labels.auditCsvTime],
      ];
      let before: number | undefined;
      do {
        const {
          entries,
          names = {},
          next,
        } = await auditEntries({ ...filters, before }, DOWNLOAD_PAGE);
        for (const entry of entries) {
          const line = auditLine(entry, names);
          rows.push([...AUDIT_COLUMNS.map(({ key }) => line[key]), entry.at]);
        }
        before = next;
      } while (before !== undefined && filters === this.filters);
      if (filters === this.filters) this.download = csvHref(csvText(rows));
    });
    if (filters !== this.filters) this.preparing = IDLE;
    if (!isDone || !this.download) return;
    await Promise.resolve();
    (this.refs!.download as HTMLAnchorElement).click();
  }

  handleMore(): void {
    void this.loader.load(this.entriesRead.value?.next);
  }

  handleRetry(): void {
    void this.loader.load();
  }

  async handleVerify(): Promise<void> {
    this.verification = { status: 'running', checked: 0, of: 0 };
    const isDone = await this.verify(() =>
      verifyAudit((verification) => {
        this.verification = verification;
      }),
    );
    if (!isDone) this.verification = undefined;
  }

  private async pageBefore(before?: number): Promise<Page> {
    this.isOlderAsked = before !== undefined;
    const {
      entries,
      names = {},
      calls = {},
      next,
    } = await auditEntries({ ...this.filters, before });
    this.people = { ...this.people, ...names };
    this.calls = { ...this.calls, ...calls };
    return { entries: before ? [...(this.entries ?? []), ...entries] : entries, next };
  }
}
