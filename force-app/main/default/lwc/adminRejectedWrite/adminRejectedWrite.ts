import { SYNC_TOPIC_LABEL, type RejectedWrite } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/** One write that Salesforce rejected, its error, and a button to retry it. Fires `retrywrite`. */
export default class AdminRejectedWrite extends LightningElement {
  labels = labels;

  @api write!: RejectedWrite;
  @api isBusy = false;

  get topicText(): string {
    return SYNC_TOPIC_LABEL[this.write.topic];
  }

  get whichText(): string {
    const { callId, number } = this.write.payload;
    if (callId) return fill(labels.incidentCall, { callId });
    return number === undefined ? '' : `#${number}`;
  }

  get sinceText(): string {
    return fill(labels.syncRejectedAt, { when: dateTimeText(this.write.deadLetteredAt) });
  }

  handleRetry(): void {
    this.dispatchEvent(
      new CustomEvent('retrywrite', { detail: { messageId: this.write.messageId } }),
    );
  }
}
