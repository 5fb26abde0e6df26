import type { Page } from 'playwright-core';
import { openSeat } from '../browser/support/chromium.ts';
import { softphoneFrame, TONE } from '../browser/support/ear.ts';
import { becomesLive, identityOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { captureScreen } from './pictures.ts';

/** The customer of the deal. */
const MARCUS = '+12065550187';
const SCREENS = {
  '': { width: 1_280, height: 900, theme: 'slds1' },
  '-phone': { width: 390, height: 844, theme: 'slds1' },
  '-dark': { width: 1_280, height: 900, theme: 'slds2-dark' },
} as const;

/**
 * A call whose words raise alerts: the wall of a manager who is not on it, the same once on it, and
 * what the rep sees; on a laptop, as wide as a phone and in the dark theme.
 */
export async function captureLiveCoaching(): Promise<void> {
  const world = await startWorld({ tls: true, setting: { Transcribe_Calls__c: true } });
  const seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
  const { page } = seat;
  page.setDefaultTimeout(60_000);
  try {
    const record = await talkOf(world);
    const rep = await page.context().newPage();
    const home = 'lightning/page/home';
    for (const [suffix, { width, height, theme }] of Object.entries(SCREENS)) {
      await Promise.all([page, rep].map((one) => one.setViewportSize({ width, height })));
      await open(page, `${world.orgUrl}/as/maya/${home}?theme=${theme}`);
      const needing = page.locator('c-attention-queue .row');
      await needing.getByText('Asks for a manager', { exact: false }).first().waitFor();
      await needing.first().evaluate((row) => row.scrollIntoView({ block: 'nearest' }));
      await take(page, `coaching-wall${suffix}`);

      await needing.locator('[data-action="join-attention"]').click();
      const monitor = softphoneFrame(page).locator('[data-confirmed-mode="monitor"]');
      await monitor.waitFor({ state: 'attached' });
      await page.locator('c-call-words .line').nth(2).waitFor();
      await take(page, `coaching-joined${suffix}`);

      await open(rep, `${world.orgUrl}/as/lena/${record}?theme=${theme}`);
      const card = rep.locator('c-call-cues .card').first();
      await card.waitFor();
      await card.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await take(rep, `coaching-rep${suffix}`);

      await page.locator('[data-action="leave"]').first().click();
      await monitor.waitFor({ state: 'detached' });
    }
  } finally {
    await seat.close();
    await world.stop();
  }
}

/** Begins the call; returns the path of its deal. */
async function talkOf(world: World): Promise<string> {
  await world.carrierControl('POST', 'scripts', {
    address: MARCUS,
    script: { voice: 'marcus', ringMs: 100, firstPauseMs: 700, takesTurns: true },
  });
  const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const opportunityId = deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id;
  const lena = world.as('lena');
  const { callId, params } = await lena
    .placeCall({ opportunityId })
    .then(({ body }) => ({ callId: body.call.callId, params: body.connect.params }));
  await world.carrierControl('POST', 'calls', {
    from: `client:${await identityOf(lena)}`,
    params,
    script: { voice: 'lena', firstPauseMs: 12_000, takesTurns: true },
  });
  await becomesLive(world, 'lena', callId);
  return `lightning/r/Opportunity/${opportunityId}/view`;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await captureScreen(page, name);
}
