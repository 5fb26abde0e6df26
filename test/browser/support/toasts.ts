import type { Page } from 'playwright-core';
import { until } from '../../support/until.ts';

interface ToastWindow {
  dealsideToasts?: string[];
  /** When each of them was first shown, in milliseconds since 1970. */
  dealsideToastsAt?: number[];
}

/**
 * Runs in the page before anything else: remembers what each toast has shown, which is gone after
 * five seconds, whether a busy machine has looked meanwhile or not.
 */
export function keepToasts(): void {
  const texts: string[] = [];
  const times: number[] = [];
  const known = new WeakSet<Element>();
  Object.assign(window, { dealsideToasts: texts, dealsideToastsAt: times });
  document.addEventListener('lightning__showtoast', () =>
    // The page shows it after this listener, which was there first.
    queueMicrotask(() => {
      for (const toast of document.querySelectorAll('.page-toasts > *')) {
        if (known.has(toast) || !toast.checkVisibility()) continue;
        known.add(toast);
        texts.push(toast.textContent ?? '');
        times.push(Date.now());
      }
    }),
  );
}

/** Waits until one toast has shown all these words since the page was loaded, or since `closeToasts`. */
export const toast = (page: Page, ...words: readonly string[]): Promise<unknown> =>
  until(`a toast shows ${words.join(' … ')}`, () =>
    page.evaluate(
      (wanted) =>
        (window as ToastWindow).dealsideToasts!.some((text) =>
          wanted.every((one) => text.includes(one)),
        ),
      words,
    ),
  );

/** Closes the toasts that are shown, and forgets those that were. */
export const closeToasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.page-toasts .slds-notify__close'))
      button.click();
    (window as ToastWindow).dealsideToasts!.length = 0;
    (window as ToastWindow).dealsideToastsAt!.length = 0;
  });

/** When a toast with these words was first shown, by the page's own clock. */
export const shownAt = (page: Page, ...words: readonly string[]): Promise<number> =>
  page.evaluate((wanted) => {
    const { dealsideToasts: texts, dealsideToastsAt: times } = window as ToastWindow;
    return times![texts!.findIndex((text) => wanted.every((one) => text.includes(one)))]!;
  }, words);
