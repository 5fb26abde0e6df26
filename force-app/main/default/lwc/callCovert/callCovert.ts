import { dayNameText, type CallView, type CovertView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/**
 * Covert monitoring, for people with a covert rule: shows its purpose, who is responsible and its
 * last day before monitoring begins, or why it is not allowed here. Fires `covert` once it is
 * confirmed, and `cancel` when it is not.
 */
export default class CallCovert extends LightningElement {
  labels = labels;
  isAsking = false;
  private isFocused = false;

  @api call!: CallView;
  @api isBusy = false;
  /** Whether the button that asks is elsewhere on the page. */
  @api isAsked = false;

  private get covert(): CovertView {
    return this.call.you.covert!;
  }

  get isRefused(): boolean {
    return !this.covert.allowed;
  }

  get isOff(): boolean {
    return this.isRefused || this.isBusy;
  }

  get isConfirming(): boolean {
    return (this.isAsking || this.isAsked) && !this.isRefused;
  }

  get why(): string | undefined {
    const { message, hint } = this.covert;
    return this.isRefused ? [message, hint].filter(Boolean).join(' ') : undefined;
  }

  get heading(): string {
    return fill(labels.covertTitle, { rep: this.call.rep.name });
  }

  get facts(): { name: string; value?: string }[] {
    const { purpose, owner, endsOn } = this.covert;
    return [
      { name: labels.covertPurpose, value: purpose },
      { name: labels.covertOwner, value: owner },
      { name: labels.covertEndsOn, value: endsOn && dayNameText(endsOn) },
    ];
  }

  /** The question takes the focus, so that screen readers read it and Escape works at once. */
  renderedCallback(): void {
    const panel = this.isConfirming
      ? this.template!.querySelector<HTMLElement>('[role=dialog]')
      : null;
    if (panel && !this.isFocused) panel.focus();
    this.isFocused = panel !== null;
  }

  handleAsk(): void {
    this.isAsking = true;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.isAsking = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleConfirm(): void {
    this.isAsking = false;
    this.dispatchEvent(new CustomEvent('covert'));
  }
}
