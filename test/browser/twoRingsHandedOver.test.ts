import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean }[];
}

const OUR_NUMBER = '+15005550100';
/** Both have deals of the same rep. */
const PRIYA = '+14155550142';
const INGRID = '+17755550113';

describe('a rep who hands one customer over while another rings', () => {
  let world: World;
  let ravi: Seat;
  let lena: Seat;

  before(async () => {
    await prepare();
    // On a slow machine too, a phone that nobody answers rings until the end of the test.
    world = await startWorld({
      tls: true,
      inbound: { Owner_Seconds__c: 120, Call_Waiting__c: true },
    });
    [ravi, lena] = await Promise.all([
      openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate }),
      openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate }),
    ]);
    await Promise.all([visit(ravi, 'ravi'), visit(lena, 'lena')]);
  });
  after(async () => {
    await Promise.all([ravi?.close(), lena?.close()]);
    await world?.stop();
  });

  async function visit(seat: Seat, alias: string): Promise<void> {
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/page/home`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const button = (seat: Seat, name: string) =>
    softphoneFrame(seat.page).getByRole('button', { name, exact: true });
  const callIn = (from: string) =>
    world.carrierControl('POST', 'calls', {
      from,
      to: OUR_NUMBER,
      script: { toneHz: TONE.customer },
    });
  /** Who is in the conference of this customer, and the customer's hold. */
  async function roomOf(from: string): Promise<{ callId: string; who: string } | undefined> {
    const [rooms, legs] = await Promise.all([
      world.carrierControl<Room[]>('GET', 'conferences'),
      world.carrierControl<{ callSid: string; from: string }[]>('GET', 'legs'),
    ]);
    const leg = legs.find((one) => one.from === from)?.callSid;
    const room = rooms.find(({ participants }) =>
      participants.some(({ callSid }) => callSid === leg),
    );
    return (
      room && {
        callId: room.friendlyName,
        who: room.participants
          .map(({ label, hold }) => `${label.replace(/-.*/, '')}${hold ? ' on hold' : ''}`)
          .sort()
          .join(),
      }
    );
  }
  const isWith = (from: string, who: string) =>
    until(`with ${from} there are: ${who}`, async () => (await roomOf(from))?.who === who);

  it('has a colleague who takes the one, and then answers the other', async () => {
    await callIn(PRIYA);
    await button(ravi, 'Answer Priya Raman').waitFor();
    await callIn(INGRID);
    await button(ravi, 'Answer Ingrid Falk').press('Enter');
    await isWith(INGRID, 'customer,rep');
    const { callId } = (await roomOf(INGRID))!;
    await becomesLive(world, 'ravi', callId);
    await button(ravi, 'Transfer').press('Enter');
    await button(ravi, 'Talk to Lena Brandt first').press('Enter');
    await softphoneFrame(lena.page)
      .getByRole('button', { name: /^Answer/ })
      .press('Enter');
    await softphoneFrame(ravi.page).getByText('Lena Brandt is on the call with you.').waitFor();
    await isWith(INGRID, 'colleague,customer,rep');
    await button(ravi, 'Decline Priya Raman').waitFor();
    await button(ravi, 'Hand over').press('Enter');
    await isWith(INGRID, 'colleague,customer');
    await button(ravi, 'Answer Priya Raman').press('Enter');
    await isWith(PRIYA, 'customer,rep');
    await isWith(INGRID, 'colleague,customer');
    const lenas = await world.as('lena').userId();
    await until('the first call is the colleague’s', async () => {
      const { rep, status } = (await world.as('lena').call(callId)).body;
      return rep.userId === lenas && status === 'live';
    });
    assert.deepEqual([...ravi.consoleErrors, ...lena.consoleErrors], []);
  });
});
