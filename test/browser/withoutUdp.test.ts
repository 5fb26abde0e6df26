import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { startTurnServer, type TurnServer } from '../support/turnServer.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { takeSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE, waysOfSound } from './support/ear.ts';

describe('a supervisor whose network lets no UDP through', () => {
  let world: World;
  let turn: TurnServer;
  let seat: Seat;
  let callId: string;

  before(async () => {
    await prepare();
    turn = await startTurnServer();
    world = await startWorld({ tls: true });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  afterEach(() => seat?.close());
  after(async () => {
    await turn?.stop();
    await world?.stop();
  });

  async function open(): Promise<void> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Brightwater'))!;
    seat = await takeSeat({
      toneHz: TONE.supervisor,
      trusts: world.carrierCertificate,
      withoutUdp: true,
    });
    await seat.page.goto(`${world.orgUrl}/as/maya/lightning/r/Opportunity/${deal.Id}/view`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const action = (name: string) => seat.page.locator(`[data-action="${name}"]`).first();

  it('reads so before joining, and is offered the phone', async () => {
    await open();
    await action('join').click();
    await seat.page
      .getByText('No sound reaches you. Your network may block calls.')
      .first()
      .waitFor();
    await action('join-by-phone').waitFor();
    const { interventions } = (await world.as('maya').call(callId)).body;
    assert.deepEqual(interventions, []);
  });

  it('joins and talks by TCP alone where the org has a relay', async () => {
    const secretFile = join(tmpdir(), `turn-${process.pid}.secret`);
    await writeFile(secretFile, turn.secret);
    await world.killServer({ TURN_URLS: turn.url, TURN_SECRET_FILE: secretFile });
    await open();
    await action('join').click();
    const phone = softphoneFrame(seat.page);
    await phone.locator('[data-confirmed-mode="monitor"]').waitFor({ state: 'attached' });
    await until('the relay has carried sound', () => turn.relayedBytes() > 20_000);
    assert.deepEqual(await waysOfSound(seat.page), [{ candidateType: 'relay', protocol: 'tcp' }]);
    assert.equal(await seat.page.getByText('No sound reaches you').count(), 0);
  });
});
