import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * Limits of time (ms) and size (bytes) for receiving a request. Responses have none, since a live
 * feed stays open.
 */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // Longer than nginx and the balancers of AWS keep an idle connection (60 s), so that they send no
  // request on one that is being closed.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
};
const MAX_HEADERS = 100;

/** Starts an HTTP server and resolves when it listens. Rejects if the port is not available. */
export async function listen(
  handler: RequestListener,
  { port, host, limits = {} }: { port: number; host: string; limits?: Partial<typeof LIMITS> },
): Promise<Server> {
  const server = createServer({ ...LIMITS, ...limits }, handler);
  server.maxHeadersCount = MAX_HEADERS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
