/** Reads a record by wire; waits while the record id is undefined. */
export class getRecord {
  constructor(emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect() {}
  disconnect() {}
  update({ recordId }) {
    if (!recordId) return;
    globalThis.platform.record(recordId).then(
      (data) => this.emit({ data, error: undefined }),
      (error) => this.emit({ data: undefined, error }),
    );
  }
}

export const createRecord = (input) => globalThis.platform.createRecord(input);

const nameOf = (field) => field.fieldApiName ?? String(field).split('.').pop();

export const getFieldValue = (record, field) => record?.fields?.[nameOf(field)]?.value;
export const getFieldDisplayValue = (record, field) =>
  record?.fields?.[nameOf(field)]?.displayValue;
export const notifyRecordUpdateAvailable = () => {
  globalThis.platform.refresh();
  return Promise.resolve();
};
