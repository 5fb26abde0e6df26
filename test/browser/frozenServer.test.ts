import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean; hears: string[] }[];
}

const CUSTOMER_PHONE = '+14155550142';
const HEARD_DB = -40;
const PAGE_IS_OLD = /What you see might be out of date/;
const PHONE_IS_OLD = "Dealside isn't responding, so this might be out of date.";

/** The phone service goes on meanwhile: only what is shown and what Dealside does stands still. */
describe('a server that stands still, or dies, while a manager has barged in', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let callId: string;
  let customer: string;
  let thaw: () => void = () => undefined;

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
    thaw();
    await manager?.close();
    await rep?.close();
    await world?.stop();
  });

  async function openedBy(alias: string, toneHz: number): Promise<Seat> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Halcyon'))!;
    const seat = await openSeat({ toneHz, trusts: world.carrierCertificate });
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
  const customerHears = (who: string, hz: number, since = Date.now()) =>
    until(`the customer hears ${who}`, async () => (await customersEar(hz, since)) > HEARD_DB);
  const customerHearsNoMore = (who: string, hz: number) =>
    until(`the customer hears ${who} no more`, async () => {
      const since = Date.now();
      await customerHears('the rep', TONE.rep, since);
      return (await customersEar(hz, since)) < HEARD_DB;
    });
  const phone = (seat: Seat) => softphoneFrame(seat.page);
  const isInMode = (mode: string) =>
    phone(manager).locator(`[data-confirmed-mode="${mode}"]`).waitFor({ state: 'attached' });
  const inPhone = (selector: string) =>
    manager.page.locator('.page-utility-panel').locator(selector).first();

  async function bargesIn(): Promise<void> {
    await manager.page.locator('[data-action="join"]').first().click();
    await isInMode('monitor');
    await inPhone('label[data-mode="whisper"]').click();
    await isInMode('whisper');
    await inPhone('label[data-mode="barge"]').click();
    await manager.page.getByRole('combobox', { name: /Reason/ }).fill('Large deal');
    await manager.page.getByRole('option', { name: 'Large deal' }).click();
    await manager.page.locator('[data-action="confirm"]').first().click();
    await isInMode('barge');
    await customerHears('the manager', TONE.supervisor);
  }
  /** On both pages, and in the softphone of the manager. */
  async function bothAreToldSo(): Promise<void> {
    for (const { page } of [rep, manager]) await page.getByText(PAGE_IS_OLD).first().waitFor();
    await phone(manager).getByText(PHONE_IS_OLD).waitFor({ state: 'attached' });
  }
  async function bothAreCurrent(): Promise<void> {
    for (const { page } of [rep, manager])
      await until(
        'nothing is out of date',
        async () => (await page.getByText(PAGE_IS_OLD).count()) === 0,
      );
    await phone(manager).getByText(PHONE_IS_OLD).waitFor({ state: 'detached' });
    const { status, repLoss } = (await world.as('maya').call(callId)).body;
    assert.deepEqual([status, repLoss], ['live', undefined]);
  }
  const allTalk = async (since: number): Promise<void> => {
    await customerHears('the rep', TONE.rep, since);
    await customerHears('the manager', TONE.supervisor, since);
    assert.equal(await labels(), 'customer,rep,supervisor');
  };

  it('is said on both pages and in the softphone, and all go on talking', async () => {
    await bargesIn();
    thaw = world.freezeServer();
    await bothAreToldSo();
    await allTalk(Date.now());
  });

  it('lets the manager fall silent by one click, who reads that it is not confirmed yet', async () => {
    await inPhone('label[data-mode="monitor"]').click();
    await customerHearsNoMore('the manager', TONE.supervisor);
    await manager.page
      .locator('.page-utility-panel')
      .getByText('Your microphone is off. Dealside confirms it when the phone service responds.')
      .waitFor();
    assert.equal(await labels(), 'customer,rep,supervisor');
  });

  it('goes on with everybody where they are', async () => {
    thaw();
    await bothAreCurrent();
    await isInMode('monitor');
    assert.equal(await labels(), 'customer,rep,supervisor');
    await customerHears('the rep', TONE.rep);
  });

  it('lets the manager leave by one click, and knows of it when it goes on', async () => {
    thaw = world.freezeServer();
    await bothAreToldSo();
    await inPhone('[data-action="leave"]').click();
    await until('the manager is off', async () => (await labels()) === 'customer,rep');
    thaw();
    await manager.page.locator('[data-action="join"]').first().waitFor();
    await bothAreCurrent();
  });

  it('is killed and started again, and the manager is heard as before', async () => {
    await bargesIn();
    thaw = world.freezeServer();
    await bothAreToldSo();
    await world.killServer();
    await bothAreCurrent();
    await isInMode('barge');
    await allTalk(Date.now());
    await inPhone('label[data-mode="monitor"]').click();
    await isInMode('monitor');
    await customerHearsNoMore('the manager', TONE.supervisor);
  });
});
