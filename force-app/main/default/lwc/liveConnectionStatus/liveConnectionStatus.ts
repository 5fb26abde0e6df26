import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import type { FeedStatus } from 'c/liveFeed';

const TEXT: Record<FeedStatus, string> = {
  connecting: labels.connectionConnecting,
  live: labels.connectionLive,
  lost: labels.connectionLost,
  refused: labels.connectionRefused,
};

/** Whether what is shown is up to date; asks to `retry` when the server refused. */
export default class LiveConnectionStatus extends LightningElement {
  labels = labels;
  @api status: FeedStatus = 'connecting';
  @api reason?: Problem;

  get text(): string {
    return TEXT[this.status];
  }

  get isTrouble(): boolean {
    return this.status === 'lost' || this.status === 'refused';
  }

  get isRefused(): boolean {
    return this.status === 'refused';
  }

  get className(): string {
    return `status status_${this.status}`;
  }

  get detail(): string {
    return [this.reason?.message, this.reason?.hint].filter(Boolean).join(' ');
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
