import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { alsoTakesCalls, identityOf, liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { networkVerdict } from './support/networkVerdict.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly callSid: string; readonly label: string }[];
}
interface Leg {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
}
interface Row {
  readonly Id: string;
  readonly Name: string;
  readonly Username: string;
}

const OUR_NUMBER = '+15005550100';
const PRIYA = '+14155550142';

/** One scripted day: each step begins where the one before ended. */
describe('a sales manager who also takes calls', () => {
  let world: World;
  let maya: Seat;
  let lenas: string;
  let address: string;

  before(async () => {
    await prepare();
    // On a slow machine too, a phone that nobody answers rings until the end of the test.
    world = await startWorld({ tls: true, inbound: { Owner_Seconds__c: 120 } });
    await alsoTakesCalls(world, 'maya');
    await ownsPriya('maya');
    lenas = await liveCallOf(world, 'lena', 'Brightwater');
    address = `client:${await identityOf(world.as('maya'))}`;
    const deals = await world.orgControl<Row[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Brightwater'))!;
    maya = await openSeat({
      toneHz: TONE.supervisor,
      trusts: world.carrierCertificate,
      width: 1_800,
    });
    // The browser asks whether to leave a page during a call.
    maya.page.on('dialog', (dialog) => void dialog.accept());
    await maya.page.goto(`${world.orgUrl}/as/maya/lightning/r/Opportunity/${deal.Id}/view`);
    await isRegistered();
  });
  after(async () => {
    await maya?.close();
    await world?.stop();
  });

  async function ownsPriya(alias: string): Promise<void> {
    const users = await world.orgControl<Row[]>('records/User');
    const OwnerId = users.find(({ Username }) => Username.startsWith(`${alias}@`))!.Id;
    for (const [object, name] of [
      ['Contact', 'Raman'],
      ['Opportunity', 'Halcyon'],
    ]) {
      const rows = await world.orgControl<(Row & { LastName?: string })[]>(`records/${object}`);
      for (const row of rows)
        if (`${row.Name} ${row.LastName}`.includes(name!))
          await world.orgControl(`update/${object}/${row.Id}`, { OwnerId });
    }
  }
  const isRegistered = () =>
    maya.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  const phone = () => softphoneFrame(maya.page);
  const button = (name: string) => phone().getByRole('button', { name, exact: true });
  const openPhone = () => maya.page.locator('.page-utility-button').press('Enter');
  const monitors = () =>
    phone().locator('[data-confirmed-mode="monitor"]').waitFor({ state: 'attached' });
  const rooms = () => world.carrierControl<Room[]>('GET', 'conferences');
  const supervisorsOf = async (callId: string): Promise<number> =>
    (await rooms())
      .find(({ friendlyName }) => friendlyName === callId)
      ?.participants.filter(({ label }) => label.startsWith('supervisor-')).length ?? 0;
  /** The numbers of those with whom Maya's own softphone is in a conference, as their rep. */
  async function talksTo(): Promise<string[]> {
    const legs = await world.carrierControl<Leg[]>('GET', 'legs');
    const legOf = new Map(legs.map((leg) => [leg.callSid, leg]));
    return (await rooms())
      .filter(({ participants }) =>
        participants.some(({ callSid, label }) => {
          const { from = '', to = '' } = legOf.get(callSid) ?? {};
          return label === 'rep' && [from, to].some((one) => one.split('?')[0] === address);
        }),
      )
      .flatMap(({ participants }) => participants.filter(({ label }) => label === 'customer'))
      .map(({ callSid }) => legOf.get(callSid)?.from ?? '');
  }

  it('has her network tested before she joins anything: her own sound comes back (R18)', async () => {
    const kept = await networkVerdict(maya, {
      isRegistered,
      believes: (found) => !found.includes('silence'),
    });
    const { verdict } = JSON.parse(kept) as { verdict: { status: string } };
    assert.ok(['good', 'fair', 'poor'].includes(verdict.status));
  });

  it('finds her way back into a call that she was on when the page was loaded anew', async () => {
    await maya.page.locator('[data-action="join"]').first().click();
    await monitors();
    await maya.page.reload();
    await isRegistered();
    await openPhone();
    await phone().getByText('You left the call with').waitFor();
    await until('she is off the call', async () => (await supervisorsOf(lenas)) === 0);
    await until(
      'Dealside knows that she is off the call',
      async () => (await world.as('maya').call(lenas)).body.interventions.length === 0,
    );
    await button('Join again').press('Enter');
    await monitors();
    assert.equal(await supervisorsOf(lenas), 1);
  });

  it('reads on whose call she is when a customer rings, and takes it by one click', async () => {
    await world.carrierControl('POST', 'calls', {
      from: PRIYA,
      to: OUR_NUMBER,
      script: { toneHz: TONE.customer },
    });
    await phone()
      .getByText("You're on Lena Brandt's call. Leave it to answer.", { exact: true })
      .waitFor();
    await button('Leave and answer Priya Raman').press('Enter');
    await until('she talks to Priya', async () => (await talksTo()).join() === PRIYA);
    await until('she is off Lena’s call', async () => (await supervisorsOf(lenas)) === 0);
    const room = (await rooms()).find(({ friendlyName }) => friendlyName === lenas);
    assert.deepEqual(room?.participants.map(({ label }) => label).sort(), ['customer', 'rep']);
    await button('Hang up').press('Enter');
    await button('Hang up').waitFor({ state: 'detached' });
    assert.deepEqual(maya.consoleErrors, []);
  });
});
