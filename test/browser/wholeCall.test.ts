import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { encryptionOf, softphoneFrame, TONE } from './support/ear.ts';
import { hearingOf, type Hearing } from './support/hearing.ts';

const CUSTOMER_PHONE = '+14155550142';

describe('a whole call in real browsers', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let opportunityPath: string;
  let ears: Hearing;
  /** Lets requests for a mode reach the server. */
  let release = (): void => undefined;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    opportunityPath = `lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Halcyon'))!.Id}/view`;
    const trusts = world.carrierCertificate;
    [rep, manager] = await Promise.all([
      openSeat({ toneHz: TONE.rep, trusts }),
      openSeat({ toneHz: TONE.supervisor, trusts }),
    ]);
    ears = hearingOf(world, { rep, manager });
    await rep.page.goto(`${world.orgUrl}/as/ravi/${opportunityPath}`);
    await registered(rep);
  });
  after(async () => {
    await Promise.all([rep?.close(), manager?.close()]);
    await world?.stop();
  });

  const registered = (seat: Seat) =>
    seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  const mode = (name: string) => manager.page.locator(`label[data-mode="${name}"]`);
  const action = (seat: Seat, name: string) => seat.page.locator(`[data-action="${name}"]`).first();

  async function startCall(): Promise<void> {
    await action(rep, 'call').click();
    await ears.bothTalk();
  }

  /** The confirmed mode on the manager's page, and the rep's page naming manager and mode. */
  async function confirmed(name: string): Promise<void> {
    await softphoneFrame(manager.page).locator(`[data-confirmed-mode="${name}"]`).waitFor();
    await softphoneFrame(rep.page)
      .locator(`.phone-notice.mode-look_${name}`, { hasText: 'Maya Okafor' })
      .waitFor({ state: 'attached' });
  }

  async function chooseReason(reason: string): Promise<void> {
    const picker = manager.page.getByRole('combobox', { name: /Reason/ });
    await picker.fill(reason);
    await manager.page.getByRole('option', { name: reason }).click();
    await action(manager, 'confirm').click();
  }

  afterEach(() => ears?.customerStays());

  it('is preceded by a look at the microphone’s level (R18)', async () => {
    const phone = softphoneFrame(rep.page);
    await rep.page.locator('.page-utility-button').click();
    await phone.locator('.phone-check summary').press('Enter');
    const level = () =>
      phone.locator('.phone-check meter').evaluate((meter: HTMLMeterElement) => meter.value);
    await until('the bar moves with the microphone', async () => (await level()) > 0.3);
    await phone.locator('.phone-check summary').press('Enter');
    await until('nothing listens any more', async () => (await level()) === 0);
    await rep.page.locator('.page-utility-button').click();
  });

  it('finds the rep’s phone registered again after its token has ended', async () => {
    const clients = () => world.carrierControl<unknown[]>('GET', 'clients');
    const before = await clients();
    const renewed = rep.page.waitForRequest('**/api/softphone/token');
    await world.carrierControl('POST', 'expire-tokens', {});
    await world.carrierControl('POST', 'drop-sockets', {});
    await renewed;
    await until('the phone is registered again', async () =>
      isDeepStrictEqual(await clients(), before),
    );
    await registered(rep);
    const said = rep.consoleErrors.splice(0);
    assert.deepEqual(
      said.filter((text) => !text.startsWith('[TwilioVoice]')),
      [],
    );
  });

  it('begins when the rep clicks the customer on the opportunity (V27)', async () => {
    await startCall();
    await ears.aSecondPasses();
    await until('rep and customer hear each other', async () =>
      (await ears.customerHears(Date.now() - 1000)).includes('rep'),
    );
  });

  it('shows the manager the call beside the opportunity', async () => {
    await manager.page.goto(`${world.orgUrl}/as/maya/${opportunityPath}`);
    await manager.page.getByText('Ravi Patel with Priya Raman').waitFor();
    await action(manager, 'join').waitFor();
    await registered(manager);
  });

  it('lets the manager monitor: hears both, is heard by nobody (D1, V5)', async () => {
    await action(manager, 'join').click();
    await confirmed('monitor');
    await ears.assertHeard({
      rep: ['customer'],
      supervisor: ['rep', 'customer'],
      customer: ['rep'],
    });
  });

  it('carries the sound of both encrypted, by DTLS and SRTP (D39)', async () => {
    for (const { page } of [rep, manager]) {
      const connections = await until('the call’s connection alone is open', async () => {
        const open = await encryptionOf(page);
        return open.length === 1 ? open : undefined;
      });
      assert.equal(connections[0]!.dtlsState, 'connected');
      assert.match(connections[0]!.srtpCipher, /AES|AEAD/);
    }
  });

  it('whispers: the rep hears it, the customer does not (D2)', async () => {
    await mode('whisper').click();
    await confirmed('whisper');
    await ears.assertHeard({
      rep: ['supervisor', 'customer'],
      supervisor: ['rep', 'customer'],
      customer: ['rep'],
    });
  });

  it('barges with a reason: both hear the manager (D3, P4, R5)', async () => {
    await mode('barge').click();
    await chooseReason('Large deal');
    await confirmed('barge');
    await ears.assertHeard({
      rep: ['supervisor', 'customer'],
      supervisor: ['rep', 'customer'],
      customer: ['rep', 'supervisor'],
    });
  });

  it('falls silent at the click to hand back, before the server has answered', async () => {
    const released = new Promise<void>((resolve) => (release = resolve));
    await manager.page.route('**/api/interventions/*/mode', async (route) => {
      await released;
      await route.continue();
    });
    await action(manager, 'hand-back').click();
    await manager.page.getByText('Your microphone is off.').first().waitFor();
    await softphoneFrame(manager.page).locator('[data-confirmed-mode="barge"]').waitFor();
    await until('the customer and the rep no longer hear the manager', async () =>
      isDeepStrictEqual(await ears.matrix(), {
        rep: ['customer'],
        supervisor: ['rep', 'customer'],
        customer: ['rep'],
      }),
    );
  });

  it('hands back: silent again (D13, V7)', async () => {
    release();
    await confirmed('monitor');
    await ears.assertHeard({
      rep: ['customer'],
      supervisor: ['rep', 'customer'],
      customer: ['rep'],
    });
  });

  it('takes over while the rep listens (D4, P4)', async () => {
    await mode('takeover').click();
    await manager.page.locator('input[value="listens"]').check();
    await chooseReason('Large deal');
    await confirmed('takeover');
    await ears.assertHeard({
      rep: ['supervisor', 'customer'],
      supervisor: ['customer'],
      customer: ['supervisor'],
    });
  });

  it('leaves, and rep and customer talk on (G20)', async () => {
    await action(manager, 'leave').click();
    await until(
      'the manager is off the call',
      async () => (await ears.room())?.participants.length === 2,
    );
    await ears.assertHeard({ rep: ['customer'], supervisor: 'gone', customer: ['rep'] });
  });

  it('asks how it went; activity and coaching task are on the timeline (P18, P26)', async () => {
    await manager.page.getByText('Deal advanced').click();
    await manager.page.getByRole('button', { name: 'Save' }).click();
    const timeline = manager.page.locator('.page-timeline');
    await timeline.getByText('Takeover: Maya Okafor').waitFor();
    await timeline.getByText('Debrief: call with Priya Raman').waitFor();
    await timeline.getByRole('button', { name: /Details of Takeover/ }).click();
    for (const fact of [
      'Large deal',
      'Deal advanced',
      'Monitor → Whisper → Barge → Monitor → Takeover',
    ]) {
      await timeline.locator('dd:visible', { hasText: fact }).first().waitFor();
    }
  });

  it('shows it in hindsight on the deal, by the names that people read', async () => {
    await manager.page.reload();
    const receipt = manager.page.locator('c-intervention-receipt').first();
    await receipt.locator('summary').click();
    for (const text of ['Maya Okafor', 'Takeover'])
      await receipt.locator('summary', { hasText: text }).waitFor();
    for (const text of ['Large deal', 'Deal advanced']) await receipt.getByText(text).waitFor();
    await action(manager, 'join').waitFor();
    await registered(manager);
  });

  it('takes over with the rep gone: manager and customer go on (D36)', async () => {
    await action(manager, 'join').click();
    await confirmed('monitor');
    await mode('takeover').click();
    await manager.page.locator('input[value="leaves"]').check();
    await chooseReason('Large deal');
    await softphoneFrame(manager.page).locator('[data-confirmed-mode="takeover"]').waitFor();
    await ears.assertHeard({ rep: 'gone', supervisor: ['customer'], customer: ['supervisor'] });
  });

  it('ran without an error on any page', () => {
    assert.deepEqual([...rep.consoleErrors, ...manager.consoleErrors], []);
  });
});
