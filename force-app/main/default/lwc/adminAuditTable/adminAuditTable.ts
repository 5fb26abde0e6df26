import { LightningElement, api } from 'lwc';
import type { AuditActor, AuditEntryView } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';

/** Entries of the audit, newest first. */
export default class AdminAuditTable extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'position', label: '#' },
    { key: 'at', label: labels.auditWhen },
    { key: 'who', label: labels.auditWho },
    { key: 'action', label: labels.auditAction },
    { key: 'result', label: labels.auditResult },
  ];

  @api entries: readonly AuditEntryView[] = [];

  get rows(): TableRow[] {
    return this.entries.map(({ position, at, actor, label, result, code, details }) => ({
      key: String(position),
      cells: {
        position,
        at: { text: dateTimeText(at), dateTime: at },
        who: whoIs(actor),
        action: label,
        result:
          result === 'done'
            ? labels.auditDone
            : { text: refusedText(code, details?.times), tone: 'error' },
      },
    }));
  }
}

/** A tally of refusals says how many it stands for. */
const refusedText = (code?: string, times?: number): string =>
  [labels.auditRefused, code].filter(Boolean).join(': ') + (times ? ` ×${times}` : '');

function whoIs(actor: AuditActor): string {
  switch (actor.kind) {
    case 'person':
      return [actor.userId, actor.role].filter(Boolean).join(' · ');
    case 'operator':
      return actor.account;
    case 'system':
      return labels.auditSystem;
    case 'carrier':
      return labels.auditCarrier;
    case 'unknown':
      return [labels.auditUnknown, actor.claimedUserId].filter(Boolean).join(' · ');
  }
}
