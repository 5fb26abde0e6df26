import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { refusal } from '../../domain/call/refusals.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import type { Origins } from '../session/origins.ts';

export interface SoftphonePage {
  /** Folder of the built softphone. */
  readonly dir: string;
  /** The origins whose pages may frame the softphone. */
  readonly origins: Origins;
  readonly signalingUrl?: string;
  /** Where the softphone reaches the carrier: sources of a Content-Security-Policy. */
  readonly sources: { readonly connect: string; readonly media: string };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/** Serves the softphone, which a page of the CRM frames. */
export const softphonePage =
  ({ dir, origins, signalingUrl, sources }: SoftphonePage): Routes =>
  (router) => {
    const policyFor = (parents: readonly string[]): string =>
      [
        "default-src 'self'",
        `connect-src 'self' ${sources.connect}`,
        `media-src 'self' blob: mediastream: ${sources.media}`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        `frame-ancestors ${parents.join(' ')}`,
      ].join('; ');

    router.get(['/softphone', '/softphone/'], async (ctx) => {
      const page = await readFile(join(dir, 'index.html'), 'utf8').catch(() => undefined);
      if (!page)
        throw new Refused(refusal('not_found', { wording: 'not_found.softphone_unbuilt' }));
      const parentOrigins = origins.openedBy({
        orgId: ctx.query.org?.toString(),
        referer: ctx.get('referer'),
      });
      if (!parentOrigins)
        throw new Refused(refusal('not_found', { wording: 'not_found.softphone_outside' }));
      const config = JSON.stringify({
        parentOrigins,
        signalingUrl: signalingUrl ?? null,
      }).replaceAll('<', '\\u003c');
      ctx.set('content-security-policy', policyFor(parentOrigins));
      ctx.set('cache-control', 'no-store');
      ctx.remove('x-frame-options');
      ctx.type = TYPES['.html']!;
      ctx.body = page.replace('__CONFIG__', config);
    });

    router.get('/softphone/*path', async (ctx) => {
      const name = normalize(String(ctx.params.path));
      const type = TYPES[extname(name)];
      const path = join(dir, name);
      const found =
        name.startsWith('..') || !type ? undefined : await stat(path).catch(() => undefined);
      if (!found?.isFile() || !type) throw new Refused(refusal('not_found'));
      ctx.type = type;
      // Browsers revalidate it on each page, and download it again only after it has changed.
      ctx.set('cache-control', 'no-cache');
      ctx.etag = `W/"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
      ctx.status = 200;
      if (ctx.fresh) ctx.status = 304;
      else ctx.body = await readFile(path);
    });
  };
