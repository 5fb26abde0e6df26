import { explainPermissions, type PermissionExplanation } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/**
 * On demand, explains to a person why each mode on a call is allowed or refused, and when it would
 * be allowed.
 */
export default class CallPermissions extends LightningElement {
  labels = labels;
  isOpen = false;
  why: Loaded<PermissionExplanation> = NOT_LOADED;
  private readonly loader = createLoader(
    () => explainPermissions({ callId: this.callId }),
    (state) => {
      this.why = state;
    },
  );

  @api callId = '';
  @api repName = '';

  get buttonLabel(): string {
    return this.isOpen ? labels.permissionsHide : labels.permissionsAsk;
  }

  get question(): string {
    return fill(labels.permissionsAskAbout, { rep: this.repName });
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) this.load();
  }

  handleRetry(): void {
    this.load();
  }

  private load(): void {
    this.loader.reset();
    void this.loader.load();
  }
}
