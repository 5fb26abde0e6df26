import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import type { Seat } from './support/chromium.ts';
import { levelsSince, softphoneFrame, TONE } from './support/ear.ts';
import { HEARD_DB, openRepAndManager, type RepAndManager } from './support/repAndManager.ts';

interface Due {
  interventions: { endReason?: string }[];
}

/** What the carrier speaks words with. */
const WORDS_HZ = 2050;
/** What came while a browser stood still is played within this time. */
const PLAYED_LATE_MS = 8_000;

/** A computer that falls asleep closes nothing: nobody is told, at the carrier or here. */
describe('a browser that stands still in mid-call', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let callId: string;
  let stage: RepAndManager;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    stage = await openRepAndManager(world);
    ({ rep, manager, callId } = stage);
  });
  after(async () => {
    await stage?.close();
    await world?.stop();
  });

  const wordsToCustomer = async (): Promise<readonly string[]> =>
    (await world.as('ravi').call(callId)).body.customerHeard?.at ?? [];
  const identity = () => identityOf(world.as('ravi'));
  /** In the last second, and not what had waited for the browser while it stood still. */
  const repHearsCustomer = async (wokeAt = 0): Promise<boolean> => {
    const since = Math.max(Date.now() - 1_500, wokeAt + PLAYED_LATE_MS);
    const [customers] = await levelsSince(rep.page, since, [TONE.customer]);
    return customers!.frames > 30 && customers!.median > HEARD_DB;
  };
  async function bothTalk(): Promise<void> {
    await until('the rep hears the customer', () => repHearsCustomer());
    await stage.customerHears('the rep', TONE.rep, Date.now());
    await until('nobody waits', async () => {
      const there = (await stage.room())!.participants;
      return there.length === 2 && there.every(({ hold }) => !hold);
    });
    await until('the rep is no longer waited for', async () => {
      const { status, repLoss } = (await world.as('maya').call(callId)).body;
      assert.equal(status, 'live');
      return repLoss === undefined;
    });
  }
  const isPanelOpen = async (): Promise<boolean> =>
    (await rep.page.locator('.page-utility-panel:not([hidden])').count()) > 0;
  const utility = (seat: Seat) => seat.page.locator('.page-utility-button').first();
  const action = (name: string) => manager.page.locator(`[data-action="${name}"]`).first();

  describe('of a supervisor who has barged in', () => {
    let thaw: () => void;

    it('is silenced and off the call, and rep and customer talk on', async () => {
      await stage.bargesIn();

      thaw = await manager.freeze();
      await until(
        'only rep and customer are on the call',
        async () => (await stage.labels()) === 'customer,rep',
      );
      const endReason = await until(
        'the intervention has ended',
        async () =>
          (await world.as('maya').ask<Due>('GET', '/api/interventions')).body.interventions[0]
            ?.endReason,
      );
      assert.equal(endReason, 'connection_lost');
      await stage.customerHears('the rep', TONE.rep, Date.now());
      await until('the rep reads of no supervisor', async () =>
        (await utility(rep).innerText()).trim().startsWith('Dealside Phone'),
      );
    });

    it('says so when it wakes, and lets the customer hear nothing of them', async () => {
      const since = Date.now();
      thaw();
      await manager.page
        .getByText('Your softphone lost its connection, so you were removed from the call.')
        .waitFor();
      await action('join').waitFor();
      await softphoneFrame(manager.page)
        .locator('[data-confirmed-mode]')
        .waitFor({ state: 'detached' });
      await stage.customerHears('the rep', TONE.rep, Date.now());
      assert.ok((await stage.customersEar(TONE.supervisor, since)) < HEARD_DB);
      assert.equal(await stage.labels(), 'customer,rep');
    });
  });

  describe('of the rep', () => {
    let thaw: () => void;

    it('has the customer hear a word, and ends and holds nothing', async () => {
      const since = Date.now();
      thaw = await rep.freeze();
      await stage.customerHears('words', WORDS_HZ, since);
      const { status, repLoss } = (await world.as('maya').call(callId)).body;
      assert.deepEqual([status, repLoss], ['live', undefined]);
      assert.equal(await stage.labels(), 'customer,rep');
      assert.ok((await stage.room())!.participants.every(({ hold }) => !hold));
    });

    it('has the rep heard again when it wakes, who reads what the customer heard', async () => {
      const since = Date.now();
      thaw();
      await stage.customerHears('the rep', TONE.rep, since);
      await softphoneFrame(rep.page)
        .getByText('the customer heard “One moment, please.”')
        .waitFor({ state: 'attached' });
      assert.equal(await stage.labels(), 'customer,rep');
    });

    it('hears the customer again after a sleep of a minute, by itself or by one click', async () => {
      const wordsBefore = (await wordsToCustomer()).length;
      thaw = await rep.freeze();
      // After 10, 20, 30 and 60 s.
      await until(
        'the customer has heard four words',
        async () => (await wordsToCustomer()).length >= wordsBefore + 4,
        { timeoutMs: 180_000 },
      );
      // A network that has been away for so long has forgotten the connection for messages.
      await world.carrierControl('POST', 'drop-sockets', { identity: await identity() });
      const wokeAt = Date.now();
      thaw();
      const again = softphoneFrame(rep.page).getByRole('button', { name: 'Connect again' });
      const found = await until(
        'the rep hears the customer, or is offered to connect again',
        async () =>
          (await again.isVisible()) ? 'offered' : (await repHearsCustomer(wokeAt)) && 'heard',
      );
      if (found === 'offered') await again.press('Enter');
      await bothTalk();
    });

    it('reads that no sound arrives, and is back on the call by one click, the customer kept', async () => {
      if (await isPanelOpen()) await utility(rep).press('Enter');
      assert.equal(await isPanelOpen(), false);
      await world.carrierControl('POST', 'lose-sound', { identity: await identity() });
      const phone = softphoneFrame(rep.page);
      await phone.getByText('No sound reaches you.').waitFor();
      await until('the panel opens by itself', isPanelOpen);
      await phone.getByText('The customer stays on the call.').waitFor();
      await phone.getByRole('button', { name: 'Connect again' }).press('Enter');
      await bothTalk();
      await phone.getByText('No sound reaches you.').waitFor({ state: 'hidden' });
    });

    it('can be hung up as ever', async () => {
      const phone = softphoneFrame(rep.page);
      await phone.getByRole('button', { name: 'Hang up' }).press('Enter');
      await until(
        'the call has ended',
        async () => (await world.as('ravi').call(callId)).body.status === 'ended',
      );
    });
  });
});
