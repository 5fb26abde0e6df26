import { LightningElement } from 'lwc';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { policyOnMyCalls, type MyPolicy } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';

/**
 * Tells a rep by which rules supervisors may join the rep's calls (R13). Shows nothing to others.
 */
export default class RepPolicy extends LightningElement {
  labels = labels;
  isRep = Boolean(MAY_TAKE_CALLS);
  policy: Loaded<MyPolicy> = NOT_LOADED;
  private readonly loader = createLoader(policyOnMyCalls, (state) => {
    this.policy = state;
  });

  connectedCallback(): void {
    if (this.isRep) void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.policy.value?.rules.length === 0;
  }

  get version(): string {
    return fill(labels.repPolicyVersion, { version: this.policy.value?.policyVersion });
  }

  handleRetry(): void {
    void this.loader.load();
  }
}
