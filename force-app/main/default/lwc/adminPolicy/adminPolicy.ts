import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { policyInForce, refreshPolicy, type PolicyView } from 'c/adminApi';
import { dateText, timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** The policy in force, and what is wrong with a newer one that is not used (D26). */
export default class AdminPolicy extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  isAsking = false;
  policy?: PolicyView;
  problem?: Problem;

  connectedCallback(): void {
    if (!this.isRefused) void this.load(policyInForce);
  }

  get isLoading(): boolean {
    return this.policy === undefined;
  }

  get isEmpty(): boolean {
    return this.policy?.rules.length === 0;
  }

  get since(): string {
    const { version, since } = this.policy!;
    return fill(labels.policySince, { version, when: `${dateText(since)}, ${timeText(since)}` });
  }

  get faults(): { key: string; text: string }[] {
    return (this.policy?.refused?.faults ?? []).map(({ rule, field, message }, i) => ({
      key: String(i), text: fill(labels.policyFault, { rule, field, message }),
    }));
  }

  get hasFaults(): boolean {
    return this.policy?.refused !== undefined;
  }

  handleRetry(): void {
    void this.load(policyInForce);
  }

  handleRefresh(): void {
    void this.load(refreshPolicy);
  }

  private async load(ask: () => Promise<PolicyView>): Promise<void> {
    this.problem = undefined;
    this.isAsking = true;
    try {
      this.policy = await ask();
    } catch (fault) {
      this.problem = asProblem(fault);
    } finally {
      this.isAsking = false;
    }
  }
}
