import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** How a browser is started. */
export type Start = Readonly<
  Pick<LaunchOptions, 'executablePath' | 'timeout' | 'args' | 'ignoreDefaultArgs'>
>;

/** A worker of a whole run ends its browsers as it ends; a file that is run alone closes each. */
const keepsBrowsers = process.env.MOCHA_WORKER_ID !== undefined;
const MOST_KEPT = 3;
const kept: { readonly browser: Browser; readonly start: string }[] = [];

/**
 * A browser that nobody uses. One that was started in this way and given back is taken again: to
 * start another takes as long as to load a page. What people do in a browser ends with its context.
 */
export async function takeBrowser(start: Start): Promise<Browser> {
  const found = kept.findIndex((one) => one.start === JSON.stringify(start));
  const taken = found < 0 ? undefined : kept.splice(found, 1)[0]!.browser;
  return taken?.isConnected() ? taken : chromium.launch({ ...start });
}

/** Ends what was done in a browser, and keeps the browser for the next who wants one like it. */
export async function giveBack(
  browser: Browser,
  { start, context }: { readonly start: Start; readonly context: BrowserContext },
): Promise<void> {
  if (!keepsBrowsers || !browser.isConnected()) return browser.close();
  await context.close();
  kept.push({ browser, start: JSON.stringify(start) });
  if (kept.length > MOST_KEPT) await kept.shift()!.browser.close();
}
