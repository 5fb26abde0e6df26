import { LightningElement, api } from 'lwc';
import type { HelpView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/** A rep's way to ask for help on a call, and who is coming. Tells `ask` with the reason, or `withdraw`. */
export default class HelpRequest extends LightningElement {
  labels = labels;
  isOpen = false;
  reasonCode = '';
  note = '';
  error?: string;
  private takesFocus = false;

  @api help?: HelpView;
  @api reasons: readonly { code: string; label: string }[] = [];
  @api isAsking = false;

  renderedCallback(): void {
    if (!this.takesFocus) return;
    this.takesFocus = false;
    this.template!.querySelector('select')?.focus();
  }

  get status(): string | undefined {
    if (!this.help) return undefined;
    return this.help.status === 'taken'
      ? fill(labels.helpComing, { who: this.help.takenBy?.name })
      : fill(labels.helpWaiting, { reason: this.help.reasonLabel });
  }

  get statusClass(): string {
    return `status${this.help?.status === 'taken' ? ' status_taken' : ''}`;
  }

  get formClass(): string {
    return `slds-form-element${this.error ? ' slds-has-error' : ''}`;
  }

  get options(): { value: string; label: string; selected: boolean }[] {
    return this.reasons.map(({ code, label }) => ({ value: code, label, selected: code === this.reasonCode }));
  }

  handleOpen(): void {
    this.isOpen = true;
    this.takesFocus = true;
  }

  handleCancel(): void {
    this.isOpen = false;
    this.error = undefined;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleReason(event: Event): void {
    this.reasonCode = (event.target as HTMLSelectElement).value;
    this.error = undefined;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLInputElement).value;
  }

  handleAsk(): void {
    this.error = this.reasonCode ? undefined : labels.helpReasonRequired;
    if (this.error) return;
    const note = this.note.trim();
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('ask', { detail: { reasonCode: this.reasonCode, ...(note && { note }) } }));
  }

  handleWithdraw(): void {
    this.dispatchEvent(new CustomEvent('withdraw'));
  }
}
