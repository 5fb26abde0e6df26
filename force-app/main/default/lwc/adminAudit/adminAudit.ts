import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { auditEntries, verifyAudit, type AuditEntryView, type Verification } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';

/** The entries shown so far, and where the older ones begin. */
interface Page {
  entries: readonly AuditEntryView[];
  next?: number;
}

/** What was done and refused, by whom, and whether the chain of entries is intact. */
export default class AdminAudit extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  page: Loaded<Page> = NOT_LOADED;
  verifying: ActionState = IDLE;
  result = '';
  action = '';
  verification?: Verification;
  private readonly loader = createLoader(
    (before?: number) => this.pageBefore(before),
    (state) => {
      this.page = state;
      this.verifying = IDLE;
    },
  );
  private readonly verify = createAction((state) => {
    this.verifying = state;
  });

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  get problem(): Problem | undefined {
    return this.page.problem ?? this.verifying.problem;
  }

  get entries(): readonly AuditEntryView[] | undefined {
    return this.page.value?.entries;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  get hasEntries(): boolean {
    return !this.isEmpty && this.entries !== undefined;
  }

  get hasMore(): boolean {
    return this.page.value?.next !== undefined;
  }

  get results(): { value: string; label: string; selected: boolean }[] {
    const all: [string, string][] = [
      ['', labels.auditAll],
      ['done', labels.auditDone],
      ['refused', labels.auditRefused],
    ];
    return all.map(([value, label]) => ({ value, label, selected: value === this.result }));
  }

  get isVerifying(): boolean {
    return this.verification?.status === 'running';
  }

  get verdict(): string {
    const { verification } = this;
    if (!verification) return '';
    if (verification.status === 'running') {
      return fill(labels.auditVerifying, { checked: verification.checked, of: verification.of });
    }
    return verification.status === 'intact'
      ? fill(labels.auditIntact, { entries: verification.entries })
      : fill(labels.auditBroken, { message: verification.message });
  }

  get verdictClass(): string {
    return `verdict${this.verification ? ` verdict_${this.verification.status}` : ''}`;
  }

  handleResult(event: Event): void {
    this.result = (event.target as HTMLSelectElement).value;
    void this.loader.load();
  }

  handleAction(event: Event): void {
    this.action = (event.target as HTMLInputElement).value.trim();
    void this.loader.load();
  }

  handleMore(): void {
    void this.loader.load(this.page.value?.next);
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
    const { entries, next } = await auditEntries({
      result: this.result,
      action: this.action,
      before,
    });
    return { entries: before ? [...(this.entries ?? []), ...entries] : entries, next };
  }
}
