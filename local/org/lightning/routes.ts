import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PagesApi } from '../pagesApi.ts';

export interface LightningParts {
  readonly pages: PagesApi;
  readonly serverUrl: string;
  readonly callApex: (alias: string, name: string) => Promise<unknown>;
}

export type LightningRoutes = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** Lightning Experience under /as/{alias}/…: pages, what they read, and Apex for the person they are opened as. Answers whether it served. */
export function lightningRoutes({ pages, callApex }: LightningParts): LightningRoutes {
  return async (request, response, url) => {
    const [, as, alias = '', area, name = ''] = url.pathname.split('/');
    if (as !== 'as') return false;
    if (area === 'apex' && request.method === 'POST') return json(response, await callApex(alias, name));
    if (area === 'record') return json(response, pages.record(name));
    if (area === 'timeline') return json(response, pages.timeline(name));
    if (area === 'opportunities') return json(response, pages.opportunities());
    if (area === 'context') return json(response, pages.context(alias));
    return false;
  };
}

function json(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
  return true;
}
