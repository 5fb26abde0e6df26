/** The list views of an object: all of its records, and those of the person. */
export class getListInfosByObjectName {
  constructor(emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect() {}
  disconnect() {}
  update({ objectApiName }) {
    if (!objectApiName) return;
    const lists = [
      { apiName: 'All', label: 'All' },
      { apiName: 'Mine', label: 'My records' },
    ];
    this.emit({ data: { lists, count: lists.length }, error: undefined });
  }
}

/** A page of the records of a list view. Waits while the object or the view is undefined. */
export class getListRecordsByName {
  constructor(emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect() {}
  disconnect() {}
  update({ objectApiName, listViewApiName, pageSize, pageToken }) {
    if (!objectApiName || !listViewApiName) return;
    globalThis.platform
      .list(objectApiName, listViewApiName, { size: pageSize ?? 50, token: pageToken })
      .then(
        (data) => this.emit({ data, error: undefined }),
        (error) => this.emit({ data: undefined, error }),
      );
  }
}
