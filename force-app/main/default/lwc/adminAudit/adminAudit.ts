import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { auditEntries, verifyAudit, type AuditEntryView, type Verification } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** What was done and refused, by whom, and whether the chain of entries is intact. */
export default class AdminAudit extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  entries?: AuditEntryView[];
  next?: number;
  result = '';
  action = '';
  problem?: Problem;
  verification?: Verification;
  private asked = 0;

  connectedCallback(): void {
    if (!this.isRefused) void this.load();
  }

  get isLoading(): boolean {
    return this.entries === undefined;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  get hasEntries(): boolean {
    return !this.isEmpty && this.entries !== undefined;
  }

  get results(): { value: string; label: string; selected: boolean }[] {
    const all: [string, string][] = [['', labels.auditAll], ['done', labels.auditDone], ['refused', labels.auditRefused]];
    return all.map(([value, label]) => ({ value, label, selected: value === this.result }));
  }

  get isVerifying(): boolean {
    return this.verification?.status === 'running';
  }

  get verdict(): string {
    switch (this.verification?.status) {
      case 'running': return fill(labels.auditVerifying, { checked: this.verification.checked, of: this.verification.of });
      case 'intact': return fill(labels.auditIntact, { entries: this.verification.entries });
      case 'broken': return fill(labels.auditBroken, { message: this.verification.message });
      default: return '';
    }
  }

  get verdictClass(): string {
    return `verdict${this.verification ? ` verdict_${this.verification.status}` : ''}`;
  }

  handleResult(event: Event): void {
    this.result = (event.target as HTMLSelectElement).value;
    void this.load();
  }

  handleAction(event: Event): void {
    this.action = (event.target as HTMLInputElement).value.trim();
    void this.load();
  }

  handleMore(): void {
    void this.load(this.next);
  }

  handleRetry(): void {
    void this.load();
  }

  async handleVerify(): Promise<void> {
    this.verification = { status: 'running', checked: 0, of: 0 };
    try {
      await verifyAudit((verification) => {
        this.verification = verification;
      });
    } catch (fault) {
      this.verification = undefined;
      this.problem = asProblem(fault);
    }
  }

  private async load(before?: number): Promise<void> {
    this.problem = undefined;
    this.asked += 1;
    const asked = this.asked;
    try {
      const page = await auditEntries({ result: this.result, action: this.action, before });
      if (asked !== this.asked) return;
      this.entries = before ? [...(this.entries ?? []), ...page.entries] : page.entries;
      this.next = page.next;
    } catch (fault) {
      if (asked === this.asked) this.problem = asProblem(fault);
    }
  }
}
