/** The fields of an object that the person may see. Waits while the object is undefined. */
export class getObjectInfo {
  constructor(emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect() {}
  disconnect() {}
  update({ objectApiName }) {
    if (!objectApiName) return;
    globalThis.platform.objectInfo(objectApiName).then(
      (data) => this.emit({ data, error: undefined }),
      (error) => this.emit({ data: undefined, error }),
    );
  }
}
