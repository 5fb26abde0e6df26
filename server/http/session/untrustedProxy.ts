import type { Context, Next } from 'koa';
import type { Log } from '../../ports/index.ts';

const HINT =
  'set TRUSTED_PROXIES to the number of reverse proxies in front of the server; until then everybody behind them has one address';

/**
 * Middleware that asks for TRUSTED_PROXIES, once, when requests come through a proxy though none is
 * trusted.
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
 * What to say at the start: the server itself speaks no TLS, so something in front of it must,
 * when browsers reach it by https.
 */
export function proxySettingMissing(publicUrl: string, trustedProxies: number): boolean {
  return trustedProxies === 0 && publicUrl.startsWith('https:');
}

export const PROXY_HINT = HINT;
