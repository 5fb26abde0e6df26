import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { writeRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

describe('a supervisor’s open page, while an administrator changes the policy in Salesforce', function () {
  this.timeout(600_000);
  let world: World;
  let maya: Seat;
  let changedAt: number;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await liveCallOf(world, 'lena', 'Brightwater');
    maya = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    await maya.page.goto(`${world.orgUrl}/as/maya/lightning/o/Opportunity/list`);
    await maya.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    await maya.page.locator('#main table a', { hasText: 'Brightwater' }).first().click();
    await maya.page.locator('c-live-calls [data-action="join"]').first().click();
    await softphoneFrame(maya.page).locator('[data-confirmed-mode="monitor"]').waitFor();
    await panel('label[data-mode="takeover"] input:enabled').waitFor({ state: 'attached' });
    await panel('label[data-mode="barge"]').click();
    await panel('c-intervention-escalation-dialog [data-action="skip"]').click();
    await reasons().filter({ hasText: 'Large deal' }).waitFor({ state: 'attached' });
  });
  after(async () => {
    await maya?.close();
    await world?.stop();
  });

  const panel = (selector: string) => maya.page.locator('.page-utility-panel').locator(selector);
  const reasons = () => maya.page.locator('[role="option"][data-code]');
  const sayWhen = (what: string): void =>
    void process.stdout.write(
      `      ${what}: shown ${((Date.now() - changedAt) / 1_000).toFixed(1)} s after it was saved\n`,
    );

  it('has none of it before', async () => {
    assert.equal(await reasons().filter({ hasText: 'Trade-in' }).count(), 0);
    assert.equal(await maya.page.getByText('This is Maya Okafor for Lena Brandt.').count(), 0);
    changedAt = Date.now();
    await saveRecord(world.orgUrl, 'Dealside_Reason_Code.trade_in', 'Trade-in', {
      Family__c: 'Pricing',
      Sort_Order__c: 5,
      Active__c: true,
      German_Label__c: 'Inzahlungnahme',
    });
    await saveRecord(world.orgUrl, 'Dealside_Script.Hello_en', 'Hello', {
      Kind__c: 'introduction',
      Mode__c: 'barge',
      Language__c: 'en',
      Text__c: 'This is {supervisor} for {rep}.',
      Active__c: true,
    });
    await writeRule(world, 'Managers_Own_Reports', { Takeover__c: false });
  });

  it('offers the new reason by itself, in the form that is open', async () => {
    await reasons().filter({ hasText: 'Trade-in' }).waitFor({ state: 'attached' });
    sayWhen('the reason');
  });

  it('has the new script by itself, with the names of this call', async () => {
    await maya.page.getByText('This is Maya Okafor for Lena Brandt.').first().waitFor();
    sayWhen('the script');
  });

  it('offers a takeover no more by itself, since the rule does not give it', async () => {
    await panel('label[data-mode="takeover"] input:disabled').waitFor({ state: 'attached' });
    sayWhen('the rule');
  });
});
