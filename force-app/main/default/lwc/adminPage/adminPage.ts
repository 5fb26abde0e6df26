import type { Problem } from 'c/callModel';
import { LightningElement, api } from 'lwc';

/**
 * The frame of an administrators' page: title, buttons (slot `actions`), and the content once it is
 * loaded and allowed. Fires `retry`.
 */
export default class AdminPage extends LightningElement {
  @api pageTitle = '';
  @api iconName = 'standard:document';
  @api isRefused = false;
  @api isLoading = false;
  @api isBusy = false;
  @api loadingText = '';
  @api problem?: Problem;

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
