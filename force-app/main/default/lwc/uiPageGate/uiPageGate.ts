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
  private isRetried = false;

  get slowText(): string {
    return this.isWaiting && this.isSlow ? labels.loadingSlow : '';
  }

  get hasOnlyProblem(): boolean {
    return this.problem !== undefined && this.isLoading;
  }

  private get isWaiting(): boolean {
    return (this.isBusy || (this.isLoading && !this.problem)) && !this.isRefused;
  }

  renderedCallback(): void {
    this.keepFocus();
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

  /** A button that was clicked to try again, and has left the page, hands its focus on. */
  private keepFocus(): void {
    if (!this.isRetried) return;
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body)
      this.template!.querySelector<HTMLElement>('[data-place]')?.focus();
    this.isRetried = this.isWaiting;
  }

  handleRetry(): void {
    this.isRetried = true;
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
