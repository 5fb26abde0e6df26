import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { startTurnServer, type TurnServer } from '../support/turnServer.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE, waysOfSound } from './support/ear.ts';
import { networkVerdict } from './support/networkVerdict.ts';

describe('a supervisor whose network lets no UDP through', () => {
  let world: World;
  let turn: TurnServer;
  let seat: Seat;
  let callId: string;
  const secretFile = join(tmpdir(), `dealside-turn-${process.pid}.secret`);

  before(async () => {
    await prepare();
    turn = await startTurnServer();
    world = await startWorld({ tls: true });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  afterEach(() => seat?.close());
  after(async () => {
    await rm(secretFile, { force: true });
    await turn?.stop();
    await world?.stop();
  });

  async function open(): Promise<void> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Brightwater'))!;
    seat = await openSeat({
      toneHz: TONE.supervisor,
      trusts: world.carrierCertificate,
      withoutUdp: true,
      joinsAnyway: false,
    });
    await seat.page.goto(`${world.orgUrl}/as/maya/lightning/r/Opportunity/${deal.Id}/view`);
    await isRegistered();
  }
  const isRegistered = () =>
    seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  const action = (name: string) => seat.page.locator(`[data-action="${name}"]`).first();

  it('reads so before joining, and is offered the phone', async () => {
    await open();
    const verdict = await networkVerdict(seat, { isRegistered });
    assert.match(verdict, /"status":"poor","because":"silence"/);
    await action('join').click();
    await seat.page.getByText('No sound reaches you. Your network may block calls.').waitFor();
    await seat.page.getByRole('button', { name: 'Join by phone' }).waitFor();
    const { interventions } = (await world.as('maya').call(callId)).body;
    assert.deepEqual(interventions, []);
  });

  it('joins and talks by TCP alone where the org has a relay', async () => {
    await writeFile(secretFile, turn.secret);
    await world.killServer({ TURN_URLS: turn.url, TURN_SECRET_FILE: secretFile });
    await open();
    await networkVerdict(seat, { isRegistered, believes: (kept) => !kept.includes('silence') });
    await action('join').click();
    // The network of a busy machine may be found poor, which is asked about first.
    const isOn = softphoneFrame(seat.page).locator('[data-confirmed-mode="monitor"]');
    const anyway = action('join-anyway');
    await until('she is on, or asked', async () => (await isOn.count()) + (await anyway.count()));
    if (await anyway.isVisible()) await anyway.click();
    await isOn.waitFor({ state: 'attached' });
    // The network test has gone through the relay too, so its bytes do not show that the call does.
    const [way, ...others] = await until('the call has a way for its sound', async () => {
      const ways = await waysOfSound(seat.page);
      return ways.length > 0 ? ways : undefined;
    });
    assert.deepEqual(way, { candidateType: 'relay', protocol: 'tcp' });
    assert.deepEqual(others, []);
    const before = turn.relayedBytes();
    await until('the relay carries its sound', () => turn.relayedBytes() > before + 20_000);
    assert.equal(await seat.page.getByText('No sound reaches you').count(), 0);
  });
});
