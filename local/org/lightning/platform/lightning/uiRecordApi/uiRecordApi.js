const wires = new Set();

/** Reads a record by wire. Waits while the record id is undefined. */
export class getRecord {
  constructor(emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect() {
    wires.add(this);
  }
  disconnect() {
    wires.delete(this);
  }
  update({ recordId }) {
    this.recordId = recordId;
    if (recordId) void this.read();
  }
  read() {
    return globalThis.platform.record(this.recordId).then(
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

const isSame = (one, other) => one?.slice(0, 15) === other?.slice(0, 15);

/** Refreshes only the wires of these records and the page's own view of them. */
export const notifyRecordUpdateAvailable = async (items) => {
  const ids = items.map(({ recordId }) => recordId);
  const read = [...wires].filter(({ recordId }) => ids.some((id) => isSame(id, recordId)));
  await Promise.all([
    ...read.map((wire) => wire.read()),
    globalThis.platform.recordsChanged([...ids]),
  ]);
};
