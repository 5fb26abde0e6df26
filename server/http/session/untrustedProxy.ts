import type { Context, Next } from 'koa';
import type { Log } from '../../ports/index.ts';

const HINT =
  'set TRUSTED_PROXIES to the number of reverse proxies in front of the server; until then everybody behind them has one address';

/**
 * Middleware that logs once that TRUSTED_PROXIES must be set, if requests come through a proxy and
 * none is trusted.
 */
export function untrustedProxy(log: Log) {
  let isSaid = false;
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isSaid && ctx.get('x-forwarded-for')) {
      isSaid = true;
      log.warn({ hint: HINT }, 'requests bear X-Forwarded-For, and no proxy is trusted');
    }
    await next();
  };
}

/**
 * Whether browsers reach the server by https and no proxy is trusted. The server itself does not
 * speak TLS, so there must be a proxy in front of it.
 */
export function proxySettingMissing(publicUrl: string, trustedProxies: number): boolean {
  return trustedProxies === 0 && publicUrl.startsWith('https:');
}

export const PROXY_HINT = HINT;
