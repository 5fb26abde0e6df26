import type { Context, Next } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SILENT_MODES } from '../domain/call/modes.ts';
import { refusal, type RefusalCode } from '../domain/call/refusals.ts';
import type { PersonKey } from '../ports/index.ts';
import { Refused } from './errors.ts';

/** Requests per minute, unless stated otherwise. */
export interface LimitSettings {
  readonly perPerson: number;
  readonly perOrg: number;
  /** Requests of one IP address that failed authentication. */
  readonly strangersPerAddress: number;
  /** Live feeds that one person can have open at a time. */
  readonly feedsPerPerson: number;
}

export interface Limits {
  /**
   * Counts a request of an authenticated person. Throws Refused above the limit of the person or
   * the org.
   */
  ofPerson(ctx: Context, who: PersonKey): Promise<void>;
  /**
   * Counts an open live feed and returns the function that closes it. Throws Refused if the person
   * has too many.
   */
  openFeed(ctx: Context, who: PersonKey): () => void;
  /**
   * Middleware that tells an address with too many failed authentications to wait, each time
   * another one fails. Authenticated requests are never limited by the failures of others, since a
   * whole company or a proxy may share the address.
   */
  ofStrangers(ctx: Context, next: Next): Promise<void>;
}

const MINUTE_SECONDS = 60;
/**
 * Failed authentications. An expired session is not among them, because its signature was valid.
 */
const FAILED_AUTHENTICATION = new Set<RefusalCode>([
  'not_authenticated',
  'token_signature_invalid',
  'org_unknown',
  'signing_key_not_valid',
  'signature_invalid',
  'link_used',
]);

/** Rate limits in memory, so each instance counts on its own. */
export function createLimits({
  perPerson,
  perOrg,
  strangersPerAddress,
  feedsPerPerson,
}: LimitSettings): Limits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  const [people, orgs, strangers] = [
    limiter(perPerson),
    limiter(perOrg),
    limiter(strangersPerAddress),
  ];
  const feeds = new Map<string, number>();

  return {
    async ofPerson(ctx, { orgId, userId }) {
      if (isExempt(ctx)) return;
      await consume(ctx, people, `${orgId}:${userId}`);
      await consume(ctx, orgs, orgId);
    },

    openFeed(ctx, { orgId, userId }) {
      const key = `${orgId}:${userId}`;
      const open = feeds.get(key) ?? 0;
      if (open >= feedsPerPerson) throw tooMany(ctx, { msBeforeNext: MINUTE_SECONDS * 1000 });
      feeds.set(key, open + 1);
      return () => {
        const remaining = feeds.get(key)! - 1;
        if (remaining > 0) feeds.set(key, remaining);
        else feeds.delete(key);
      };
    },

    async ofStrangers(ctx, next) {
      try {
        await next();
      } catch (error) {
        if (error instanceof Refused && FAILED_AUTHENTICATION.has(error.refusal.code))
          await consume(ctx, strangers, ctx.ip);
        throw error;
      }
    },
  };
}

/** Requests that are never limited: going to monitor, leaving, and heartbeats. */
function isExempt({ method, path, request }: Context): boolean {
  if (method !== 'POST') return false;
  if (path === '/api/me/heartbeat') return true;
  if (!path.startsWith('/api/interventions/')) return false;
  return (
    /\/(leave|presence)$/.test(path) || (path.endsWith('/mode') && asksForSilence({ request }))
  );
}

/** Whether the body names a silent mode. */
export const asksForSilence = ({ request }: Pick<Context, 'request'>): boolean =>
  SILENT_MODES.some((mode) => mode === (request.body as { mode?: unknown } | undefined)?.mode);

async function consume(ctx: Context, limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (result) {
    if (result instanceof RateLimiterRes) throw tooMany(ctx, result);
    throw result;
  }
}

function tooMany(ctx: Context, { msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): Refused {
  const until = new Date(Date.now() + msBeforeNext).toISOString();
  ctx.set('retry-after', String(Math.max(1, Math.ceil(msBeforeNext / 1000))));
  return new Refused(refusal('rate_limited', { until }));
}
