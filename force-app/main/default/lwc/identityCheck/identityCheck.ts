import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/callModel';
import {
  choosePin,
  openPasskeyWindow,
  identityStepFor,
  provePin,
  type PasskeyWindow,
} from 'c/dealsideApi';
import { asProblem } from 'c/dealsideSession';
import type { IdentityStep } from 'c/identityPrompt';

/**
 * Asks for a PIN or a passkey after a refusal that requires one, and sends it to the server. Fires
 * `proved` or `cancel`.
 */
export default class IdentityCheck extends LightningElement {
  step?: IdentityStep;
  problem?: Problem;
  isProving = false;
  private passkeyWindow?: PasskeyWindow;
  private given?: Problem;

  /** Why something was refused until there is a proof. */
  @api
  get refusal(): Problem | undefined {
    return this.given;
  }
  set refusal(refusal: Problem | undefined) {
    this.given = refusal;
    this.problem = refusal;
    this.step = refusal && identityStepFor(refusal);
    this.isProving = false;
    this.closeWindow();
  }

  disconnectedCallback(): void {
    this.given = undefined;
    this.closeWindow();
  }

  handlePin({ detail: { pin } }: CustomEvent<{ pin: string }>): Promise<void> {
    const prove = this.step === 'choosePin' ? choosePin : provePin;
    return this.proving(() => prove(pin));
  }

  handlePasskey(): Promise<void> {
    const opened = openPasskeyWindow(this.step === 'registerPasskey' ? 'register' : 'prove');
    this.passkeyWindow = opened;
    return this.proving(() => opened.finished);
  }

  handleCancel(): void {
    this.given = undefined;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private async proving(prove: () => Promise<unknown>): Promise<void> {
    const { given } = this;
    this.isProving = true;
    const problem = await prove().then(() => undefined, asProblem);
    const wasDropped = this.given !== given;
    if (wasDropped) return;
    this.isProving = false;
    if (!problem) {
      this.dispatchEvent(new CustomEvent('proved'));
      return;
    }
    this.step = identityStepFor(problem) ?? this.step;
    this.problem = problem;
  }

  private closeWindow(): void {
    this.passkeyWindow?.close();
    this.passkeyWindow = undefined;
  }
}
