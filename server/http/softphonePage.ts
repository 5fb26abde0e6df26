import type Router from '@koa/router';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { refusal } from '../domain/refusals.ts';
import { Refused } from './errors.ts';

export interface SoftphonePage {
  /** Folder of the built page. */
  readonly dir: string;
  /** Lightning origins that may frame the page. */
  readonly parentOrigins: readonly string[];
  readonly signallingUrl?: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.map': 'application/json', '.woff2': 'font/woff2',
};

/** Serves the softphone, which a Lightning utility item frames. */
export function softphonePage(router: Router, { dir, parentOrigins, signallingUrl }: SoftphonePage): void {
  const config = JSON.stringify({ parentOrigins, signallingUrl: signallingUrl ?? null }).replaceAll('<', '\\u003c');
  const connections = signallingUrl ? `${signallingUrl} ${signallingUrl.replace(/^ws/, 'http')} ${signallingUrl.replace(/^wss?/, 'wss')}` : 'wss://*.twilio.com https://*.twilio.com';
  const policy = [
    "default-src 'self'", `connect-src 'self' ${connections}`, `media-src 'self' blob: mediastream: ${connections.replace(/wss?:\S+ ?/g, '')}`,
    "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "script-src 'self'", `frame-ancestors ${parentOrigins.join(' ') || "'none'"}`,
  ].join('; ');

  router.get(['/softphone', '/softphone/'], async (ctx) => {
    const page = await readFile(join(dir, 'index.html'), 'utf8').catch(() => undefined);
    if (!page) throw new Refused(refusal('not_found', { message: 'The softphone has not been built.', hint: 'Run npm start.' }));
    ctx.set('content-security-policy', policy);
    ctx.set('cache-control', 'no-store');
    ctx.remove('x-frame-options');
    ctx.type = TYPES['.html']!;
    ctx.body = page.replace('__CONFIG__', config);
  });

  router.get('/softphone/*path', async (ctx) => {
    const name = normalize(String(ctx.params.path));
    const type = TYPES[extname(name)];
    const file = name.startsWith('..') || !type ? undefined : await readFile(join(dir, name)).catch(() => undefined);
    if (!file || !type) throw new Refused(refusal('not_found'));
    ctx.type = type;
    ctx.set('cache-control', 'no-cache');
    ctx.body = file;
  });
}
