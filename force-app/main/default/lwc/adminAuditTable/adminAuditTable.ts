import type { AuditedCall, AuditEntryView } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';
import { AUDIT_COLUMNS, auditLine } from './lines';

export { AUDIT_COLUMNS, auditLine } from './lines';

/** The property of an entry that other entries can be filtered by. */
export interface AuditSubject {
  readonly callId?: string;
  readonly recordingId?: string;
}

/** Entries of the audit, newest first. Fires `subject` for the call or recording of an entry. */
export default class AdminAuditTable extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = AUDIT_COLUMNS;

  @api entries: readonly AuditEntryView[] = [];
  /** The names of people in the entries, by id. */
  @api names: Readonly<Record<string, string>> = {};
  /** The people who talked on the calls of entries, by id. */
  @api calls: Readonly<Record<string, AuditedCall>> = {};

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
          ...(entry.callId && {
            call: { text: this.callText(entry.callId), opens: true },
          }),
          ...(entry.details?.recordingId && {
            recording: { text: labels.auditThisRecording, opens: true },
          }),
          result: entry.result === 'done' ? result : { text: result, tone: 'error' },
        },
      };
    });
  }

  /** A call that is no longer kept is labeled with what the click does. */
  private callText(callId: string): string {
    const call = this.calls[callId];
    return call ? fill(labels.finishedWith, { ...call }) : labels.auditThisCall;
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const { row, column } = event.detail;
    const entry = this.entries.find(({ position }) => String(position) === row)!;
    const detail: AuditSubject =
      column === 'call' ? { callId: entry.callId } : { recordingId: entry.details?.recordingId };
    this.dispatchEvent(new CustomEvent('subject', { detail }));
  }
}
