import type { Context, Next } from 'koa';
import { TEXTS } from '../../domain/texts/texts.ts';
import { readerLanguage } from '../views/readerLanguage.ts';

/**
 * Middleware that says to people what the server is and where to go, where programs get JSON: at the
 * root, and at addresses that are not there.
 */
export async function browserPage(ctx: Context, next: Next): Promise<void> {
  await next();
  if (ctx.method !== 'GET' || ctx.status !== 404 || !prefersPage(ctx)) return;
  const language = readerLanguage(ctx);
  const { rootTitle, rootText, notFoundTitle, notFoundText } = TEXTS[language].browserPage;
  const isRoot = ctx.path === '/';
  const [title, text] = isRoot ? [rootTitle, rootText] : [notFoundTitle, notFoundText];
  ctx.status = isRoot ? 200 : 404;
  ctx.type = 'html';
  ctx.body = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}

/** A browser that opens an address says so; a program of ours asks for JSON or anything. */
const prefersPage = (ctx: Context): boolean =>
  !ctx.path.startsWith('/api/') && ctx.accepts('json', 'html') === 'html';
