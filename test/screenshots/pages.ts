import type { Seat } from '../browser/support/chromium.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import type { World } from '../support/world.ts';
import { showWholePage, capturePicture, type WIDTH } from './pictures.ts';
import { refused } from './shot.ts';

/** Pages as people see them, through the states of their connection. */
export async function capturePages(world: World, { page }: Seat): Promise<void> {
  const { orgUrl, carrierControl, as } = world;
  await carrierControl('POST', 'scripts', { address: '*', script: { toneHz: 400, ringMs: 100 } });
  const open = async (alias: string, path: string, size: keyof typeof WIDTH = 'wide') => {
    await page.setViewportSize({ width: size === 'phone' ? 320 : 1280, height: 900 });
    await page.goto(
      `${orgUrl}/as/${alias}/lightning/${path}${size === 'dark' ? '?theme=slds2-dark' : ''}`,
    );
  };
  const shown = (text: string) => page.getByText(text).first().waitFor({ timeout: 15_000 });
  const shoot = async (name: string) => {
    await showWholePage(page);
    await capturePicture(page, `page-${name}`, 'main');
  };

  await open('maya', 'page/home');
  await shown('No live calls');
  await shoot('wall-empty');

  const callId = await liveCallOf(world, 'lena', 'Brightwater');
  await liveCallOf(world, 'ravi', 'Halcyon');
  await as('lena').ask('POST', `/api/calls/${callId}/help`, {
    requestId: 'help-for-the-picture',
    reasonCode: 'pricing',
    note: 'Wants 20% off.',
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
  const refusal = { error: refused('user_inactive') };
  const headers = { 'access-control-allow-origin': orgUrl };
  await page.route('**/api/live', (route) =>
    route.fulfill({ status: 403, json: refusal, headers }),
  );
  await open('maya', 'page/home');
  await shown(refusal.error.message);
  await shoot('wall-refused');
  await page.unroute('**/api/live');
  const ADMIN_TABS = ['Policy', 'Simulator', 'Audit', 'Latency', 'Audio_Check'];
  for (const tab of ADMIN_TABS) {
    await open('ada', `n/Dealside_${tab}`);
    await page.locator('lightning-spinner').first().waitFor({ state: 'detached', timeout: 15_000 });
    await shoot(`admin-${tab.toLowerCase().replace('_', '-')}`);
  }
}
