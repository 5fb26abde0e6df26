import { sameRecord } from 'c/callModel';
import { followWritten } from 'c/liveFeed';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/**
 * Refreshes the record page around a component after Dealside has written about its record: the
 * record itself, and dependent data such as activities and related lists. A record page does not
 * notice what a server writes. One component per page should call this. Returns how to stop.
 */
export function refreshWhenWritten(
  component: { dispatchEvent(event: Event): boolean },
  recordId: () => string | undefined,
): () => void {
  return followWritten(({ recordIds }) => {
    const id = recordId();
    if (!id || !recordIds.some((each) => sameRecord(each, id))) return;
    component.dispatchEvent(new RefreshEvent());
    // Data that cannot be read stays as shown.
    notifyRecordUpdateAvailable([{ recordId: id }]).catch(() => undefined);
  });
}
