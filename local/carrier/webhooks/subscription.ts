export type HttpMethod = 'GET' | 'POST';

/** An address that is told of things, and of which. */
export interface Subscription {
  readonly url: string;
  readonly method: HttpMethod;
  readonly events: readonly string[];
}

/** A document or a sound to fetch. */
export interface Playable { readonly url: string; readonly method: HttpMethod }
