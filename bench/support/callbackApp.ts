import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/http/app.ts';
import type { KeyedFact } from '../../server/ports/index.ts';
import { createCarrierWebhooks } from '../../server/telephony/webhooks/webhooks.ts';
import { CALLBACK_PATH } from './callbackForm.ts';
import { ACCOUNT } from './floor.ts';

/**
 * The server's own HTTP application with one route, which checks the signature of a callback, reads
 * the fact, and hands it to `keep`. Returns its port.
 */
export async function callbackApp(
  publicUrl: string,
  recordFact: (reported: KeyedFact) => Promise<void>,
): Promise<number> {
  const webhooks = createCarrierWebhooks({ publicUrl, authToken: ACCOUNT.authToken });
  const app = createApp({
    origins: { isKnown: () => false, mayCarry: () => false } as never,
    limits: { ofStrangers: (_ctx, next) => next() as Promise<void> },
    trustedProxies: 0,
    audit: {
      store: { recordAudit: async () => undefined },
      clock: { now: () => new Date().toISOString() },
      ids: { next: () => randomUUID() },
    },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (facts, text) => void process.stderr.write(`${text} ${JSON.stringify(facts)}\n`),
    },
    routes: [
      (router) => {
        router.post(CALLBACK_PATH, async (ctx) => {
          const form = webhooks.read({
            path: ctx.url,
            headers: ctx.headers,
            params: (ctx.request.body ?? {}) as Record<string, string>,
          });
          const reported = webhooks.isSigned(form) ? webhooks.conferenceFact(form) : undefined;
          if (reported) await recordFact(reported);
          ctx.status = reported ? 204 : 403;
        });
      },
    ],
  });
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(Number(new URL(publicUrl).port), '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
