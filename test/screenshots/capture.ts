import type { Page, Route } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { openSeat } from '../browser/support/chromium.ts';
import { startWorld } from '../support/world.ts';
import { captureDeals } from './deals.ts';
import { captureHomes } from './homes.ts';
import { captureLiveCoaching } from './liveCoaching.ts';
import { captureOutcomes } from './outcomes.ts';
import { capturePages } from './pages.ts';
import { picturesTaken, startPictures, capturePicture, WIDTH } from './pictures.ts';
import type { Answer, Shot, Size } from './shot.ts';
import { SHOTS } from './shots.ts';
import { captureSizes } from './sizes.ts';
import { captureTroubles } from './troubles.ts';

/**
 * Takes a picture of every component in every state, of the real components in the pages of the
 * local org: `npm run screenshots`, or with `-- NAME,NAME` those whose name contains one, `-- page` the
 * whole pages, `-- trouble` those of people for whom something is wrong, `-- deal` a call beside its
 * deal, `-- coaching` a call whose words raise alerts, `-- home` what each person finds on Home, `-- outcomes` the Outcomes page, `-- size` wall,
 * setup and Homes on other screens.
 */

const only = process.argv[2];
const wanted = (name: string): boolean =>
  !only || only.split(',').some((part) => name.includes(part));

await startPictures(only === undefined);
await prepare();
const world = await startWorld();
const seat = await openSeat();
try {
  // A while after the calls of the pictures began, so that each time they are taken they say the
  // same.
  await seat.page.clock.setFixedTime('2026-11-20T10:04:12Z');
  for (const size of ['wide', 'phone', 'dark'] as const) {
    await seat.page.setViewportSize({ width: WIDTH[size], height: 1000 });
    for (const alias of ['ada', 'maya', 'lena'] as const) {
      const shots = SHOTS.filter(
        ({ sizes = ['wide'], as = 'ada', name }) =>
          as === alias && sizes.includes(size) && wanted(name),
      );
      if (shots.length === 0) continue;
      await seat.page.goto(
        `${world.orgUrl}/as/${alias}/lightning/o/Opportunity/list${size === 'dark' ? '?theme=slds2-dark' : ''}`,
      );
      await seat.page.waitForFunction(
        () => 'make' in ((globalThis as { platform?: object }).platform ?? {}),
      );
      await seat.page.getByRole('table').waitFor();
      if (alias === 'maya')
        await seat.page
          .frameLocator('iframe')
          .locator('.phone-dot_registered')
          .waitFor({ state: 'attached', timeout: 15_000 });
      for (const shot of shots) await captureShot(seat.page, shot, size);
    }
  }
  if (!only || only === 'page' || only === 'trouble') {
    const today = await openSeat();
    try {
      if (only !== 'trouble') await capturePages(world, today);
      if (only !== 'page') await captureTroubles(world, today);
    } finally {
      await today.close();
    }
  }
} finally {
  await seat.close();
  await world.stop();
}
if (!only || only === 'deal') await captureDeals();
if (!only || only === 'coaching') await captureLiveCoaching();
if (!only || only === 'home') await captureHomes();
if (!only || only === 'size') await captureSizes();
if (!only || only === 'outcomes') await captureOutcomes();
process.stdout.write(`${await picturesTaken()}\n`);

async function captureShot(
  page: Page,
  { name, tag, properties, click = [], choose, type, answers = {}, shows }: Shot,
  size: Size,
): Promise<void> {
  const answering = (route: Route): Promise<void> => answer(route, answers);
  await page.route('**/api/**', answering);
  await page.evaluate(
    ({ tagName, given }) => {
      const { make } = (
        globalThis as unknown as {
          platform: { make(tag: string, properties: object): HTMLElement };
        }
      ).platform;
      const stage = document.createElement('div');
      stage.id = 'stage';
      stage.style.cssText =
        'padding: 1rem; max-width: 44rem; background: var(--slds-g-color-surface-container-1, #fff)';
      // The utility bar stays on the screen and would lie across what is long.
      document.querySelector<HTMLElement>('.page-utility')?.style.setProperty('position', 'static');
      stage.append(make(tagName, given));
      document.querySelector('main')!.replaceChildren(stage);
    },
    { tagName: tag, given: properties },
  );
  const stage = page.locator('#stage');
  for (const selector of [click].flat()) await stage.locator(selector).first().click();
  if (choose) await stage.locator(choose[0]).first().selectOption(choose[1]);
  if (type) await stage.locator(type[0]).first().fill(type[1]);
  if (shows) await stage.getByText(shows).first().waitFor({ timeout: 10_000 });
  await page.mouse.move(0, 0);
  await capturePicture(page, `${name}${size === 'wide' ? '' : `-${size}`}`, '#stage');
  await page.unroute('**/api/**', answering);
}

/**
 * Answers in the place of the server what the shot says; a request that is left without an answer
 * ends with its page.
 */
async function answer(route: Route, answers: Readonly<Record<string, Answer>>): Promise<void> {
  const request = route.request();
  const given = answers[`${request.method()} ${new URL(request.url()).pathname}`];
  if (given === 'never') return;
  if (!given) return route.continue();
  const headers = { 'access-control-allow-origin': request.headers().origin ?? '*' };
  return 'data' in given
    ? route.fulfill({ json: given.data, headers })
    : route.fulfill({ status: given.status, json: { error: given.error }, headers });
}
