import { LIMIT_LABEL, setupUsage, type Usage } from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

/** Container: calls and minutes of this month, and the org's limits. */
export default class AdminUsage extends LightningElement {
  labels = labels;
  usage: Loaded<Usage> = NOT_LOADED;
  private readonly loader = createLoader(setupUsage, (state) => {
    this.usage = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get figures(): { name: string; value: string }[] {
    const { value } = this.usage;
    if (!value) return [];
    const supervised = Object.values(value.modes).reduce((sum, count) => sum + count, 0);
    const limits = Object.entries(value.limits ?? {}).flatMap(([name, { used, limit }]) =>
      LIMIT_LABEL[name]
        ? [
            {
              name: LIMIT_LABEL[name],
              value: fill(labels.setupUsageOf, { used: countText(used), limit: countText(limit) }),
            },
          ]
        : [],
    );
    return [
      { name: labels.setupUsageCalls, value: countText(value.calls) },
      { name: labels.setupUsageMinutes, value: countText(value.minutes) },
      { name: labels.setupUsageSupervised, value: countText(supervised) },
      ...limits,
    ];
  }

  get hasNoLimits(): boolean {
    return this.usage.value !== undefined && this.usage.value.limits === undefined;
  }

  handleRetry(): void {
    void this.loader.load();
  }
}
