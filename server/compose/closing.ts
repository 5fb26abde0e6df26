/** What to do when the server stops, in this order. */
export type Closing = readonly (() => unknown)[];
