import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive, identityOf } from '../support/stage.ts';
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

/**
 * Chromium keeps none of these pages, as they are sent with `no-store`: it loads them again. What a
 * browser does that keeps a page is done by hand, with the events that it sends and the sockets that
 * it closes.
 */
describe('a rep who goes to another page and back', () => {
  let world: World;
  let rep: Seat;
  let callId: string;
  let customer: string;
  /** The kinds of dialogs that the browser has shown. */
  const asked: string[] = [];

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, inbound: { Return_Seconds__c: 120 } });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Halcyon'))!;
    rep = await openSeat({
      toneHz: TONE.rep,
      trusts: world.carrierCertificate,
      keepsPages: true,
    });
    rep.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await rep.page.goto(`${world.orgUrl}/as/ravi/lightning/r/Opportunity/${deal.Id}/view`);
    await isRegistered();
  });
  after(async () => {
    await rep?.close();
    await world?.stop();
  });

  const phone = () => softphoneFrame(rep.page);
  const isRegistered = () =>
    rep.page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ participants }) => participants.length > 0,
    );
  const customerHearsRep = (since: number) =>
    until('the customer hears the rep', async () => {
      const [level] = await world.carrierControl<{ sustained: number }[]>(
        'GET',
        `levels?callSid=${customer}&hz=${TONE.rep}&since=${since}`,
      );
      return level!.sustained > HEARD_DB;
    });
  const canBeRung = async () => {
    const identity = await identityOf(world.as('ravi'));
    await until('the carrier can ring the softphone', async () =>
      JSON.stringify(await world.carrierControl('GET', 'clients')).includes(identity),
    );
  };
  async function goesAwayAndBack(): Promise<void> {
    await rep.page.goto(`${world.orgUrl}/`);
    await rep.page.goBack();
    await canBeRung();
    await isRegistered();
  }
  /** As a browser does that keeps the page: it tells each frame, and closes what is connected. */
  async function isKeptAndShownAgain(): Promise<void> {
    const send = (type: string) =>
      Promise.all(
        rep.page
          .frames()
          .map((frame) =>
            frame.evaluate(
              (name) => window.dispatchEvent(new PageTransitionEvent(name, { persisted: true })),
              type,
            ),
          ),
      );
    await send('pagehide');
    await world.carrierControl('POST', 'drop-sockets', {
      identity: await identityOf(world.as('ravi')),
    });
    await send('pageshow');
    await canBeRung();
    await isRegistered();
  }
  async function isOnTheCallAgain(since: number): Promise<void> {
    await customerHearsRep(since);
    await until('nobody waits', async () => {
      const { status, repLoss } = (await world.as('ravi').call(callId)).body;
      assert.equal(status, 'live');
      return repLoss === undefined && (await room())!.participants.every(({ hold }) => !hold);
    });
  }
  async function returnsByOneClick(): Promise<void> {
    const button = phone().getByRole('button', { name: 'Return to call' });
    await button.waitFor({ state: 'attached' });
    const since = Date.now();
    await button.press('Enter');
    await isOnTheCallAgain(since);
  }

  it('while waiting can be rung again, and call', async () => {
    await goesAwayAndBack();
    await isKeptAndShownAgain();
    assert.deepEqual(asked, [], 'the browser does not ask whether to leave');
    await rep.page.locator('[data-action="call"]').first().click();
    await until('rep and customer talk', async () =>
      (await room())?.participants.some(({ hears }) => hears.includes('rep')),
    );
    const { friendlyName, participants } = (await room())!;
    callId = friendlyName;
    customer = participants.find(({ label }) => label === 'customer')!.callSid;
    await becomesLive(world, 'ravi', callId);
    await customerHearsRep(Date.now());
  });

  it('on a call is asked once whether to leave, is on it again, and the customer is kept', async () => {
    await goesAwayAndBack();
    assert.deepEqual(asked, ['beforeunload']);
    await returnsByOneClick();
  });

  it('on a call whose page the browser has kept, likewise', async () => {
    await isKeptAndShownAgain();
    await returnsByOneClick();
  });
});
