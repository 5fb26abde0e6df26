import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Analytics } from '../reports/analytics.ts';
import { lightningFile } from './files.ts';
import { appPage, signInPage, themeNamed } from './html.ts';
import type { NewRecord, PageData } from './pageData.ts';

/** What the pages are served from. */
export interface LightningDeps {
  readonly pages: PageData;
  readonly analytics: Analytics;
  readonly serverUrl: string;
  readonly bodyOf: (request: IncomingMessage) => Promise<unknown>;
  readonly callApex: (alias: string, name: string, request: IncomingMessage) => Promise<unknown>;
}

/** Serves a request; resolves to whether it did. */
export type LightningRoutes = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>;

/**
 * Lightning Experience below /as/{alias}/…: pages, their data, and Apex, for the person as whom
 * they are opened. The person is part of the URL, so that two people can be signed in in two tabs.
 */
export function lightningRoutes({
  pages,
  analytics,
  serverUrl,
  bodyOf,
  callApex,
}: LightningDeps): LightningRoutes {
  return async (request, response, url) => {
    const [, as, alias = '', area, name = ''] = url.pathname.split('/');
    const file = await lightningFile(url.pathname);
    if (file)
      return send(response, file.type, { content: file.content, cache: 'public, max-age=60' });
    if (url.pathname === '/' || url.pathname === '/as')
      return html(response, signInPage(pages.people()), serverUrl);
    // A URL of a real org contains no person, so the page asks for one.
    if (as === 'lightning')
      return html(response, signInPage(pages.people(), url.pathname + url.search), serverUrl);
    if (as !== 'as') return false;
    pages.userOf(alias);
    if (!area) return redirect(response, `/as/${alias}/lightning/page/home`);
    switch (area) {
      case 'apex':
        return (
          request.method === 'POST' &&
          json(response, (await callApex(alias, name, request)) ?? null)
        );
      case 'record':
        return json(
          response,
          request.method === 'POST'
            ? pages.create(alias, (await bodyOf(request)) as NewRecord)
            : pages.record(name),
        );
      case 'object-info':
        return json(response, pages.objectInfo(alias, name));
      case 'timeline':
        return json(response, pages.timeline(name));
      case 'list':
        return json(
          response,
          pages.list(alias, name, {
            view: url.searchParams.get('view') ?? 'All',
            size: Number(url.searchParams.get('size') ?? 50),
            from: Number(url.searchParams.get('token') ?? 0),
          }),
        );
      case 'reports':
        return json(response, { reports: analytics.reports(), dashboards: analytics.dashboards() });
      case 'report':
        return json(response, analytics.report(name, String(pages.userOf(alias).Id)));
      case 'dashboard':
        return json(
          response,
          analytics.dashboard(
            name,
            String(pages.userOf(alias).Id),
            url.searchParams.getAll('filter').map((one) => (one ? Number(one) : undefined)),
          ),
        );
      case 'opportunities':
        return json(response, pages.opportunities());
      case 'notifications':
        return json(response, pages.notifications(alias));
      case 'context':
        return json(response, pages.context(alias));
      case 'lightning':
        return html(response, appPage(themeNamed(url.searchParams.get('theme'))), serverUrl);
      default:
        return false;
    }
  };
}

/**
 * Sends a page with the same content security policy that the package's trusted site gives pages of
 * a real org.
 */
function html(response: ServerResponse, page: string, serverUrl: string): true {
  response.setHeader(
    'content-security-policy',
    [
      "default-src 'self'",
      `connect-src 'self' ${serverUrl}`,
      `media-src 'self' ${serverUrl}`,
      `frame-src ${serverUrl}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      // Lightning Web Security evaluates the code of components, as in a real org.
      "script-src 'self' 'unsafe-eval'",
    ].join('; '),
  );
  response.setHeader('permissions-policy', `microphone=(self "${serverUrl}")`);
  return send(response, 'text/html; charset=utf-8', { content: page, cache: 'no-store' });
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location }).end();
  return true;
}

const json = (response: ServerResponse, body: unknown): true =>
  send(response, 'application/json; charset=utf-8', {
    content: JSON.stringify(body),
    cache: 'no-store',
  });

function send(
  response: ServerResponse,
  type: string,
  { content, cache }: { readonly content: string | Buffer; readonly cache: string },
): true {
  response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(content);
  return true;
}
