import type { Context, Next } from 'koa';
import { TEXTS } from '../../domain/texts/texts.ts';
import { readerLanguage } from '../views/readerLanguage.ts';

/**
 * Middleware that shows browsers a page about this server and where to go, at the root and at
 * unknown addresses. Programs get JSON there.
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

/**
 * Browsers ask for HTML when they open an address. Dealside's programs ask for JSON or anything.
 */
const prefersPage = (ctx: Context): boolean =>
  !ctx.path.startsWith('/api/') && ctx.accepts('json', 'html') === 'html';
