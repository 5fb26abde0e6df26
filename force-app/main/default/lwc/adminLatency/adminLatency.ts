import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { latencies, type LatencyRow } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

const PERIODS = [1, 7, 30];

/** How long joining and switching took in the last days, from the click to the ear. */
export default class AdminLatency extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  days = 7;
  rows?: LatencyRow[];
  problem?: Problem;

  connectedCallback(): void {
    if (!this.isRefused) void this.load();
  }

  get isLoading(): boolean {
    return this.rows === undefined;
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  get hasRows(): boolean {
    return (this.rows?.length ?? 0) > 0;
  }

  get periods(): { value: string; label: string; selected: boolean }[] {
    return PERIODS.map((days) => ({ value: String(days), label: fill(labels.resultDays, { days }), selected: days === this.days }));
  }

  handlePeriod(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.load();
  }

  handleRetry(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { days } = this;
    this.problem = undefined;
    try {
      const { rows } = await latencies(days);
      if (days === this.days) this.rows = rows;
    } catch (fault) {
      if (days === this.days) this.problem = asProblem(fault);
    }
  }
}
