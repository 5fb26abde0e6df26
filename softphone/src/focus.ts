/** Whether this page has the focus, and none of its fields: then a panel may take it. */
export const isFocusFree = (): boolean =>
  document.hasFocus() && (document.activeElement ?? document.body) === document.body;
