import { sameRecord } from 'c/callModel';
import { followWritten } from 'c/liveFeed';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/**
 * Has the record page around a component read again what Dealside has just written about its record:
 * the record itself, and what hangs on it, such as activities and related lists. A record page knows
 * nothing of what a server writes. One component of a page asks for it. Answers how to stop.
 */
export function refreshWhenWritten(
  component: { dispatchEvent(event: Event): boolean },
  recordId: () => string | undefined,
): () => void {
  return followWritten(({ recordIds }) => {
    const id = recordId();
    if (!id || !recordIds.some((each) => sameRecord(each, id))) return;
    component.dispatchEvent(new RefreshEvent());
    // What cannot be read stays as it is shown.
    notifyRecordUpdateAvailable([{ recordId: id }]).catch(() => undefined);
  });
}
