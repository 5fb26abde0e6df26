import pg from 'pg';
import { addSampleOnce } from '../../local/machine/sample/addSample.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { createDealTotals } from '../../server/store/outcomes/dealResults.ts';
import { createRatings } from '../../server/store/outcomes/ratings.ts';
import { openSeat } from '../browser/support/chromium.ts';
import { until } from '../support/until.ts';
import { startWorld } from '../support/world.ts';
import { showWholePage, capturePicture } from './pictures.ts';

const PAGE = 'n/Dealside_Outcomes';
/** Fewer than the sample has. */
const RATINGS = 3_000;

/**
 * The Outcomes page without calls, with the calls that a newcomer finds, of few calls, with the calls
 * behind a number, on a phone, as narrow as a page can be, dark, in German, and as it is printed.
 */
export async function captureOutcomes(): Promise<void> {
  const world = await startWorld();
  const seat = await openSeat();
  const { page } = seat;
  page.setDefaultTimeout(30_000);
  const open = async (alias: string, query: string, width: number) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${world.orgUrl}/as/${alias}/lightning/${PAGE}${query}`);
    await page.locator('c-outcome-page').first().waitFor();
    await page.waitForFunction(() => document.querySelector('lightning-spinner') === null);
    await page.mouse.move(0, 0);
    await showWholePage(page);
  };
  const take = async (name: string, alias: string, query = '', width = 1_280) => {
    await open(alias, query, width);
    await capturePicture(page, `outcomes-${name}`, 'main');
  };
  try {
    await take('empty', 'rosa');
    await addSampleOnce(world.databaseUrl, world.orgUrl);
    const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
    await until(
      'the server reads what customers said',
      async () => (await createRatings(pool).counts(LOCAL_ORG_ID)).joined > RATINGS,
      { timeoutMs: 400_000, everyMs: 2_000 },
    );
    await createCallDays(pool).countDue(1_000);
    await createDealTotals(pool).countDue(1_000_000);
    await pool.end();
    await take('full', 'rosa', '?c__days=365');
    await page.locator('c-outcome-page [data-key="takeover"]').click();
    await page.locator('c-outcome-calls tbody tr').first().waitFor();
    await showWholePage(page);
    await capturePicture(page, 'outcomes-calls', 'c-outcome-calls');
    await page.pdf({ path: '.dealside/screenshots/outcomes-printed.pdf', format: 'A4' });
    await take('few', 'tomas', '?c__days=30&c__mode=takeover');
    await take('phone', 'rosa', '?c__days=365&formFactor=Small', 390);
    await take('narrow', 'rosa', '?c__days=365&formFactor=Small', 320);
    await take('dark', 'rosa', '?c__days=365&theme=slds2-dark');
    await take('german', 'jonas', '?c__days=365');
  } finally {
    await seat.close();
    await world.stop();
  }
}
