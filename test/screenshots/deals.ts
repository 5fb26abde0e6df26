import { openSeat } from '../browser/support/chromium.ts';
import { softphoneFrame, TONE } from '../browser/support/ear.ts';
import { liveCallOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { capturePicture, captureScreen } from './pictures.ts';

/** What a call needs to be pictured in the language of its supervisor. */
interface Scene {
  readonly manager: string;
  readonly rep: string;
  readonly deal: string;
  /** Typed to find the reason of the barge. */
  readonly reason: string;
  readonly suffix: string;
}

const SCENES: readonly Scene[] = [
  { manager: 'maya', rep: 'ravi', deal: 'Halcyon', reason: 'Large deal', suffix: '' },
  { manager: 'jonas', rep: 'mila', deal: 'Alpine', reason: 'Große Opp', suffix: '-german' },
];

/**
 * A call in a supervisor's real browser with a softphone, as documents show it: the wall, the deal
 * during a barge, the softphone, what the rep sees, and the outcome; in English and in German.
 */
export async function captureDeals(): Promise<void> {
  const world = await startWorld({ tls: true });
  try {
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    for (const scene of SCENES) await captureCall(world, scene);
  } finally {
    await world.stop();
  }
}

async function captureCall(world: World, scene: Scene): Promise<void> {
  const { orgUrl, carrierCertificate: trusts, as } = world;
  const { manager, rep, deal, reason, suffix } = scene;
  const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const record = `lightning/r/Opportunity/${deals.find(({ Name }) => Name.startsWith(deal))!.Id}/view`;
  const callId = await liveCallOf(world, rep, deal);
  await as(rep).ask('POST', `/api/calls/${callId}/help`, {
    requestId: `help-for-the-picture-of-${rep}`,
    reasonCode: 'pricing',
  });
  if (manager === 'maya') await liveCallOf(world, 'lena', 'Brightwater');
  const seat = await openSeat({ toneHz: TONE.supervisor, trusts });
  const { page } = seat;
  page.setDefaultTimeout(20_000);
  await page.setViewportSize({ width: 1_280, height: 900 });
  const take = async (name: string, selector?: string) => {
    await page.mouse.move(0, 0);
    const picture = `deal-${name}${suffix}`;
    await (selector ? capturePicture(page, picture, selector) : captureScreen(page, picture));
  };
  const confirmed = (mode: string) =>
    softphoneFrame(page).locator(`[data-confirmed-mode="${mode}"]`).waitFor({ state: 'attached' });
  const ready = () =>
    page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });
  try {
    await page.goto(`${orgUrl}/as/${manager}/lightning/page/home`);
    await ready();
    await page.locator('.help').first().waitFor();
    await take('wall');
    await page.goto(`${orgUrl}/as/${manager}/${record}`);
    await ready();
    await page.locator('[data-action="join"]').first().click();
    await confirmed('monitor');
    await page.locator('label[data-mode="barge"]').click();
    await page.locator('[data-action="skip"]').click();
    await page.locator('.page-utility-panel input[role="combobox"]').fill(reason);
    await page.locator('.page-utility-panel').getByRole('option').first().click();
    await take('reason');
    await page.locator('[data-action="confirm"]').click();
    await confirmed('barge');
    await take('opportunity');
    await take('softphone', '.page-utility-panel');

    const second = await page.context().newPage();
    await second.setViewportSize({ width: 1_280, height: 900 });
    await second.goto(`${orgUrl}/as/${rep}/${record}`);
    await second.locator('.page-utility-button').waitFor();
    await second.locator('c-rep-supervision-notice lightning-card').first().waitFor();
    await softphoneFrame(second).locator('.phone-dot_registered').waitFor({ state: 'attached' });
    // What the rep reads on the page is beneath the open panel.
    const panel = second.locator('.page-utility-panel');
    if (await panel.isVisible()) await second.locator('.page-utility-button').click();
    await captureScreen(second, `deal-rep${suffix}`);
    await second.close();

    await page.locator('[data-action="leave"]').click();
    await page.locator('c-outcome-form').first().waitFor();
    await take('outcome');
  } finally {
    await seat.close();
  }
}
