import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { takeSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean; hears: string[] }[];
}
interface Due {
  interventions: { endReason?: string }[];
}

const CUSTOMER_PHONE = '+14155550142';
/** What the carrier speaks words with. */
const WORDS_HZ = 2050;
const HEARD_DB = -40;

/** A computer that falls asleep closes nothing: nobody is told, at the carrier or here. */
describe('a browser that stands still in mid-call', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let callId: string;
  let customer: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    rep = await openedBy('ravi', TONE.rep);
    await rep.page.locator('[data-action="call"]').first().click();
    await until('rep and customer talk', async () =>
      (await room())?.participants.some(({ hears }) => hears.includes('rep')),
    );
    const { friendlyName, participants } = (await room())!;
    callId = friendlyName;
    customer = participants.find(({ label }) => label === 'customer')!.callSid;
    manager = await openedBy('maya', TONE.supervisor);
  });
  after(async () => {
    await manager?.close();
    await rep?.close();
    await world?.stop();
  });

  async function openedBy(alias: string, toneHz: number): Promise<Seat> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Halcyon'))!;
    const seat = await takeSeat({ toneHz, trusts: world.carrierCertificate });
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/r/Opportunity/${deal.Id}/view`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    return seat;
  }
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ participants }) => participants.length > 0,
    );
  const labels = async () =>
    (await room())?.participants
      .map(({ label }) => label.replace(/-.*/, ''))
      .sort()
      .join();
  const customersEar = async (hz: number, since: number) =>
    (
      await world.carrierControl<{ sustained: number }[]>(
        'GET',
        `levels?callSid=${customer}&hz=${hz}&since=${since}`,
      )
    )[0]!.sustained;
  const customerHears = (who: string, hz: number, since: number) =>
    until(`the customer hears ${who}`, async () => (await customersEar(hz, since)) > HEARD_DB);
  const utility = (seat: Seat) => seat.page.locator('.page-utility-button').first();
  const action = (name: string) => manager.page.locator(`[data-action="${name}"]`).first();
  const confirmed = (mode: string) =>
    softphoneFrame(manager.page)
      .locator(`[data-confirmed-mode="${mode}"]`)
      .waitFor({ state: 'attached' });

  describe('of a supervisor who has barged in', () => {
    let thaw: () => void;

    it('is silenced and off the call, and rep and customer talk on', async () => {
      await action('join').click();
      await confirmed('monitor');
      await manager.page.locator('label[data-mode="whisper"]').click();
      await confirmed('whisper');
      await manager.page.locator('label[data-mode="barge"]').click();
      await manager.page.getByRole('combobox', { name: /Reason/ }).fill('Large deal');
      await manager.page.getByRole('option', { name: 'Large deal' }).click();
      await action('confirm').click();
      await confirmed('barge');
      await customerHears('the supervisor', TONE.supervisor, Date.now());

      thaw = await manager.freeze();
      await until(
        'only rep and customer are on the call',
        async () => (await labels()) === 'customer,rep',
      );
      const endReason = await until(
        'the intervention has ended',
        async () =>
          (await world.as('maya').ask<Due>('GET', '/api/interventions')).body.interventions[0]
            ?.endReason,
      );
      assert.equal(endReason, 'connection_lost');
      await customerHears('the rep', TONE.rep, Date.now());
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
      assert.equal(await softphoneFrame(manager.page).locator('[data-confirmed-mode]').count(), 0);
      await customerHears('the rep', TONE.rep, Date.now());
      assert.ok((await customersEar(TONE.supervisor, since)) < HEARD_DB);
      assert.equal(await labels(), 'customer,rep');
    });
  });

  describe('of the rep', () => {
    let thaw: () => void;

    it('has the customer hear a word, and ends and holds nothing', async () => {
      const since = Date.now();
      thaw = await rep.freeze();
      await customerHears('words', WORDS_HZ, since);
      const { status, repLoss } = (await world.as('maya').call(callId)).body;
      assert.deepEqual([status, repLoss], ['live', undefined]);
      assert.equal(await labels(), 'customer,rep');
      assert.ok((await room())!.participants.every(({ hold }) => !hold));
    });

    it('has the rep heard again when it wakes, who reads what the customer heard', async () => {
      const since = Date.now();
      thaw();
      await customerHears('the rep', TONE.rep, since);
      const phone = softphoneFrame(rep.page);
      await phone
        .getByText('the customer heard “One moment, please.”')
        .waitFor({ state: 'attached' });
      assert.equal(await labels(), 'customer,rep');
      await utility(rep).press('Enter');
      await phone.getByRole('button', { name: 'Hang up' }).press('Enter');
      await until(
        'the call has ended',
        async () => (await world.as('ravi').call(callId)).body.status === 'ended',
      );
    });
  });
});
