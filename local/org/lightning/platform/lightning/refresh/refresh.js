const RefreshEventName = 'lightning__refresh';

/** Asks the nearest container, such as a record page, to have its components read again. */
export class RefreshEvent extends CustomEvent {
  constructor() {
    super(RefreshEventName, { composed: true, cancelable: true, bubbles: true });
  }
}
