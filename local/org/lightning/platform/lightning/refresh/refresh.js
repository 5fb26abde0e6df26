const RefreshEventName = 'lightning__refresh';

/** Asks the nearest container, such as a record page, to refresh its components. */
export class RefreshEvent extends CustomEvent {
  constructor() {
    super(RefreshEventName, { composed: true, cancelable: true, bubbles: true });
  }
}
