import { LightningElement, api } from 'lwc';
import { explainPermissions, type PermissionExplanation } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** Tells a person on demand why each mode is allowed or refused to them on a call, and when it would be allowed. */
export default class CallPermissions extends LightningElement {
  labels = labels;
  isOpen = false;
  why?: PermissionExplanation;
  problem?: Problem;

  @api callId = '';
  @api repName = '';

  get buttonLabel(): string {
    return this.isOpen ? labels.whyHide : labels.whyAsk;
  }

  get question(): string {
    return fill(labels.whyAskAbout, { rep: this.repName });
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get isLoading(): boolean {
    return this.why === undefined;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) void this.load();
  }

  async load(): Promise<void> {
    const { callId } = this;
    this.why = undefined;
    this.problem = undefined;
    try {
      const why = await explainPermissions({ callId });
      if (callId === this.callId) this.why = why;
    } catch (fault) {
      if (callId === this.callId) this.problem = asProblem(fault);
    }
  }

  handleRetry(): void {
    void this.load();
  }
}
