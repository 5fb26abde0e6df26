import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

const PERIODS = [30, 90, 365];

/** The frame of the outcomes page: period, and what stands there while there is nothing to show. Tells `periodchange` and `retry`. */
export default class OutcomePage extends LightningElement {
  labels = labels;
  @api days = 90;
  @api isRefused = false;
  @api isLoading = false;
  @api problem?: Problem;
  /** Whether the slotted figures stand on enough data to be shown. */
  @api hasEnoughData = false;

  get periods(): { value: string; label: string; selected: boolean }[] {
    return PERIODS.map((days) => ({ value: String(days), label: fill(labels.resultDays, { days }), selected: days === this.days }));
  }

  handlePeriod(event: Event): void {
    this.dispatchEvent(new CustomEvent('periodchange', { detail: { days: Number((event.target as HTMLSelectElement).value) } }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
