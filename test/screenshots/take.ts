import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { buildLightning } from '../../local/org/lightning/build.ts';
import { buildSoftphone } from '../../softphone/build.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { takeSeat, type Seat } from '../browser/support/chromium.ts';
import type { Answer, Shot, Size } from './shot.ts';
import { SHOTS } from './shots.ts';

/**
 * Takes a picture of every component in every state, of the real components in the pages of the
 * local org.
 */

const IMAGES = fileURLToPath(new URL('../../docs/images/components', import.meta.url));
const WIDTH = { wide: 900, phone: 320, dark: 900 };

const only = process.argv[2];
const wanted = (name: string): boolean => !only || name.includes(only);

await rm(only ? join(IMAGES, '.none') : IMAGES, { recursive: true, force: true });
await mkdir(IMAGES, { recursive: true });
await Promise.all([buildLightning(), buildSoftphone()]);
const world = await startWorld();
const seat = await takeSeat();
const taken: string[] = [];
try {
  // A while after the calls of the pictures began, so that each time they are taken they say the
  // same.
  await seat.page.clock.setFixedTime('2026-11-20T10:04:12Z');
  for (const size of ['wide', 'phone', 'dark'] as const) {
    await seat.page.setViewportSize({ width: WIDTH[size], height: 1000 });
    for (const alias of ['ada', 'maya'] as const) {
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
      for (const shot of shots) await takeShot(seat.page, shot, size);
    }
  }
  if (!only || only === 'page') {
    const today = await takeSeat();
    await takePages(world, today).finally(() => today.close());
  }
} finally {
  await seat.close();
  await world.stop();
}
let bytes = 0;
for (const file of taken) bytes += (await stat(file)).size;
process.stdout.write(
  `${taken.length} pictures, ${(bytes / 1_000_000).toFixed(1)} MB, in ${IMAGES}\n`,
);

async function takeShot(
  page: Page,
  { name, tag, properties, click = [], choose, answers = {}, shows }: Shot,
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
  if (shows) await stage.getByText(shows).first().waitFor({ timeout: 10_000 });
  await page.mouse.move(0, 0);
  await picture(page, `${name}${size === 'wide' ? '' : `-${size}`}`, '#stage');
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

async function picture(page: Page, name: string, selector: string): Promise<void> {
  const path = join(IMAGES, `${name}.png`);
  await page.locator(selector).first().screenshot({ path, animations: 'disabled' });
  taken.push(path);
}

/** Pages as people see them, through the states of their connection. */
async function takePages({ orgUrl, carrierControl, as }: World, { page }: Seat): Promise<void> {
  await carrierControl('POST', 'scripts', { address: '*', script: { toneHz: 400, ringMs: 100 } });
  const open = async (alias: string, path: string, size: keyof typeof WIDTH = 'wide') => {
    await page.setViewportSize({ width: size === 'phone' ? 320 : 1280, height: 900 });
    await page.goto(
      `${orgUrl}/as/${alias}/lightning/${path}${size === 'dark' ? '?theme=slds2-dark' : ''}`,
    );
  };
  const shown = (text: string) => page.getByText(text).first().waitFor({ timeout: 15_000 });
  const shoot = async (name: string) => {
    // The utility bar stays on the screen and would lie across a long page.
    await page
      .addStyleTag({ content: '.page-utility { position: static !important }' })
      .catch(() => undefined);
    await picture(page, `page-${name}`, 'main');
  };

  await open('maya', 'page/home');
  await shown('No live calls');
  await shoot('wall-empty');

  const callId = await liveCallOf(world, 'lena', 'Brightwater');
  await liveCallOf(world, 'ravi', 'Halcyon');
  await as('lena').ask('POST', `/api/calls/${callId}/help`, {
    requestId: 'help-for-the-picture',
    reasonCode: 'pricing',
    note: 'Wants 20 % off.',
  });
  const opportunities =
    await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const record = `r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
  for (const size of ['wide', 'phone', 'dark'] as const) {
    const suffix = size === 'wide' ? '' : `-${size}`;
    await open('maya', 'page/home', size);
    await shown('Needs help');
    await shoot(`wall-live${suffix}`);
    await open('maya', record, size);
    await shown('Lena Brandt with Marcus Hale');
    await shoot(`record-live${suffix}`);
  }
  await superviseAs(world, as('maya'), callId);
  for (const size of ['wide', 'phone', 'dark'] as const) {
    await open('lena', record, size);
    await shown('Maya Okafor is listening.');
    await shoot(`rep-notice${size === 'wide' ? '' : `-${size}`}`);
  }
  await open('maya', record);
  await shown('Now: Monitor');
  await shoot('record-supervising');

  await page.route('**/api/live', () => undefined);
  await open('maya', 'page/home');
  await page.locator('lightning-spinner').first().waitFor();
  await shoot('wall-loading');
  await page.unroute('**/api/live');
  await page.route('**/api/live', (route) => route.abort());
  await open('maya', 'page/home');
  await shown('reconnecting');
  await shoot('wall-reconnecting');
  await page.unroute('**/api/live');
  const refusal = {
    error: {
      code: 'user_inactive',
      message: 'Your Salesforce user is not active.',
      hint: 'Ask your administrator.',
    },
  };
  const headers = { 'access-control-allow-origin': orgUrl };
  await page.route('**/api/live', (route) =>
    route.fulfill({ status: 403, json: refusal, headers }),
  );
  await open('maya', 'page/home');
  await shown('Your Salesforce user is not active.');
  await shoot('wall-refused');
  await page.unroute('**/api/live');
  await open('rosa', 'page/home');
  await shown('The live wall is for supervisors');
  await shoot('wall-not-allowed');

  for (const name of ['policy', 'simulator', 'audit', 'latency', 'audio-check']) {
    await open('ada', `n/c-admin-${name}`);
    await page.locator('lightning-spinner').first().waitFor({ state: 'detached', timeout: 15_000 });
    await shoot(`admin-${name}`);
    await open('maya', `n/c-admin-${name}`);
    await shown('This page is for Dealside administrators');
    if (name === 'policy') await shoot('admin-refused');
  }
}
