import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean; hears: string[] }[];
}

const CUSTOMER_PHONE = '+14155550142';
/** What the carrier speaks words with. */
const WORDS_HZ = 2050;

describe('a rep’s browser that is killed in mid-call', () => {
  let world: World;
  let rep: Seat;
  let path: string;
  let callId: string;
  let customer: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, inbound: { Return_Seconds__c: 120 } });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    path = `lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Halcyon'))!.Id}/view`;
    await openRep();
  });
  after(async () => {
    await rep?.close();
    await world?.stop();
  });

  async function openRep(): Promise<void> {
    rep = await openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate });
    await rep.page.goto(`${world.orgUrl}/as/ravi/${path}`);
    await rep.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ participants }) => participants.length > 0,
    );
  const customersEar = async (hz: number, since: number) =>
    (
      await world.carrierControl<{ sustained: number }[]>(
        'GET',
        `levels?callSid=${customer}&hz=${hz}&since=${since}`,
      )
    )[0]!.sustained;
  const statusOf = async () => (await world.as('ravi').call(callId)).body;

  it('lets the customer hear a word, and shows the rep who comes back one click to return', async () => {
    await rep.page.locator('[data-action="call"]').first().click();
    await until('rep and customer talk', async () =>
      (await room())?.participants.some(({ hears }) => hears.includes('rep')),
    );
    const { friendlyName, participants } = (await room())!;
    callId = friendlyName;
    customer = participants.find(({ label }) => label === 'customer')!.callSid;
    await becomesLive(world, 'ravi', callId);

    const since = Date.now();
    await rep.kill();
    await until(
      'the customer hears words',
      async () => (await customersEar(WORDS_HZ, since)) > -40,
    );
    await rep.close();
    await openRep();
    const phone = softphoneFrame(rep.page);
    await rep.page.locator('.page-utility-button').click();
    await phone.getByText(/^You were disconnected from .* is waiting\.$/).waitFor();
    const back = Date.now();
    await phone.getByRole('button', { name: 'Return to call' }).click();
    await until(
      'the customer hears the rep',
      async () => (await customersEar(TONE.rep, back)) > -40,
    );
    await until('nobody waits any more', async () => !(await statusOf()).repLoss);
    assert.equal(
      (await room())!.participants.find(({ label }) => label === 'customer')!.hold,
      false,
    );
  });

  it('is no loss when the rep hangs up in the softphone: the call ends for everybody', async () => {
    const button = (name: string) => softphoneFrame(rep.page).getByRole('button', { name });
    await button('Hang up').hover();
    await rep.page.mouse.down();
    // What is drawn anew between pressing and releasing a button does not take the click away.
    await world.as('ravi').ask('POST', `/api/calls/${callId}/hold`, { onHold: true });
    await button('Resume').waitFor();
    await button('Hang up').hover();
    await rep.page.mouse.up();
    await until('the call has ended', async () => (await statusOf()).status === 'ended');
    assert.equal((await statusOf()).endReason, 'hung_up');
    const told = await world.database<{ action: string }>(
      `select "action" from "AuditEntry" where "callId" = $1 and "action" in ('RepLost', 'RepHungUp') order by "position"`,
      [callId],
    );
    assert.deepEqual(
      told.map(({ action }) => action),
      ['RepLost', 'RepHungUp'],
    );
  });
});
