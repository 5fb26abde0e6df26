import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { SLOW_AFTER_MS } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/**
 * Shown on a page without content: not allowed, loading, or a problem. Otherwise shows the slot, and
 * above it that a request for newer content takes long or has failed. The slot is not replaced then,
 * because people may be typing in it. Fires `retry`.
 */
export default class UiPageGate extends LightningElement {
  labels = labels;
  @api isRefused = false;
  @api refusedHeading = labels.adminNotAllowed;
  @api refusedText = labels.adminNotAllowedText;
  @api isLoading = false;
  @api loadingText = '';
  /** Whether newer content was asked for while the present one is shown. */
  @api isBusy = false;
  /** While `isLoading`, there is no content yet, and this is shown in its place. */
  @api problem?: Problem;

  isSlow = false;
  private timer?: ReturnType<typeof setTimeout>;

  get slowText(): string {
    return this.isWaiting && this.isSlow ? labels.loadingSlow : '';
  }

  get hasOnlyProblem(): boolean {
    return this.problem !== undefined && this.isLoading;
  }

  private get isWaiting(): boolean {
    return (this.isLoading || this.isBusy) && !this.isRefused && !this.problem;
  }

  renderedCallback(): void {
    if (!this.isWaiting) return this.stopWaiting();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared once there is an answer
    this.timer ??= setTimeout(() => {
      this.isSlow = true;
    }, SLOW_AFTER_MS);
  }

  disconnectedCallback(): void {
    this.stopWaiting();
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isSlow = false;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
