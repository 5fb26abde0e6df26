import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';

const FAILED = 'Something went wrong on our side. Nothing was changed.';
const AGAIN = 'Try again in a moment.';

describe('a request at which the server fails', () => {
  let world: World;
  let rosa: Seat;

  before(async () => {
    await prepare();
    world = await startWorld();
    rosa = await openSeat();
  });
  after(async () => {
    await rosa?.close();
    await world?.stop();
  });

  it('says on a page that could not be read what happened, and reads it by a click', async () => {
    const page = rosa.page.locator('c-outcome-page');
    await world.database('revoke select on "CallDay" from dealside_app');
    try {
      await rosa.page.goto(`${world.orgUrl}/as/rosa/lightning/n/Dealside_Outcomes`);
      await page.getByText(FAILED).first().waitFor();
      await page.getByText(AGAIN).first().waitFor();
    } finally {
      await world.database('grant select on "CallDay" to dealside_app');
    }
    await page.locator('[data-action="retry"]').click();
    await rosa.page.getByText('No answered calls in this period').first().waitFor();
    assert.equal(await page.getByText(FAILED).count(), 0);
  });
});
