import type { Page, Request } from 'playwright-core';

/** What a page asks Dealside for from now on, apart from its live feed. */
export interface Requests {
  /** Whether this was asked for, and nothing waits for its answer: what it shows does not grow. */
  isAllThere(path: string): boolean;
}

export function requestsOf(page: Page): Requests {
  const asked = new Set<string>();
  let waiting = 0;
  const pathOf = (request: Request): string | undefined => {
    const { pathname } = new URL(request.url());
    return pathname.startsWith('/api/') && pathname !== '/api/live' ? pathname : undefined;
  };
  page.on('request', (request) => {
    const path = pathOf(request);
    if (path === undefined) return;
    asked.add(path);
    waiting += 1;
  });
  const answered = (request: Request): void => {
    if (pathOf(request) !== undefined) waiting -= 1;
  };
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  return { isAllThere: (path) => asked.has(path) && waiting === 0 };
}
