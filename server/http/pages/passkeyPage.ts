import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../domain/call/refusals.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';

const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the page that registers or uses a passkey: in a tab of its own on this server's origin,
 * since it cannot be framed.
 */
export const passkeyPage =
  ({ dir }: { readonly dir: string }): Routes =>
  (router) => {
    router.get('/passkey', async (ctx) => {
      const page = await readFile(join(dir, 'passkey.html'), 'utf8').catch(() => undefined);
      if (!page) throw new Refused(refusal('not_found', { wording: 'not_found.page_unbuilt' }));
      ctx.set('content-security-policy', POLICY);
      ctx.set('cache-control', 'no-store');
      ctx.set('cross-origin-opener-policy', 'same-origin');
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = page;
    });
  };
