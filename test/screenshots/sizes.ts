import { openSeat } from '../browser/support/chromium.ts';
import { softphoneFrame, TONE } from '../browser/support/ear.ts';
import { liveCallOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { capturePicture } from './pictures.ts';

/** Browsers as people have them: the size of the page in CSS px, and the theme. */
const BROWSERS = {
  laptop: { width: 1_366, height: 768, theme: 'slds1' },
  dark: { width: 1_280, height: 900, theme: 'slds2-dark' },
  /** 1280 by 900 at 200 %. */
  'zoom-200': { width: 640, height: 450, theme: 'slds1' },
  phone: { width: 390, height: 844, theme: 'slds1' },
} as const;

/**
 * The live wall with the call bar, Dealside Setup and Homes on a low screen, in the dark theme, at
 * 200 % and as wide as a phone, as far as the screen reaches.
 */
export async function captureSizes(): Promise<void> {
  const world = await startWorld({ tls: true });
  const seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
  const { page } = seat;
  page.setDefaultTimeout(30_000);
  try {
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    await callsOf(world);
    for (const [name, { width, height, theme }] of Object.entries(BROWSERS)) {
      await page.setViewportSize({ width, height });
      const open = async (alias: string, path: string): Promise<void> => {
        await page.goto(`${world.orgUrl}/as/${alias}/lightning/${path}?theme=${theme}`);
        await page.locator('.slds-card__header-title').first().waitFor();
        await page.waitForFunction(() => document.querySelector('lightning-spinner') === null);
      };
      const take = async (what: string): Promise<void> => {
        await page.mouse.move(0, 0);
        await capturePicture(page, `size-${what}-${name}`, 'body');
      };
      await open('maya', 'page/home');
      await softphoneFrame(page).locator('.phone-dot_registered').waitFor({ state: 'attached' });
      await page.locator('.body .row').first().waitFor();
      await take('wall');
      await page
        .locator('.body .row')
        .first()
        .getByRole('button', { name: /Monitor/ })
        .click();
      const anyway = page.locator('[data-action="join-anyway"]');
      const monitor = softphoneFrame(page).locator('[data-confirmed-mode="monitor"]');
      await anyway.or(page.locator('c-call-bar .now')).first().waitFor();
      if (await anyway.isVisible()) await anyway.click();
      await monitor.waitFor({ state: 'attached' });
      await take('wall-and-call-bar');
      await page.locator('[data-action="leave"]').first().click();
      await monitor.waitFor({ state: 'detached' });
      await open('ada', 'n/Dealside_Setup');
      await take('setup');
      for (const alias of ['ada', 'rosa', 'quinn', 'ravi']) {
        await open(alias, 'page/home');
        await take(`home-${alias}`);
      }
    }
  } finally {
    await seat.close();
    await world.stop();
  }
}

async function callsOf(world: World): Promise<void> {
  const callId = await liveCallOf(world, 'ravi', 'Halcyon');
  await world.as('ravi').ask('POST', `/api/calls/${callId}/help`, {
    requestId: 'help-for-the-pictures',
    reasonCode: 'pricing',
  });
  await liveCallOf(world, 'lena', 'Brightwater');
}
