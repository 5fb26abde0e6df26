import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { latencies, type LatencyRow } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';

const PERIODS = [1, 7, 30];

/** How long joining and switching took in the last days, from the click to the ear. */
export default class AdminLatency extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  days = 7;
  measured: Loaded<readonly LatencyRow[]> = NOT_LOADED;
  private readonly loader = createLoader(
    async () => (await latencies(this.days)).rows,
    (state) => {
      this.measured = state;
    },
  );

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.measured.value?.length === 0;
  }

  get hasRows(): boolean {
    return (this.measured.value?.length ?? 0) > 0;
  }

  get periods(): { value: string; label: string; selected: boolean }[] {
    return PERIODS.map((days) => ({
      value: String(days),
      label: days === 1 ? labels.resultDay : fill(labels.resultDays, { days }),
      selected: days === this.days,
    }));
  }

  handlePeriod(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.loader.load();
  }

  handleRetry(): void {
    void this.loader.load();
  }
}
