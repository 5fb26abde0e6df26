/** The id of a new request: a repeat of it changes nothing again. */
export const newRequest = (): { readonly requestId: string } => ({
  requestId: crypto.randomUUID(),
});
