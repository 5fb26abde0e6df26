/** A REST request of a signed-in user. */
export interface RestCall {
  readonly method: string;
  /** Below /services/data/vXX.X. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly userId: string;
}

/** A REST response. It is empty if there is no body. */
export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
}

/** Handles a REST request. Throws OrgError where the platform refuses. */
export type OrgRest = (call: RestCall) => RestReply;
