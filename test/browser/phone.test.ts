import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { leaveAs, liveCallOf, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';

/** Dana's own, as the carrier dials it. */
const OWN_PHONE = '+14155550199';
const WIDTH = 390;

describe('a supervisor in the Salesforce mobile app, 390 px wide', function () {
  this.timeout(600_000);
  let world: World;
  let seat: Seat;
  let callId: string;

  before(async () => {
    await prepare();
    world = await startWorld();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    await world.carrierControl('POST', 'scripts', {
      address: OWN_PHONE,
      script: { toneHz: 800, ringMs: 100, presses: '1' },
    });
    seat = await openSeat({ width: WIDTH, height: 844 });
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const open = (page: string): Promise<unknown> =>
    seat.page.goto(`${world.orgUrl}/as/dana/lightning/${page}?formFactor=Small`);
  const dana = () => world.as('dana');
  const ownIntervention = async (): Promise<string | undefined> =>
    (await dana().call(callId)).body.interventions.find(
      ({ supervisor }) => supervisor.name === 'Dana Whitfield',
    )?.interventionId;
  const monitors = (): Promise<string> =>
    until('Dana monitors by her own phone', async () => {
      const id = await ownIntervention();
      return id && modeOf(await dana().call(callId), id) === 'monitor' ? id : undefined;
    });
  async function fitsThePhone(): Promise<void> {
    await until('nothing is wider than the page', () =>
      seat.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
    assert.deepEqual(await violations(seat.page), []);
  }

  it('has no utility bar, and so no softphone', async () => {
    await open('n/Dealside_Live_Wall');
    await seat.page.locator('.body .row', { hasText: 'Lena Brandt' }).waitFor();
    assert.equal(await seat.page.locator('.page-utility, iframe').count(), 0);
    await fitsThePhone();
  });

  it('joins from the live wall by their own phone', async () => {
    await seat.page
      .locator('.body .row', { hasText: 'Lena Brandt' })
      .locator('[data-action="join"]')
      .click();
    await leaveAs(dana(), callId, await monitors());
  });

  it('joins from the deal by their own phone, and whispers there', async () => {
    const { opportunityId } = (await dana().call(callId)).body.opportunity!;
    await open(`r/Opportunity/${opportunityId}/view`);
    await seat.page.locator('c-live-calls [data-action="join"]').first().click();
    const id = await monitors();
    await seat.page.locator('label[data-mode="whisper"]').first().click();
    await until('Dana whispers', async () => modeOf(await dana().call(callId), id) === 'whisper');
    await fitsThePhone();
    await leaveAs(dana(), callId, id);
  });

  it('reads the record of an intervention, which has a page of its own there', async () => {
    const [record] = await until('the intervention is in the org', async () => {
      const all = await world.orgControl<{ Id: string; Name: string }[]>(
        'records/Call_Intervention__c',
      );
      return all.length > 0 ? all : undefined;
    });
    await open(`r/Call_Intervention__c/${record!.Id}/view`);
    await seat.page.locator('.page-title', { hasText: record!.Name }).waitFor();
    await fitsThePhone();
  });
});
