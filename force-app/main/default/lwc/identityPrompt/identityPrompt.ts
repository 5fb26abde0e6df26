import { timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/** How the person proves their identity. */
export type IdentityStep = 'choosePin' | 'enterPin' | 'registerPasskey' | 'usePasskey';

const HEADING: Record<IdentityStep, string> = {
  choosePin: labels.stepUpChoosePin,
  enterPin: labels.stepUpEnterPin,
  registerPasskey: labels.stepUpRegisterPasskey,
  usePasskey: labels.stepUpUsePasskey,
};
const CONFIRM: Record<IdentityStep, string> = {
  choosePin: labels.stepUpPinChosen,
  enterPin: labels.stepUpPinEntered,
  registerPasskey: labels.stepUpPasskeyOpen,
  usePasskey: labels.stepUpPasskeyOpen,
};

/**
 * Asks for a PIN or a passkey before an action. Fires `pin`, `passkey` when the page of the passkey
 * is opened, or `cancel`.
 */
export default class IdentityPrompt extends LightningElement {
  labels = labels;
  missing = false;
  private pin = '';
  private shownStep?: IdentityStep;

  @api step: IdentityStep = 'enterPin';
  /** Why the proof is required, or why the last attempt failed. */
  @api problem?: Problem;
  @api isBusy = false;
  /** The page on which a passkey is registered or used; undefined until there is a link. */
  @api passkeyUrl?: string;

  /** Takes the focus at each new step, so that screen readers read it and Escape works at once. */
  renderedCallback(): void {
    if (this.shownStep === this.step) return;
    this.shownStep = this.step;
    (
      this.template!.querySelector<HTMLElement>('input') ??
      this.template!.querySelector<HTMLElement>('.prompt')
    )?.focus();
  }

  get heading(): string {
    return HEADING[this.step];
  }

  get confirmLabel(): string {
    return CONFIRM[this.step];
  }

  get asksPin(): boolean {
    return this.step === 'choosePin' || this.step === 'enterPin';
  }

  get isLink(): boolean {
    return !this.asksPin && this.passkeyUrl !== undefined;
  }

  get isWaiting(): boolean {
    return this.isBusy && this.isLink;
  }

  get fieldClass(): string {
    return fieldClass(this.detail);
  }

  /** How many tries are left, or when the next is allowed. */
  get detail(): string | undefined {
    if (this.missing) return labels.stepUpPinMissing;
    const { triesLeft, until } = this.problem ?? {};
    if (until) return fill(labels.stepUpLockedUntil, { time: timeText(until) });
    return triesLeft === undefined ? undefined : fill(labels.stepUpTriesLeft, { count: triesLeft });
  }

  handlePin(event: Event): void {
    this.pin = (event.target as HTMLInputElement).value;
    this.missing = false;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
    else if (event.key === 'Enter' && (event.target as HTMLElement).tagName === 'INPUT')
      this.handleConfirm();
  }

  handleConfirm(): void {
    if (this.isBusy) return;
    if (!this.asksPin) return void this.handleOpen();
    const input = this.template!.querySelector('input')!;
    this.missing = !this.pin;
    input.focus();
    if (this.missing) return;
    const detail = { pin: this.pin };
    this.pin = '';
    input.value = '';
    this.dispatchEvent(new CustomEvent('pin', { detail }));
  }

  /** The link itself opens the page. Without one, a new link is requested. */
  handleOpen(): void {
    this.dispatchEvent(new CustomEvent('passkey'));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
