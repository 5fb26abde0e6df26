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
 * Says that the shown data may be out of date, and is hidden otherwise. Fires `retry` if the server
 * refused.
 */
export default class LiveConnectionStatus extends LightningElement {
  labels = labels;
  @api status: FeedStatus = 'connecting';
  @api reason?: Problem;
  /** When the shown data was last up to date, in ms since 1970. */
  @api asOf?: number;
  /** While Salesforce does not answer: until when new joins are possible. */
  @api grantsUntil?: string;
  /** When Salesforce last confirmed this person's permissions; undefined if they are confirmed. */
  @api staleSince?: string;
  /**
   * While they are not confirmed: when a person on a call falls silent, and when they are removed.
   */
  @api whileAway?: WhileAway;

  get text(): string {
    if (this.status === 'lost' && this.asOf !== undefined)
      return fill(labels.connectionLostAsOf, { time: exactTimeText(this.asOf) });
    if (!this.isCrmAway) return TEXT[this.status];
    if (this.staleSince === undefined)
      return fill(labels.connectionGrantsUntil, { time: timeText(this.grantsUntil!) });
    const stale = fill(labels.connectionStale, { time: timeText(this.staleSince) });
    return this.whileAway
      ? `${stale} ${fill(labels.connectionWhileAway, {
          silent: timeText(this.whileAway.silentAt),
          off: timeText(this.whileAway.offAt),
        })}`
      : stale;
  }

  get isCrmAway(): boolean {
    return this.status === 'live' && (this.staleSince ?? this.grantsUntil) !== undefined;
  }

  get isTrouble(): boolean {
    return this.status === 'lost' || this.status === 'refused';
  }

  get isRefused(): boolean {
    return this.status === 'refused';
  }

  get className(): string {
    if (this.isCrmAway) return 'status status_lost';
    return this.status === 'live' ? 'slds-assistive-text' : `status status_${this.status}`;
  }

  get detail(): string {
    return [this.reason?.message, this.reason?.hint].filter(Boolean).join(' ');
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
