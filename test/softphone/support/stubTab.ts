/** The events and the storage of a tab, whose pages come and go. */
export class StubTab {
  readonly stored = new Map<string, string>();
  readonly storage = {
    getItem: (key: string): string | null => this.stored.get(key) ?? null,
    setItem: (key: string, value: string): void => void this.stored.set(key, value),
    removeItem: (key: string): void => void this.stored.delete(key),
  };
  window = new EventTarget();
  document = Object.assign(new EventTarget(), { hidden: false });

  /** A page of the tab begins, with nothing that the one before had but the storage. */
  load(): void {
    this.window = new EventTarget();
    this.document = Object.assign(new EventTarget(), { hidden: false });
  }

  hides(persisted: boolean): void {
    this.window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
  }

  shows(persisted: boolean): void {
    this.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  }
}
