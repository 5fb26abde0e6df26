import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a browser or a carrier may take to say what it wants, and how much of it. Answers may take as long as they like. */
const LIMITS = {
  headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 15_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024,
};
const MAX_HEADERS = 100;

export async function listen(answer: RequestListener, { port, host, limits = {} }: { port: number; host: string; limits?: Partial<typeof LIMITS> }): Promise<Server> {
  const server = createServer({ ...LIMITS, ...limits }, answer);
  server.maxHeadersCount = MAX_HEADERS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
