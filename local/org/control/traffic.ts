/** One REST request and its response. Tokens are not recorded. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

/** Counts and records REST requests. */
export interface Traffic {
  /** Counts a request, whether or not it succeeds; returns the new count. */
  countRequest(): number;
  record(exchange: Exchange): void;
  count(): number;
  list(): readonly Exchange[];
  clear(): void;
}

const MAX_EXCHANGES = 1_000;

/** No requests are counted at first. */
export function createTraffic(): Traffic {
  let requests = 0;
  const exchanges: Exchange[] = [];
  return {
    countRequest: () => (requests += 1),
    record(exchange) {
      exchanges.push(exchange);
      if (exchanges.length > MAX_EXCHANGES) exchanges.shift();
    },
    count: () => requests,
    list: () => exchanges,
    clear() {
      requests = 0;
      exchanges.splice(0);
    },
  };
}
