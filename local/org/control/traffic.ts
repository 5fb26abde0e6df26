/** One REST request and its answer, as they were on the wire. Tokens are not kept. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

export interface Traffic {
  /** Counts a request that came, whatever becomes of it. */
  came(): number;
  keep(exchange: Exchange): void;
  count(): number;
  list(): readonly Exchange[];
  clear(): void;
}

const MOST_KEPT = 1_000;

export function createTraffic(): Traffic {
  let requests = 0;
  const kept: Exchange[] = [];
  return {
    came: () => (requests += 1),
    keep(exchange) {
      kept.push(exchange);
      if (kept.length > MOST_KEPT) kept.shift();
    },
    count: () => requests,
    list: () => kept,
    clear() {
      requests = 0;
      kept.splice(0);
    },
  };
}
