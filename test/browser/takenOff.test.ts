import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string }[];
}

const HEADING = "You were taken off Lena Brandt's call";

/** One scripted day: each step begins where the one before ended. */
describe('a manager who is openly on a call when her right to a mode, or to the call, is taken away', () => {
  let world: World;
  let maya: Seat;
  let callId: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    maya = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
  });
  after(async () => {
    await maya?.close();
    await world?.stop();
  });

  async function open(path: string): Promise<void> {
    await maya.page.goto(`${world.orgUrl}/as/maya/lightning/${path}`);
    await maya.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const isInMode = (mode: string) =>
    softphoneFrame(maya.page)
      .locator(`[data-confirmed-mode="${mode}"]`)
      .waitFor({ state: 'attached' });
  const wall = () => maya.page.locator('c-live-wall');
  const softphone = () => maya.page.locator('.page-utility-panel');
  const deal = () => maya.page.locator('c-live-calls');

  /** While the toast is shown: it goes by itself. */
  async function reads(
    heading: string,
    message: string,
    change: () => Promise<void>,
  ): Promise<void> {
    await Promise.all([
      maya.page
        .locator('.page-toasts', { hasText: heading })
        .filter({ hasText: message })
        .waitFor(),
      change(),
    ]);
  }
  async function isOffTheCall(): Promise<void> {
    await until('Maya is off the call', async () => {
      const rooms = await world.carrierControl<Room[]>('GET', 'conferences');
      const room = rooms.find(({ friendlyName }) => friendlyName === callId);
      return (
        room?.participants
          .map(({ label }) => label)
          .sort()
          .join() === 'customer,rep'
      );
    });
    await softphoneFrame(maya.page).locator('[data-confirmed-mode]').waitFor({ state: 'detached' });
  }

  async function openDeal(): Promise<void> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const { Id } = deals.find(({ Name }) => Name.startsWith('Brightwater'))!;
    await open(`r/Opportunity/${Id}/view`);
  }
  async function joinsFromDeal(): Promise<void> {
    await deal().locator('[data-action="join"]').click();
    await isInMode('monitor');
  }

  it('reads on the deal, in the softphone and in a toast that she was moved to a quieter mode', async () => {
    await openDeal();
    await joinsFromDeal();
    await maya.page.locator('label[data-mode="whisper"]').click();
    await isInMode('whisper');
    const heading = "You were moved to Monitor on Lena Brandt's call";
    const message = 'no longer allow Whisper on this call';
    await reads(heading, message, () => setManagersRule(world, { Whisper__c: false }));
    for (const place of [deal(), softphone()]) {
      const words = place.locator('[data-stepped-down]');
      await words.getByText(heading).waitFor();
      await words.getByText(message).waitFor();
      await words.getByText('can still use here: Monitor, Barge, Takeover').waitFor();
    }
    await isInMode('monitor');
    await softphone().locator('label[data-mode="monitor"]').waitFor();
  });

  it('reads on the wall, in the softphone and in a toast that she may not be on the call at all', async () => {
    await softphone().locator('[data-action="leave"]').click();
    await isOffTheCall();
    await open('page/home');
    await wall().locator(`[data-action="join"][data-call-id="${callId}"]`).click();
    await isInMode('monitor');
    const message = 'no longer let you supervise this call';
    await reads(HEADING, message, () => setManagersRule(world, { Active__c: false }));
    for (const place of [wall(), softphone()]) {
      const words = place.locator('[data-taken-off]');
      await words.getByText(HEADING).waitFor();
      await words.getByText(message).waitFor();
      await words.getByText('ask your administrator').waitFor();
    }
    await isOffTheCall();
  });

  it('joins again by the same button, after which nothing of it is said', async () => {
    const words = maya.page.locator('[data-taken-off]');
    await softphone().locator('[data-action="close-taken-off"]').click();
    await until('the words are gone on the wall too', async () => (await words.count()) === 0);
    await setManagersRule(world, { Active__c: true });
    await wall().locator(`[data-action="join"][data-call-id="${callId}"]`).click();
    await isInMode('monitor');
    assert.equal(await words.count(), 0);
  });

  it('reads on the page of the deal that she may not be on the call, though it is gone', async () => {
    await softphone().locator('[data-action="leave"]').click();
    await isOffTheCall();
    await openDeal();
    await joinsFromDeal();
    const message = 'no longer let you supervise this call';
    await reads(HEADING, message, () => setManagersRule(world, { Active__c: false }));
    for (const place of [deal(), softphone()]) {
      const words = place.locator('[data-taken-off]');
      await words.getByText(message).waitFor();
      await words.getByText('ask your administrator').waitFor();
    }
    assert.equal(await deal().locator('c-call-panel').count(), 0);
    await isOffTheCall();
    assert.equal((await world.as('lena').call(callId)).body.status, 'live');
  });
});
