import { LightningElement } from 'lwc';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { policyOnMyCalls, type MyPolicy } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** Tells a rep by which rules supervisors may join the rep's calls (R13). Shows nothing to others. */
export default class RepPolicy extends LightningElement {
  labels = labels;
  isRep = Boolean(MAY_TAKE_CALLS);
  policy?: MyPolicy;
  problem?: Problem;

  connectedCallback(): void {
    if (this.isRep) void this.load();
  }

  get isLoading(): boolean {
    return this.policy === undefined;
  }

  get isEmpty(): boolean {
    return this.policy?.rules.length === 0;
  }

  get version(): string {
    return fill(labels.mayVersion, { version: this.policy?.policyVersion });
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.policy = await policyOnMyCalls();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  handleRetry(): void {
    void this.load();
  }
}
