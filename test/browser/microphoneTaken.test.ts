import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE, unplugMicrophone } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hears: string[] }[];
}

const CUSTOMER_PHONE = '+14155550142';
const HEARD_DB = -40;

describe('a microphone that is taken away in mid-call', () => {
  let world: World;
  let rep: Seat;
  let customer: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Halcyon'))!;
    rep = await openSeat({
      toneHz: TONE.rep,
      trusts: world.carrierCertificate,
      asksForMicrophone: true,
    });
    await rep.page.goto(`${world.orgUrl}/as/ravi/lightning/r/Opportunity/${deal.Id}/view`);
    await rep.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    await rep.page.locator('.page-utility-button').first().press('Enter');
    await rep.page.locator('[data-action="call"]').first().click();
    const { friendlyName, participants } = await until('rep and customer talk', async () =>
      (await world.carrierControl<Room[]>('GET', 'conferences')).find((one) =>
        one.participants.some(({ hears }) => hears.includes('rep')),
      ),
    );
    customer = participants.find(({ label }) => label === 'customer')!.callSid;
    await becomesLive(world, 'ravi', friendlyName);
  });
  after(async () => {
    await rep?.close();
    await world?.stop();
  });

  const hearsRepSince = async (since: number): Promise<number> =>
    (
      await world.carrierControl<{ sustained: number }[]>(
        'GET',
        `levels?callSid=${customer}&hz=${TONE.rep}&since=${since}`,
      )
    )[0]!.sustained;
  const isHeard = (): Promise<unknown> =>
    until(
      'the customer hears the rep',
      async () => (await hearsRepSince(Date.now() - 1_000)) > HEARD_DB,
    );
  const isSilent = (): Promise<unknown> =>
    until(
      'the customer no longer hears the rep',
      async () => (await hearsRepSince(Date.now() - 1_000)) < HEARD_DB,
    );

  /** What it has set holds as long as it is there. */
  let devtools: CDPSession | undefined;
  /** What the person does in the browser's settings for this page. */
  async function permit(setting: 'granted' | 'denied'): Promise<void> {
    devtools ??= await rep.page.context().newCDPSession(rep.page);
    const { targetInfo } = await devtools.send('Target.getTargetInfo');
    const set = (origin: string) =>
      devtools!.send('Browser.setPermission', {
        permission: { name: 'microphone' },
        setting,
        origin,
        browserContextId: targetInfo.browserContextId!,
      });
    await set(new URL(world.orgUrl).origin);
    await set(new URL(world.serverUrl).origin);
  }
  const shown = (words: string) => softphoneFrame(rep.page).getByText(words);
  const BLOCKED = 'Your browser blocks the microphone.';

  it('is heard before', isHeard);

  // The SDK keeps a microphone that it once had: the second time is another than the first.
  for (const time of ['first', 'second'])
    it(`is said to be blocked, and is heard again once it is given back, the ${time} time`, async () => {
      await permit('denied');
      await shown(BLOCKED).waitFor();
      await isSilent();
      assert.equal(
        await softphoneFrame(rep.page).getByRole('button', { name: 'Hang up' }).count(),
        1,
      );
      await permit('granted');
      await isHeard();
      await shown(BLOCKED).waitFor({ state: 'hidden' });
    });

  it('is looked for again where the device is unplugged, and is heard once it is back', async () => {
    const plugIn = await unplugMicrophone(rep.page);
    await shown('No microphone. You can listen').waitFor();
    await isSilent();
    await plugIn();
    await isHeard();
    await shown('No microphone. You can listen').waitFor({ state: 'hidden' });
  });
});
