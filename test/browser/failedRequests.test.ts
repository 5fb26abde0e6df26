import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

const FAILED = 'Something went wrong on our side. Nothing was changed.';
const AGAIN = 'Try again in a moment.';
const LINE = 'Offer the second year.';
const NUMBER = '+1 415 555 0142';

/** Statements that have the database refuse something to the server, and allow it again. */
interface Fault {
  readonly begins: string;
  readonly ends: string;
}
const mayNot = (right: string, table: string): Fault => ({
  begins: `revoke ${right} on "${table}" from dealside_app`,
  ends: `grant ${right} on "${table}" to dealside_app`,
});
const mayNotChange = (table: string, column: string): Fault => ({
  begins: `create function refuse() returns trigger language plpgsql
             as $$ begin raise exception 'refused by this test'; end $$;
           create trigger refuse before update on "${table}" for each row
             when (new."${column}" is distinct from old."${column}") execute function refuse()`,
  ends: 'drop function refuse() cascade',
});

interface Alert {
  readonly alertId: string;
  readonly ruleName: string;
  readonly words: readonly string[];
  readonly mark?: string;
}

describe('a request at which the server fails', () => {
  let world: World;
  let callId: string;
  const seats: Seat[] = [];

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, setting: { Transcribe_Calls__c: true } });
    await world.as('ada').ask('POST', '/api/alert-rules/refresh', {});
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(async () => {
    await Promise.all(seats.map((seat) => seat.close()));
    await world?.stop();
  });

  async function opens(alias: string, path: string, toneHz?: number): Promise<Seat> {
    const seat = await openSeat({ ...(toneHz && { toneHz }), trusts: world.carrierCertificate });
    seats.push(seat);
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/${path}`);
    return seat;
  }
  async function during(fault: Fault, act: () => Promise<void>): Promise<void> {
    await world.database(fault.begins);
    try {
      await act();
    } finally {
      await world.database(fault.ends);
    }
  }
  async function says(where: Locator): Promise<void> {
    await where.getByText(FAILED).first().waitFor();
    await where.getByText(AGAIN).first().waitFor();
  }
  const isRegistered = ({ page }: Seat) =>
    page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });

  it('says on a page that could not be read what happened, and reads it by a click', async () => {
    let rosa: Seat | undefined;
    await during(mayNot('select', 'CallDay'), async () => {
      rosa = await opens('rosa', 'n/Dealside_Outcomes');
      await says(rosa.page.locator('c-outcome-page'));
    });
    await rosa!.page.locator('c-outcome-page [data-action="retry"]').click();
    await rosa!.page.getByText('No answered calls in this period').first().waitFor();
    assert.equal(await rosa!.page.getByText(FAILED).count(), 0);
  });

  it('keeps the line that a supervisor wrote to the rep, says what happened, and sends it by the same button', async () => {
    const maya = await opens('maya', 'page/home', TONE.supervisor);
    await isRegistered(maya);
    await maya.page.locator(`c-live-wall [data-action="join"][data-call-id="${callId}"]`).click();
    await softphoneFrame(maya.page)
      .locator('[data-confirmed-mode="monitor"]')
      .waitFor({ state: 'attached' });
    const bar = maya.page.locator('.page-utility-panel c-call-bar');
    const field = bar.locator('input[maxlength="500"]');
    await during(mayNotChange('Call', 'textWhispers'), async () => {
      await field.fill(LINE);
      await bar.locator('[data-action="send-text"]').click();
      await says(bar);
      await until('the line is in its field', async () => (await field.inputValue()) === LINE);
    });
    await bar.locator('[data-action="send-text"]').click();
    await bar.locator('.line', { hasText: LINE }).waitFor();
    assert.equal(await field.inputValue(), '');
    assert.equal(await bar.getByText(FAILED).count(), 0);
  });

  it('keeps what a supervisor thinks of an alert of a live call, by the same button and after a reload', async () => {
    const dana = world.as('dana');
    await superviseAs(world, dana, callId);
    const { page } = await opens('dana', 'page/home');
    const alerts = async (): Promise<readonly Alert[]> =>
      (await dana.ask<{ alerts: Alert[] }>('GET', `/api/calls/${callId}/words`)).body.alerts;
    const [useful, useless] = await until('two rules are raised by what was said', async () => {
      const said = (await alerts()).filter(({ words }) => words.length > 0);
      const [first, ...others] = said;
      const second = others.find(({ ruleName }) => ruleName !== first!.ruleName);
      return first && second ? [first, second] : undefined;
    });
    /** The alert with the words that raised it. */
    const shown = ({ alertId, words }: Alert) =>
      page.locator(`c-live-wall c-call-words .alert[data-place="${alertId}"]`, {
        hasText: `“${words.join(' … ')}”`,
      });

    await shown(useful).waitFor();
    await during(mayNotChange('CallAlert', 'mark'), async () => {
      await shown(useful).locator('[data-action="useful"]').click();
      await says(shown(useful));
    });
    await shown(useful).locator('[data-action="useful"]').click();
    await shown(useless).locator('[data-action="not-useful"]').click();
    await shown(useless).getByText('Marked: Not useful').waitFor();
    await page.reload();
    await shown(useful).getByText('Marked: Useful').waitFor();
    await shown(useless).getByText('Marked: Not useful').waitFor();
    assert.equal(await shown(useful).locator('[data-action="useful"]').count(), 0);
    const kept = new Map((await alerts()).map(({ alertId, mark }) => [alertId, mark]));
    assert.deepEqual(
      [useful, useless].map((one) => kept.get(one.alertId)),
      ['useful', 'not_useful'],
    );

    await shown(useless).locator('[data-action="mute"]').click();
    const unmute = page.locator(
      `c-call-words [data-action="unmute"][data-rule="${useless.ruleName}"]`,
    );
    await unmute.waitFor();
    assert.equal(await shown(useless).count(), 0);
    await page.reload();
    await unmute.click();
    await shown(useless).waitFor();
  });

  it('keeps the number that a rep typed into the softphone, says what happened, and calls it by the same button', async () => {
    const ravi = await opens('ravi', 'page/home', TONE.rep);
    await isRegistered(ravi);
    await ravi.page.locator('.page-utility-button').first().press('Enter');
    const phone = softphoneFrame(ravi.page);
    const field = phone.locator('#number');
    const call = phone.locator('.phone-dial button[type="submit"]');
    await during(mayNot('insert', 'Dial'), async () => {
      await field.fill(NUMBER);
      await call.click();
      await says(phone.locator('.phone-problem'));
      assert.equal(await field.inputValue(), NUMBER);
    });
    await call.click();
    await phone.getByText('Priya Raman').first().waitFor();
    await phone.locator('.phone-problem').waitFor({ state: 'detached' });
  });
});
