/** The id of a new request. Repeating the request with the same id changes nothing. */
export const newRequest = (): { readonly requestId: string } => ({
  requestId: crypto.randomUUID(),
});
