import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const DOCS = fileURLToPath(new URL('../../docs/images', import.meta.url));
const OTHERS = fileURLToPath(new URL('../../.dealside/screenshots', import.meta.url));

/** The pictures that documents show, which are kept with them. */
const IN_DOCS: readonly string[] = [
  'coaching-joined',
  'coaching-rep',
  'coaching-wall',
  'deal-opportunity',
  'deal-rep',
  'deal-softphone',
  'deal-wall',
  'deal-wall-german',
  'home-admin',
  'home-coach',
  'home-investigator',
  'home-quality-analyst',
  'home-revops',
  'home-specialist',
  'incidents-open',
  'setup',
  'simulation-done',
];

/** The width of the pictures of components, by size. */
export const WIDTH = { wide: 900, phone: 320, dark: 900 };

const taken: string[] = [];

/** @param afresh whether those of an earlier run go first */
export async function startPictures(afresh: boolean): Promise<void> {
  if (afresh) await rm(OTHERS, { recursive: true, force: true });
  await mkdir(OTHERS, { recursive: true });
}

/** Keeps the utility bar, which stays on the screen, from lying across a long page. */
export async function showWholePage(page: Page): Promise<void> {
  const style = '.page-utility:has(.page-utility-panel[hidden]) { position: static !important }';
  await page.addStyleTag({ content: style });
}

/** Pictures the first element that matches, in docs/images if a document shows it. */
export async function capturePicture(page: Page, name: string, selector: string): Promise<void> {
  const path = pathOf(name);
  await page.locator(selector).first().screenshot({ path, animations: 'disabled' });
  taken.push(path);
}

/** Pictures what is on the screen, with the frame of Lightning and the open panel in their places. */
export async function captureScreen(page: Page, name: string): Promise<void> {
  const path = pathOf(name);
  await page.screenshot({ path, animations: 'disabled' });
  taken.push(path);
}

const pathOf = (name: string): string =>
  join(IN_DOCS.includes(name) ? DOCS : OTHERS, `${name}.png`);

/** How many pictures this run took, their size, and where they are. */
export async function picturesTaken(): Promise<string> {
  let bytes = 0;
  for (const file of taken) bytes += (await stat(file)).size;
  return `${taken.length} pictures, ${(bytes / 1_000_000).toFixed(1)} MB: those of the documents in ${DOCS}, the others in ${OTHERS}`;
}
