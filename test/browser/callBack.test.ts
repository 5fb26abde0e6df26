import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string }[];
}
interface Leg {
  callSid: string;
  to: string;
  status: string;
}

const OUR_NUMBER = '+15005550100';
const PRIYA = '+14155550142';
const UNKNOWN = '+12065550123';

describe('a rep who has missed a call', () => {
  let world: World;
  let ravi: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({
      tls: true,
      callsAtAnyHour: true,
      inbound: { Owner_Seconds__c: 120 },
    });
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    ravi = await openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate });
    await opensHome();
  });
  after(async () => {
    await ravi?.close();
    await world?.stop();
  });

  const isRegistered = () =>
    ravi.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  async function opensHome(): Promise<void> {
    await ravi.page.goto(`${world.orgUrl}/as/ravi/lightning/page/home`);
    await isRegistered();
  }
  /** Waits until this number is called and answers; then the rep hangs up. */
  async function talksAndHangsUp(to: string): Promise<string> {
    const callId = await until(`the rep talks with ${to}`, async () => {
      const [rooms, legs] = await Promise.all([
        world.carrierControl<Room[]>('GET', 'conferences'),
        world.carrierControl<Leg[]>('GET', 'legs'),
      ]);
      return rooms.find(({ participants }) =>
        participants.some(
          ({ callSid }) =>
            participants.some(({ label }) => label === 'rep') &&
            legs.some(
              (leg) => leg.callSid === callSid && leg.to === to && leg.status === 'in-progress',
            ),
        ),
      )?.friendlyName;
    });
    const ravis = world.as('ravi');
    await until('the call is live', async () => (await ravis.call(callId)).body.status === 'live');
    await softphoneFrame(ravi.page).getByRole('button', { name: 'Hang up' }).press('Enter');
    await until('it has ended', async () => (await ravis.call(callId)).body.status === 'ended');
    return callId;
  }

  it('is led by the notification to the task, and calls back from it by one click', async () => {
    const { page } = ravi;
    const { callSid } = await world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from: PRIYA,
      to: OUR_NUMBER,
      script: { toneHz: TONE.customer },
    });
    await softphoneFrame(page).getByRole('button', { name: 'Answer Priya Raman' }).waitFor();
    await world.carrierControl('DELETE', `legs/${callSid}`);
    await page.getByRole('button', { name: /^Notifications, \d+ new$/ }).press('Enter');
    await page.getByRole('link', { name: 'Missed call from Priya Raman' }).click();
    await page.getByRole('heading', { name: 'Call back: Priya Raman', level: 1 }).waitFor();
    await isRegistered();
    await page.getByRole('button', { name: 'Call back (415) 555-0142' }).press('Enter');
    const callId = await talksAndHangsUp(PRIYA);
    const { customer, opportunity } = (await world.as('ravi').call(callId)).body;
    assert.equal(customer.name, 'Priya Raman');
    assert.ok(opportunity, 'the call is about the deal');
  });

  it('finds it on Home too, and calls back there', async () => {
    await opensHome();
    await ravi.page.getByRole('button', { name: 'Call back (415) 555-0142' }).press('Enter');
    await talksAndHangsUp(PRIYA);
  });

  it('calls back a caller of whom the number alone is known', async () => {
    const task = await world.orgControl<{ Id: string }>('insert/Task', {
      Subject: 'Call back: Unknown caller',
      Status: 'Not Started',
      OwnerId: await world.as('ravi').userId(),
      Dealside_Call_Back_Number__c: UNKNOWN,
    });
    await ravi.page.goto(`${world.orgUrl}/as/ravi/lightning/r/Task/${task.Id}/view`);
    await isRegistered();
    await ravi.page.getByRole('button', { name: 'Call back (206) 555-0123' }).press('Enter');
    await talksAndHangsUp(UNKNOWN);
    assert.deepEqual(ravi.consoleErrors, []);
  });
});
