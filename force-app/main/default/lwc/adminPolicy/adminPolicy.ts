import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { policyFaultTexts, policyInForce, refreshPolicy, type PolicyView } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

/** The policy in force, and the faults of a newer one that was refused (D26). */
export default class AdminPolicy extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  policy: Loaded<PolicyView> = NOT_LOADED;
  private readonly loader = createLoader(
    (ask: () => Promise<PolicyView>) => ask(),
    (state) => {
      this.policy = state;
    },
  );

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load(policyInForce);
  }

  get isEmpty(): boolean {
    return this.policy.value?.rules.length === 0;
  }

  get since(): string {
    const { version, since } = this.policy.value!;
    return fill(labels.policySince, { version, when: dateTimeText(since) });
  }

  get faults(): { key: string; text: string }[] {
    return policyFaultTexts(this.policy.value?.refused?.faults ?? []);
  }

  get dialing(): { key: string; text: string }[] {
    return (this.policy.value?.dialing ?? []).map((text, i) => ({ key: String(i), text }));
  }

  get hasDialing(): boolean {
    return this.dialing.length > 0;
  }

  get hasRetention(): boolean {
    return (this.policy.value?.retention ?? []).length > 0;
  }

  get hasPlaces(): boolean {
    return this.places > 0;
  }

  get placesText(): string {
    return fill(labels.policyConsentPlaces, { places: this.places });
  }

  private get places(): number {
    return this.policy.value?.consent?.words.places.length ?? 0;
  }

  get hasFaults(): boolean {
    return this.policy.value?.refused !== undefined;
  }

  handleRetry(): void {
    void this.loader.load(policyInForce);
  }

  handleRefresh(): void {
    void this.loader.load(refreshPolicy);
  }
}
