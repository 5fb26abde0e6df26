import { openSeat } from '../browser/support/chromium.ts';
import { writeRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { workADay } from '../support/workDay.ts';
import { startWorld, type World } from '../support/world.ts';
import { showWholePage, capturePicture } from './pictures.ts';

/** Whose Home is pictured, by what the picture is called. */
const HOMES = {
  admin: 'ada',
  revops: 'rosa',
  'quality-analyst': 'quinn',
  coach: 'cora',
  specialist: 'sven',
  investigator: 'ines',
} as const;

/**
 * Home of each person, with a finished call and a live one; administrators' setup; the same on a
 * phone, and in German.
 */
export async function captureHomes(): Promise<void> {
  const world = await startWorld({ env: { RECORD_CALLS: 'on' } });
  const seat = await openSeat();
  const { page } = seat;
  page.setDefaultTimeout(20_000);
  const take = async (name: string, alias: string, path: string, width = 1_280) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${world.orgUrl}/as/${alias}/lightning/${path}`);
    await page.locator('.slds-card__header-title').first().waitFor();
    await page.waitForFunction(() => document.querySelector('lightning-spinner') === null);
    await page.mouse.move(0, 0);
    await showWholePage(page);
    await capturePicture(page, name, 'main');
  };
  try {
    await take('home-quality-analyst-empty', 'quinn', 'page/home');
    await workADay(world);
    await recordingIsKept(world);
    await writeRule(world, 'Covert_Investigation', {
      Active__c: true,
      Covert_Purpose__c: 'Case 42',
      Covert_Ends_On__c: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    });
    await world.as('ada').ask('POST', '/api/policy/refresh');
    await liveCallOf(world, 'ravi', 'Halcyon');
    for (const [name, alias] of Object.entries(HOMES)) {
      await take(`home-${name}`, alias, 'page/home');
      await take(`home-${name}-phone`, alias, 'page/home', 390);
    }
    await take('setup', 'ada', 'n/Dealside_Setup');
    await take('setup-phone', 'ada', 'n/Dealside_Setup', 390);
    await take('home-supervisor-phone', 'maya', 'n/Dealside_Live_Wall', 390);
    await take('home-supervisor-german', 'jonas', 'page/home');
  } finally {
    await seat.close();
    await world.stop();
  }
}

async function recordingIsKept(world: World): Promise<void> {
  await until('the recording is kept', async () => {
    const { body } = await world
      .as('quinn')
      .ask<{ calls: { recordings: object[] }[] }>('GET', '/api/finished-calls');
    return (body.calls[0]?.recordings.length ?? 0) > 0;
  });
}
