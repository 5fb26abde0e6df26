import { bodyParser } from '@koa/bodyparser';
import cors from '@koa/cors';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';
import type { AuditDeps } from '../commands/transact/auditEntries.ts';
import type { Log } from '../ports/index.ts';
import type { CallbackListener } from './callbackListener.ts';
import { errorMapper } from './errors.ts';
import type { Limits } from './limits.ts';
import { browserPage } from './pages/browserPage.ts';
import type { Routes } from './routes.ts';
import { awayAudit } from './session/awayAudit.ts';
import type { Origins } from './session/origins.ts';
import { untrustedProxy } from './session/untrustedProxy.ts';
import { bodyFault, readableAddress } from './unreadable.ts';

export interface AppDeps {
  readonly routes: readonly Routes[];
  readonly origins: Origins;
  readonly limits: Pick<Limits, 'ofStrangers'>;
  /**
   * The number of trusted reverse proxies in front of the server, whose `x-forwarded-for` is used.
   */
  readonly trustedProxies: number;
  readonly audit: AuditDeps;
  readonly log: Log;
  /** Returns what the callback listener has already read of a request; nothing by default. */
  readonly readBefore?: CallbackListener['readBefore'];
}

/** The content security policy of responses that are not pages; a page sets its own. */
const NOTHING = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};
const PREFLIGHT_SECONDS = 600;
const HUNG_UP = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** The HTTP application: middleware for every request, followed by the routes. */
export function createApp({
  routes,
  origins,
  limits,
  trustedProxies,
  audit,
  log,
  readBefore = () => undefined,
}: AppDeps): Koa {
  const app = new Koa({ proxy: trustedProxies > 0, maxIpsCount: trustedProxies });
  // A client that closes its connection is not an error; without this filter each would be logged with
  // its stack.
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!HUNG_UP.has(error.code ?? ''))
      log.error({ fault: error.stack }, 'unhandled request fault');
  });

  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      frameguard: { action: 'deny' },
    }),
  );
  app.use(
    cors({
      origin: (ctx) => (origins.isKnown(ctx.get('origin')) ? ctx.get('origin') : ''),
      allowHeaders: ['authorization', 'content-type', 'last-event-id'],
      exposeHeaders: ['retry-after'],
      maxAge: PREFLIGHT_SECONDS,
    }),
  );
  app.use(browserPage);
  app.use(errorMapper(log));
  if (trustedProxies === 0) app.use(untrustedProxy(log));
  app.use((ctx, next) => limits.ofStrangers(ctx, next));
  app.use(awayAudit(audit));
  app.use(readableAddress);
  app.use(async (ctx, next) => {
    const read = readBefore(ctx.req);
    if (read?.fault) throw read.fault;
    // The body parser skips a request whose body is already set.
    if (read) ctx.request.body = read.form;
    await next();
  });
  app.use(
    bodyParser({
      enableTypes: ['json', 'form'],
      jsonLimit: '64kb',
      formLimit: '64kb',
      onError: bodyFault,
    }),
  );
  // One router per subject, so that a callback is not matched against every path of the server.
  for (const register of routes) app.use(createRouter([register]).routes());
  return app;
}

/** A router that matches these routes in this order. */
export function createRouter(routes: readonly Routes[]): Router {
  const router = new Router();
  for (const register of routes) register(router);
  return router;
}
