import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { assertiveLines } from './support/liveRegions.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean }[];
}
interface CustomerLeg {
  callSid: string;
  from: string;
  status: string;
}

const OUR_NUMBER = '+15005550100';
/** Both have deals of the same rep. */
const PRIYA = '+14155550142';
const INGRID = '+17755550113';

describe('a rep at whom two customers ring at once', () => {
  let world: World;
  let ravi: Seat;

  before(async () => {
    await prepare();
    // On a slow machine too, a phone that nobody answers rings until the end of the test.
    world = await startWorld({ tls: true, inbound: { Owner_Seconds__c: 120 } });
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    ravi = await openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate });
    await ravi.page.goto(
      `${world.orgUrl}/as/ravi/lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Halcyon'))!.Id}/view`,
    );
    await ravi.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    await ravi.page.locator('.page-utility-button').press('Enter');
  });
  after(async () => {
    await ravi?.close();
    await world?.stop();
  });

  const callIn = (from: string) =>
    world.carrierControl('POST', 'calls', {
      from,
      to: OUR_NUMBER,
      script: { toneHz: TONE.customer },
    });
  const button = (name: string) =>
    softphoneFrame(ravi.page).getByRole('button', { name, exact: true });
  const legs = () => world.carrierControl<CustomerLeg[]>('GET', 'legs');
  const statusOf = async (from: string) => (await legs()).find((leg) => leg.from === from)?.status;
  /** The customers who are in a conference with a rep, and whether they are on hold. */
  async function talking(): Promise<[from: string, hold: boolean][]> {
    const [rooms, known] = await Promise.all([
      world.carrierControl<Room[]>('GET', 'conferences'),
      legs(),
    ]);
    return rooms
      .filter(({ participants }) => participants.some(({ label }) => label === 'rep'))
      .flatMap(({ participants }) => participants.filter(({ label }) => label === 'customer'))
      .map(({ callSid, hold }) => [
        known.find((leg) => leg.callSid === callSid)?.from ?? callSid,
        hold,
      ]);
  }
  /** The call that this customer is on. */
  async function roomOf(from: string): Promise<string | undefined> {
    const leg = (await legs()).find((one) => one.from === from)?.callSid;
    return (await world.carrierControl<Room[]>('GET', 'conferences')).find(({ participants }) =>
      participants.some(({ callSid }) => callSid === leg),
    )?.friendlyName;
  }
  const areTalking = (expected: [string, boolean][]) => async () =>
    JSON.stringify(await talking()) === JSON.stringify(expected);

  it('has a card for each', async () => {
    await callIn(PRIYA);
    await callIn(INGRID);
    await button('Answer Priya Raman').waitFor();
    await button('Answer Ingrid Falk').waitFor();
  });

  it('is told of each by a screen reader: who rings, about what, and what answers', async () => {
    const said = await until('both have been said with their records', async () => {
      const lines = await assertiveLines(softphoneFrame(ravi.page));
      return lines.filter((line) => line.includes('About ')).length === 2 ? lines : undefined;
    });
    for (const [name, deal] of [
      ['Priya Raman', 'Halcyon Logistics – 3-year renewal'],
      ['Ingrid Falk', 'Solstice Energy – expansion'],
    ] as const) {
      const own = said.filter((line) => line.includes(name));
      assert.ok(own[0]!.startsWith(`Incoming call from ${name}. `), own[0]);
      assert.ok(
        own[0]!.endsWith(`Answer with the button Answer ${name} in Dealside Phone.`),
        own[0],
      );
      assert.ok(own.join(' ').includes(`About ${deal}.`), own.join(' '));
    }
    assert.equal(
      said.filter((line) => line.startsWith('Incoming call')).length,
      2,
      said.join('\n'),
    );
  });

  it('answers the one that is named', async () => {
    await button('Answer Ingrid Falk').press('Enter');
    await until('the rep talks to Ingrid', areTalking([[INGRID, false]]));
    await becomesLive(world, 'ravi', (await roomOf(INGRID))!);
    await button('Answer Priya Raman').waitFor({ state: 'detached' });
    await button('Decline Priya Raman').waitFor();
  });

  it('holds, transfers, declines and hangs up on the one that is meant', async () => {
    await button('Hold').press('Enter');
    await until('Ingrid is on hold', areTalking([[INGRID, true]]));
    await button('Resume').waitFor();
    await button('Transfer').press('Enter');
    await button('Talk to Lena Brandt first').press('Enter');
    const asked = await until('a transfer is asked for', async () => {
      const entries = await world.database<{ callId: string }>(
        `select "callId" from "AuditEntry" where "action" = 'TransferRequested'`,
      );
      return entries.length > 0 && entries;
    });
    assert.deepEqual(asked, [{ callId: await roomOf(INGRID) }]);
    await button('Transfer').waitFor();
    await button('Decline Priya Raman').press('Enter');
    await button('Decline Priya Raman').waitFor({ state: 'detached' });
    await button('Resume').press('Enter');
    await until('Ingrid is not on hold', areTalking([[INGRID, false]]));
    await button('Hold').waitFor();
    await button('Hang up').press('Enter');
    await until('Ingrid’s call has ended', async () => (await statusOf(INGRID)) === 'completed');
    await until('the phone is free', async () => (await button('Call').count()) === 1);
    assert.deepEqual(ravi.consoleErrors, []);
  });
});
