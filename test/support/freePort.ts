import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ephemeral ports, so that no outgoing connection takes the port before its server does.
 */
const [FIRST, LAST] = [20_000, 32_000];
/**
 * A port is taken only a while after it was found free: each worker of a run looks among its own, so
 * that no two find the same.
 */
const WORKERS = 8;
const EACH = (LAST - FIRST) / WORKERS;
const OWN_FIRST = FIRST + (Number(process.env.MOCHA_WORKER_ID ?? 0) % WORKERS) * EACH;
const given = new Set<number>();

/** Returns a free port, for servers that must know their address before they start. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(OWN_FIRST, OWN_FIRST + EACH);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
