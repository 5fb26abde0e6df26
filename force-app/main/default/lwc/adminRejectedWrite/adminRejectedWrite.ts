import { SYNC_TOPIC_LABEL, type AuditedCall, type RejectedWrite } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { auditPage } from 'c/dealsidePages';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/**
 * One write that Salesforce rejected, why, what to do, and a button to retry it. Fires
 * `retrywrite`.
 */
export default class AdminRejectedWrite extends NavigationMixin(LightningElement) {
  labels = labels;

  @api write!: RejectedWrite;
  /** The people who talked on its call; absent if it is about no call, or one that is not kept. */
  @api call?: AuditedCall;
  @api isBusy = false;

  get topicText(): string {
    return SYNC_TOPIC_LABEL[this.write.topic];
  }

  get numberText(): string {
    const { number } = this.write.payload;
    return number === undefined ? '' : fill(labels.syncCheckpointNumber, { number });
  }

  get callText(): string | undefined {
    if (this.call) return fill(labels.finishedWith, { ...this.call });
    return this.write.payload.callId ? labels.auditShowCall : undefined;
  }

  get sinceText(): string {
    return fill(labels.syncRejectedAt, { when: dateTimeText(this.write.deadLetteredAt) });
  }

  handleAudit(): void {
    this[NavigationMixin.Navigate](auditPage({ callId: this.write.payload.callId! }));
  }

  handleRetry(): void {
    this.dispatchEvent(
      new CustomEvent('retrywrite', { detail: { messageId: this.write.messageId } }),
    );
  }
}
