import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '../terminal/fault.ts';

/** Throws Fault when a port is still in use after `waitMs`. */
export async function requireFreePorts(ports: Record<string, number>, waitMs = 0): Promise<void> {
  const until = Date.now() + waitMs;
  for (const [name, port] of Object.entries(ports)) {
    while (!(await isFree(port))) {
      if (Date.now() >= until)
        throw new Fault(
          `port ${port} (${name}) is in use by another program; set DEALSIDE_PORT to another base port, for example DEALSIDE_PORT=8530`,
        );
      await delay(200);
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
