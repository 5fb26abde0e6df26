import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { acknowledgePolicy, policyOnMyCalls, type MyPolicy } from 'c/adminApi';
import { dateText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

/**
 * Shows a rep the rules by which supervisors may join the rep's calls (R13). Hidden from others.
 */
export default class RepPolicy extends LightningElement {
  labels = labels;
  isRep = Boolean(MAY_TAKE_CALLS);
  policy: Loaded<MyPolicy> = NOT_LOADED;
  saving: ActionState = IDLE;
  private readonly save = createAction((state) => {
    this.saving = state;
  });
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

  /** Acknowledgment is due again when the rules that affect the rep have changed. */
  get isOwed(): boolean {
    const { version, acknowledgedAt } = this.policy.value?.text ?? {};
    return version !== undefined && acknowledgedAt === undefined;
  }

  get acknowledgedText(): string | undefined {
    const { acknowledgedAt, formerAt } = this.policy.value?.text ?? {};
    if (acknowledgedAt)
      return fill(labels.repPolicyAcknowledged, { date: dateText(acknowledgedAt) });
    return formerAt && fill(labels.repPolicyChanged, { date: dateText(formerAt) });
  }

  async handleAcknowledge(): Promise<void> {
    const { value } = this.policy;
    const isSaved = await this.save(async () => {
      const text = await acknowledgePolicy(value!.text!.version!);
      this.policy = { ...this.policy, value: { ...value!, text } };
    });
    // The text that was refused is no longer the one in force.
    if (!isSaved) void this.loader.load();
  }

  handleRetry(): void {
    void this.loader.load();
  }
}
