import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/**
 * What stands on a page that shows nothing yet: not allowed, loading, or a problem; otherwise what
 * is slotted. Fires `retry`.
 */
export default class UiPageGate extends LightningElement {
  labels = labels;
  @api isRefused = false;
  @api refusedHeading = labels.adminNotAllowed;
  @api refusedText = labels.adminNotAllowedText;
  @api isLoading = false;
  @api loadingText = '';
  @api problem?: Problem;

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
