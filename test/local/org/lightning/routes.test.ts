import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lightningRoutes, type LightningDeps } from '../../../../local/org/lightning/routes.ts';

/** Where the org leads whoever opens this path. */
async function openedAt(path: string): Promise<unknown> {
  const sent: unknown[] = [];
  const response = {
    writeHead(...head: unknown[]) {
      sent.push(...head);
      return this;
    },
    end: () => undefined,
  } as unknown as ServerResponse;
  const routes = lightningRoutes({
    pages: { userOf: () => ({}) },
  } as unknown as LightningDeps);
  await routes({ method: 'GET' } as IncomingMessage, response, new URL(path, 'http://org.test'));
  return sent;
}

describe('the address of a person in the local org', () => {
  for (const path of ['/as/maya', '/as/maya/'])
    it(`leads to that person’s Home: ${path}`, async () =>
      assert.deepEqual(await openedAt(path), [302, { location: '/as/maya/lightning/page/home' }]));
});
