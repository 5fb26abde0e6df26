import { exactTimeText, timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { FeedStatus, WhileAway } from 'c/liveFeed';
import { LightningElement, api } from 'lwc';

const TEXT: Record<FeedStatus, string> = {
  connecting: labels.connectionConnecting,
  live: labels.connectionLive,
  lost: labels.connectionLost,
  refused: labels.connectionRefused,
};

/**
 * Whether what is shown is up to date, seen only while it is not; asks to `retry` when the server
 * refused.
 */
export default class LiveConnectionStatus extends LightningElement {
  labels = labels;
  @api status: FeedStatus = 'connecting';
  @api reason?: Problem;
  /** When what is shown was last up to date, in ms since 1970. */
  @api asOf?: number;
  /** Since when Salesforce has not confirmed what this person may do; nothing when it has. */
  @api staleSince?: string;
  /** Meanwhile: when somebody who is on a call is heard no more, and off it. */
  @api whileAway?: WhileAway;

  get text(): string {
    if (this.status === 'lost' && this.asOf !== undefined)
      return fill(labels.connectionLostAsOf, { time: exactTimeText(this.asOf) });
    if (!this.isStale) return TEXT[this.status];
    const stale = fill(labels.connectionStale, { time: timeText(this.staleSince!) });
    return this.whileAway
      ? `${stale} ${fill(labels.connectionWhileAway, {
          silent: timeText(this.whileAway.silentAt),
          off: timeText(this.whileAway.offAt),
        })}`
      : stale;
  }

  get isStale(): boolean {
    return this.status === 'live' && this.staleSince !== undefined;
  }

  get isTrouble(): boolean {
    return this.status === 'lost' || this.status === 'refused';
  }

  get isRefused(): boolean {
    return this.status === 'refused';
  }

  get className(): string {
    if (this.isStale) return 'status status_lost';
    return this.status === 'live' ? 'slds-assistive-text' : `status status_${this.status}`;
  }

  get detail(): string {
    return [this.reason?.message, this.reason?.hint].filter(Boolean).join(' ');
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
