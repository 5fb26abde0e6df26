import type { Problem } from 'c/callModel';
import {
  choosePin,
  identityStepFor,
  provePasskey,
  provePin,
  type PasskeyProof,
} from 'c/dealsideApi';
import { asProblem } from 'c/dealsideSession';
import type { IdentityStep } from 'c/identityPrompt';
import { LightningElement, api } from 'lwc';

/**
 * Asks for a PIN or a passkey after a refusal that requires one, and sends it to the server. Fires
 * `proved` or `cancel`.
 */
export default class IdentityCheck extends LightningElement {
  step?: IdentityStep;
  problem?: Problem;
  isProving = false;
  /** The page on which the passkey is registered or used, once the server has created a link. */
  passkeyUrl?: string;
  private passkeyProof?: PasskeyProof;
  private given?: Problem;

  /** The refusal that requires a proof. */
  @api
  get refusal(): Problem | undefined {
    return this.given;
  }
  set refusal(refusal: Problem | undefined) {
    this.given = refusal;
    this.problem = refusal;
    this.isProving = false;
    this.goTo(refusal && identityStepFor(refusal));
  }

  disconnectedCallback(): void {
    this.given = undefined;
    this.stopPasskey();
  }

  handlePin({ detail: { pin } }: CustomEvent<{ pin: string }>): Promise<void> {
    const prove = this.step === 'choosePin' ? choosePin : provePin;
    return this.proving(() => prove(pin));
  }

  /** Called when the page was opened, or to try again after a failure. */
  handlePasskey(): void {
    if (!this.passkeyProof) return this.goTo(this.step);
    this.isProving = true;
    this.passkeyProof.opened();
  }

  handleCancel(): void {
    this.given = undefined;
    this.stopPasskey();
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private async proving(prove: () => Promise<unknown>): Promise<void> {
    this.isProving = true;
    await this.settle(prove());
  }

  private async settle(proof: Promise<unknown>): Promise<void> {
    const { given } = this;
    const problem = await proof.then(() => undefined, asProblem);
    const wasDropped = this.given !== given;
    if (wasDropped) return;
    this.isProving = false;
    if (!problem) {
      this.dispatchEvent(new CustomEvent('proved'));
      return;
    }
    this.problem = problem;
    const next = identityStepFor(problem);
    if (next) this.goTo(next);
    else this.stopPasskey();
  }

  /** Shows a step. A passkey step starts waiting for the passkey at once. */
  private goTo(step: IdentityStep | undefined): void {
    this.stopPasskey();
    this.step = step;
    if (step !== 'registerPasskey' && step !== 'usePasskey') return;
    this.isProving = true;
    const proof = provePasskey(step === 'registerPasskey' ? 'register' : 'prove', (url) => {
      if (!this.passkeyUrl) this.isProving = false;
      this.passkeyUrl = url;
    });
    this.passkeyProof = proof;
    void this.settle(proof.finished);
  }

  private stopPasskey(): void {
    this.passkeyProof?.stop();
    this.passkeyProof = undefined;
    this.passkeyUrl = undefined;
  }
}
