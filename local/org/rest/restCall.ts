export interface RestCall {
  readonly method: string;
  /** Below /services/data/vXX.X. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly userId: string;
}

export interface RestReply { readonly status: number; readonly body?: unknown }

export type OrgRest = (call: RestCall) => RestReply;
