/**
 * Calls `onReturn` when the page is seen again, and when it comes back from the back/forward cache:
 * whatever it had connected may be gone since.
 */
export function followReturns(
  {
    window: page,
    document: shown,
  }: {
    readonly window: Pick<EventTarget, 'addEventListener'>;
    readonly document: Pick<Document, 'hidden'> & Pick<EventTarget, 'addEventListener'>;
  },
  onReturn: () => void,
): void {
  page.addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) onReturn();
  });
  shown.addEventListener('visibilitychange', () => {
    if (!shown.hidden) onReturn();
  });
}
