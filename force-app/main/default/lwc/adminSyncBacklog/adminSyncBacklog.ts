import { ACCESS_GAP_TEXT, SYNC_TOPIC_LABEL, type SyncBacklog } from 'c/adminApi';
import { dateTimeText, countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

const KEPT_CALLS_TEXT: Record<NonNullable<SyncBacklog['keptCalls']>, string> = {
  all: labels.syncKeptAll,
  opportunity: labels.syncKeptOpportunity,
  none: labels.syncKeptNone,
};

/**
 * How many messages wait for Salesforce, since when, how much of the daily API limit is used, and
 * what the server cannot read.
 */
export default class AdminSyncBacklog extends LightningElement {
  labels = labels;

  @api backlog!: SyncBacklog;

  get waitingText(): string {
    const { waiting, oldestAt } = this.backlog;
    if (waiting === 0 || !oldestAt) return labels.syncNothingWaits;
    return fill(waiting === 1 ? labels.syncOneWaits : labels.syncWaiting, {
      waiting: countText(waiting),
      since: dateTimeText(oldestAt),
    });
  }

  get limitText(): string {
    const { apiLimit } = this.backlog;
    if (!apiLimit) return labels.syncLimitUnknown;
    return fill(labels.syncLimit, {
      used: countText(apiLimit.used),
      limit: countText(apiLimit.limit),
      percent: this.percent,
    });
  }

  get readsText(): string | undefined {
    const reads = this.backlog.apiLimit?.reads;
    return (
      reads &&
      fill(reads.isSlowed ? labels.syncReadsSlowed : labels.syncReads, {
        used: countText(reads.used),
        budget: countText(reads.budget),
      })
    );
  }

  get keptCallsText(): string | undefined {
    const { keptCalls } = this.backlog;
    return keptCalls && KEPT_CALLS_TEXT[keptCalls];
  }

  get gaps(): readonly { name: string; text: string }[] {
    return (this.backlog.accessGaps ?? []).map((name) => ({ name, text: ACCESS_GAP_TEXT[name] }));
  }

  get hasGaps(): boolean {
    return this.gaps.length > 0;
  }

  get hasLimit(): boolean {
    return this.backlog.apiLimit !== undefined;
  }

  get percent(): number {
    const { used, limit } = this.backlog.apiLimit ?? { used: 0, limit: 1 };
    return Math.min(100, Math.round((used / limit) * 100));
  }

  get heldText(): string | undefined {
    const held = this.backlog.apiLimit?.held ?? [];
    return held.length > 0
      ? fill(labels.syncHeld, { what: held.map((topic) => SYNC_TOPIC_LABEL[topic]).join(', ') })
      : undefined;
  }

  get barStyle(): string {
    return `inline-size: ${this.percent}%`;
  }

  get barClass(): string {
    return this.heldText ? 'used used_near' : 'used';
  }
}
