/** What to do, in this order, when the server stops. */
export type Closing = readonly (() => unknown)[];
