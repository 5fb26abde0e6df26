import type { Context, Next } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SILENT_MODES } from '../domain/call/modes.ts';
import { refusal, type RefusalCode } from '../domain/refusals.ts';
import type { PersonKey } from '../ports/index.ts';
import { Refused } from './errors.ts';

/** How many requests in a minute. */
export interface LimitSettings {
  readonly perPerson: number;
  readonly perOrg: number;
  /** Requests of one address that could not be authenticated. */
  readonly strangersPerAddress: number;
  /** Live feeds of one person at a time. */
  readonly feedsPerPerson: number;
}

export interface Limits {
  /** Counts a request of a person whose session is proved; refuses it above the limit of the person or the org. */
  ofPerson(ctx: Context, who: PersonKey): Promise<void>;
  /** Counts a live feed while it is open; the answer gives it up. Refused when the person has too many. */
  openFeed(ctx: Context, who: PersonKey): () => void;
  /** Turns addresses away that were refused too often, before any signature is computed for them. */
  ofStrangers(ctx: Context, next: Next): Promise<void>;
}

const MINUTE_SECONDS = 60;
/** Refusals of who proves nothing. A session that has expired was somebody's. */
const STRANGE = new Set<RefusalCode>(['not_authenticated', 'token_signature_invalid', 'org_unknown', 'signing_key_not_valid', 'signature_invalid', 'link_used']);

/** Limits of this process; behind a load balancer each instance has its own. */
export function createLimits({ perPerson, perOrg, strangersPerAddress, feedsPerPerson }: LimitSettings): Limits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  const [people, orgs, strangers] = [limiter(perPerson), limiter(perOrg), limiter(strangersPerAddress)];
  const feeds = new Map<string, number>();

  return {
    async ofPerson(ctx, { orgId, userId }) {
      if (quietens(ctx)) return;
      await spend(ctx, people, `${orgId}:${userId}`);
      await spend(ctx, orgs, orgId);
    },

    openFeed(ctx, { orgId, userId }) {
      const key = `${orgId}:${userId}`;
      const open = feeds.get(key) ?? 0;
      if (open >= feedsPerPerson) throw tooMany(ctx, { msBeforeNext: MINUTE_SECONDS * 1000 });
      feeds.set(key, open + 1);
      return () => {
        const left = feeds.get(key)! - 1;
        if (left > 0) feeds.set(key, left);
        else feeds.delete(key);
      };
    },

    async ofStrangers(ctx, next) {
      const spent = await strangers.get(ctx.ip);
      if (spent && spent.consumedPoints >= strangersPerAddress) throw tooMany(ctx, spent);
      try {
        await next();
      } catch (error) {
        if (error instanceof Refused && STRANGE.has(error.refusal.code)) await strangers.consume(ctx.ip).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Nobody is kept from falling silent, from leaving, or from saying that their softphone lives. */
function quietens({ method, path, request }: Context): boolean {
  if (method !== 'POST' || !path.startsWith('/api/interventions/')) return false;
  return /\/(leave|presence)$/.test(path) || (path.endsWith('/mode') && SILENT_MODES.some((mode) => mode === (request.body as { mode?: unknown } | undefined)?.mode));
}

async function spend(ctx: Context, limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (spent) {
    if (spent instanceof RateLimiterRes) throw tooMany(ctx, spent);
    throw spent;
  }
}

function tooMany(ctx: Context, { msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): Refused {
  const until = new Date(Date.now() + msBeforeNext).toISOString();
  ctx.set('retry-after', String(Math.max(1, Math.ceil(msBeforeNext / 1000))));
  return new Refused(refusal('rate_limited', { until }));
}
