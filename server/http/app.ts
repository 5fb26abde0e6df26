import { bodyParser } from '@koa/bodyparser';
import cors from '@koa/cors';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';
import type { Log, Store } from '../ports/index.ts';
import { errorMapper } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Origins } from './origins.ts';
import { helpRoutes, type HelpRouteDeps } from './routes/help.ts';
import { auditRoutes, type AuditRouteDeps } from './routes/audit.ts';
import { callRoutes, type CallRouteDeps } from './routes/calls.ts';
import { audioCheckRoutes, type AudioCheckRouteDeps } from './routes/audioChecks.ts';
import { deadLetterRoutes, type DeadLetterRouteDeps } from './routes/deadLetters.ts';
import { interventionRoutes, type InterventionRouteDeps } from './routes/interventions.ts';
import { latencyRoutes, type LatencyRouteDeps } from './routes/latency.ts';
import { liveRoutes, type LiveRouteDeps } from './routes/live.ts';
import { passkeyPage } from './passkeyPage.ts';
import { policyRoutes, type PolicyRouteDeps } from './routes/policy.ts';
import { permissionRoutes, type PermissionRouteDeps } from './routes/permissions.ts';
import { simulationRoutes, type SimulationRouteDeps } from './routes/simulations.ts';
import { meRoutes, type MeRouteDeps } from './routes/me.ts';
import { recordingRoutes, type RecordingRouteDeps } from './routes/recordings.ts';
import { stepUpRoutes, type StepUpRouteDeps } from './routes/stepUp.ts';
import { telephonyRoutes, type TelephonyRouteDeps } from './routes/telephony.ts';
import { transferRoutes, type TransferRouteDeps } from './routes/transfers.ts';
import { softphonePage, type SoftphonePage } from './softphonePage.ts';

export interface AppDeps extends
  HelpRouteDeps,
  AuditRouteDeps,
  CallRouteDeps,
  AudioCheckRouteDeps,
  DeadLetterRouteDeps,
  InterventionRouteDeps,
  LatencyRouteDeps,
  LiveRouteDeps,
  MeRouteDeps,
  PolicyRouteDeps,
  PermissionRouteDeps,
  RecordingRouteDeps,
  SimulationRouteDeps,
  StepUpRouteDeps,
  TelephonyRouteDeps,
  TransferRouteDeps {
  readonly store: Store;
  readonly log: Log;
  readonly origins: Origins;
  readonly limits: Limits;
  /** Number of trusted reverse proxies, whose `X-Forwarded-For` is used. */
  readonly trustedProxies: number;
  readonly softphone: SoftphonePage;
  readonly isReady: () => Promise<boolean>;
}

/** Content security policy of responses that are not pages; pages set their own. */
const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };
const PREFLIGHT_SECONDS = 600;
const HUNG_UP = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

export function createApp(parts: AppDeps): Koa {
  const app = new Koa({ proxy: parts.trustedProxies > 0, maxIpsCount: parts.trustedProxies });
  // A client that closes its connection is no error; without this filter each would be logged with
  // its stack.
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!HUNG_UP.has(error.code ?? '')) parts.log.error({ fault: error.stack }, 'unhandled request fault');
  });

  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: NOTHING }, crossOriginResourcePolicy: { policy: 'cross-origin' }, frameguard: { action: 'deny' } }));
  app.use(cors({ origin: (ctx) => (parts.origins.isKnown(ctx.get('origin')) ? ctx.get('origin') : ''), allowHeaders: ['authorization', 'content-type', 'last-event-id'], exposeHeaders: ['retry-after'], maxAge: PREFLIGHT_SECONDS }));
  app.use(errorMapper(parts.log));
  app.use((ctx, next) => parts.limits.ofStrangers(ctx, next));
  app.use(bodyParser({ enableTypes: ['json', 'form'], jsonLimit: '64kb', formLimit: '64kb' }));
  app.use(createRouter(parts).routes());
  return app;
}

/** Creates the router with all routes. */
export function createRouter(parts: AppDeps): Router {
  const router = new Router();
  router.get('/healthz', (ctx) => void (ctx.body = { status: 'ok' }));
  router.get('/readyz', async (ctx) => {
    const ready = await parts.isReady();
    ctx.status = ready ? 200 : 503;
    ctx.body = { status: ready ? 'ready' : 'database away' };
  });
  meRoutes(router, parts);
  callRoutes(router, parts);
  transferRoutes(router, parts);
  interventionRoutes(router, parts);
  helpRoutes(router, parts);
  liveRoutes(router, parts);
  stepUpRoutes(router, parts);
  telephonyRoutes(router, parts);
  auditRoutes(router, parts);
  audioCheckRoutes(router, parts);
  deadLetterRoutes(router, parts);
  latencyRoutes(router, parts);
  recordingRoutes(router, parts);
  policyRoutes(router, parts);
  permissionRoutes(router, parts);
  simulationRoutes(router, parts);
  softphonePage(router, parts.softphone);
  passkeyPage(router, parts.softphone);
  return router;
}
