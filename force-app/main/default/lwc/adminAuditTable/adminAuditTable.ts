import { LightningElement, api } from 'lwc';
import type { AuditActor, AuditEntryView } from 'c/adminApi';
import { dateText, timeText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';

/** Entries of the audit, newest first. */
export default class AdminAuditTable extends LightningElement {
  labels = labels;
  @api entries: readonly AuditEntryView[] = [];

  get shown() {
    return this.entries.map(({ position, at, actor, action, result, code }) => ({
      position,
      when: `${dateText(at)}, ${timeText(at)}`,
      at,
      who: whoIs(actor),
      action,
      result: result === 'done' ? labels.auditDone : [labels.auditRefused, code].filter(Boolean).join(': '),
      resultClass: result === 'refused' ? 'refused' : undefined,
    }));
  }
}

function whoIs(actor: AuditActor): string {
  switch (actor.kind) {
    case 'person': return [actor.userId, actor.role].filter(Boolean).join(' · ');
    case 'operator': return actor.account;
    case 'system': return labels.auditSystem;
    case 'carrier': return labels.auditCarrier;
    case 'unknown': return [labels.auditUnknown, actor.claimedUserId].filter(Boolean).join(' · ');
  }
}
