import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../../support/until.ts';
import { violations } from './axe.ts';
import { dress } from './dress.ts';
import { selectsUnderArrows } from './selects.ts';

export const SIZE = { width: 1280, height: 900 };

/** Nothing is found wrong on the page by axe in SLDS 1, SLDS 2 and its dark mode. */
export async function isFineInAnyDesign(page: Page): Promise<void> {
  for (const theme of ['slds1', 'slds2', 'slds2-dark']) {
    await dress(page, theme);
    assert.deepEqual(await violations(page), [], theme);
    assert.deepEqual(await selectsUnderArrows(page), [], theme);
  }
  await dress(page, 'slds1');
}

/** The same on a phone, and at a zoom of 200 %, where nothing scrolls sideways. */
export async function isFineWhenNarrow(page: Page): Promise<void> {
  for (const width of [320, SIZE.width / 2]) {
    await page.setViewportSize({ width, height: 640 });
    await until(`the page is no wider than ${width}`, () =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
    assert.deepEqual(await violations(page), [], String(width));
  }
  await page.setViewportSize(SIZE);
}

/** All that the page asked for has come, or a minute is over. */
export const isLoaded = (page: Page): Promise<unknown> =>
  page
    .locator('lightning-spinner')
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 })
    .catch(() => undefined);
