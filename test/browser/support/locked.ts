import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { loadLabels } from '../../../local/org/deploy/labels.ts';

export const LABELS = loadLabels(fileURLToPath(new URL('../../../force-app', import.meta.url)));

/** What the screens say to a person who may not have what stands there. */
export const LOCKED = [
  'Dealside_LiveCallsNotAllowed',
  'Dealside_LiveCallsNotAllowedText',
  'Dealside_WallNotAllowed',
  'Dealside_AdminNotAllowed',
  'Dealside_AdminNotAllowedText',
  'Dealside_PermissionsNotAllowed',
].map((name) => LABELS.get(name)!);

/** The words and locks on the page that say that something is not for this person. */
export async function lockedThings(page: Page): Promise<string[]> {
  const text = await page.locator('#main').innerText();
  const locks = await page.locator('#main .slds-icon-utility-lock').count();
  return [...LOCKED.filter((words) => text.includes(words)), ...Array(locks).fill('a lock')];
}
