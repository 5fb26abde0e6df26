import type { AuditEntryView } from 'c/adminApi';
import { labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';
import { AUDIT_COLUMNS, auditLine } from './lines';

export { AUDIT_COLUMNS, auditLine } from './lines';

/** Entries of the audit, newest first. */
export default class AdminAuditTable extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = AUDIT_COLUMNS;

  @api entries: readonly AuditEntryView[] = [];
  /** The people whom entries name, by id. */
  @api names: Readonly<Record<string, string>> = {};

  get rows(): TableRow[] {
    return this.entries.map((entry) => {
      const { position, at, result, ...line } = auditLine(entry, this.names);
      return {
        key: String(position),
        cells: {
          position,
          ...line,
          at: { text: at, dateTime: entry.at },
          ...(entry.details?.mode && { mode: { mode: entry.details.mode } }),
          result: entry.result === 'done' ? result : { text: result, tone: 'error' },
        },
      };
    });
  }
}
