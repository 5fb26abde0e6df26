import type { Socket } from 'node:net';

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
  /** Counts a request, whether or not it succeeds, and its socket; returns the new count. */
  countRequest(socket: Socket): number;
  record(exchange: Exchange): void;
  count(): number;
  /** The highest number of sockets that were open at a time, of those that brought requests. */
  mostSockets(): number;
  list(): readonly Exchange[];
  clear(): void;
}

const MAX_EXCHANGES = 1_000;

/** No requests are counted at first. */
export function createTraffic(): Traffic {
  let requests = 0;
  const sockets = new Set<Socket>();
  let mostSockets = 0;
  const exchanges: Exchange[] = [];
  return {
    countRequest(socket) {
      if (!sockets.has(socket)) {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        mostSockets = Math.max(mostSockets, sockets.size);
      }
      return (requests += 1);
    },
    record(exchange) {
      exchanges.push(exchange);
      if (exchanges.length > MAX_EXCHANGES) exchanges.shift();
    },
    count: () => requests,
    mostSockets: () => mostSockets,
    list: () => exchanges,
    clear() {
      requests = 0;
      mostSockets = sockets.size;
      exchanges.splice(0);
    },
  };
}
