import type Router from '@koa/router';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../domain/refusals.ts';
import { Refused } from './errors.ts';

const POLICY = [
  "default-src 'none'", "connect-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Serves the page on which a passkey is registered or used: a window of its own, on our origin, never framed. */
export function passkeyPage(router: Router, { dir }: { readonly dir: string }): void {
  router.get('/passkey', async (ctx) => {
    const page = await readFile(join(dir, 'passkey.html'), 'utf8').catch(() => undefined);
    if (!page) throw new Refused(refusal('not_found', { wording: 'not_found.page_unbuilt' }));
    ctx.set('content-security-policy', POLICY);
    ctx.set('cache-control', 'no-store');
    // The opener is told the outcome, so it must stay reachable.
    ctx.set('cross-origin-opener-policy', 'unsafe-none');
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = page;
  });
}
