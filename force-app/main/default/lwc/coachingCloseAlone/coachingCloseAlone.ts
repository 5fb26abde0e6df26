import { closeDebriefAlone } from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/** Closes a debrief whose other person is no longer active, with the reason. Fires `closed`. */
export default class CoachingCloseAlone extends LightningElement {
  labels = labels;
  closing: ActionState = IDLE;
  error?: string;
  private reason = '';
  private readonly close = createAction((state) => {
    this.closing = state;
  });

  @api debriefId = '';
  /** The person who has left. */
  @api name = '';

  get leftText(): string {
    return fill(labels.debriefLeft, { name: this.name });
  }

  get openLabel(): string {
    return fill(labels.debriefCloseAlone, { name: this.name });
  }

  get reasonClass(): string {
    return fieldClass(this.error);
  }

  handleReason(event: Event): void {
    this.reason = (event.target as HTMLTextAreaElement).value;
    this.error = undefined;
  }

  /** What was entered is gone with the form, so it must not be sent from the next one. */
  handleCancel(): void {
    this.error = undefined;
    this.reason = '';
  }

  async handleSave(): Promise<void> {
    const reason = this.reason.trim();
    this.error = reason ? undefined : labels.debriefCloseReasonMissing;
    if (this.error) return;
    if (await this.close(() => closeDebriefAlone(this.debriefId, reason)))
      this.dispatchEvent(new CustomEvent('closed'));
  }
}
