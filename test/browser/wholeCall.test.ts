import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ListenerMixes } from '../../local/carrier/media/mixLog.ts';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { takeSeat, type Seat } from './support/chromium.ts';
import { encryptionOf, heardSince, softphoneFrame, TONE, type Speaker } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean }[];
}
interface Level {
  hz: number;
  median: number;
  sustained: number;
  frames: number;
}
type Heard = Speaker[] | 'gone' | 'unclear';
type Matrix = Record<Speaker, Heard>;

const CUSTOMER_PHONE = '+14155550142';
/**
 * What a switch takes to be heard at every ear of a quiet machine; the matrix is measured after it,
 * again where the machine was busy.
 */
const SETTLED_MS = 900;
const MEASURED_MS = 1300;

describe('a whole call in real browsers', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let opportunityPath: string;
  let customerCallSid: string;
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
      takeSeat({ toneHz: TONE.rep, trusts }),
      takeSeat({ toneHz: TONE.supervisor, trusts }),
    ]);
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
  const room = async () => (await world.carrierControl<Room[]>('GET', 'conferences'))[0];
  const mode = (name: string) => manager.page.locator(`label[data-mode="${name}"]`);
  const action = (seat: Seat, name: string) => seat.page.locator(`[data-action="${name}"]`).first();

  async function startCall(): Promise<void> {
    await action(rep, 'call').click();
    await until(
      'rep and customer are in the conference',
      async () => (await room())?.participants.length === 2,
    );
    customerCallSid = (await room())!.participants.find((p) => p.label === 'customer')!.callSid;
  }

  /** The confirmed mode on the manager's page, and the rep's page naming manager and mode. */
  async function confirmed(name: string): Promise<void> {
    await softphoneFrame(manager.page).locator(`[data-confirmed-mode="${name}"]`).waitFor();
    await softphoneFrame(rep.page)
      .locator(`.phone-notice_${name}`, { hasText: 'Maya Okafor' })
      .waitFor({ state: 'attached' });
  }

  async function chooseReason(reason: string): Promise<void> {
    const picker = manager.page.getByRole('combobox', { name: /Reason/ });
    await picker.fill(reason);
    await manager.page.getByRole('option', { name: reason }).click();
    await action(manager, 'confirm').click();
  }

  /**
   * By what the carrier gave the customer's leg until now: as many frames as any other leg in the
   * same time, and whose tones were in them.
   */
  async function customerHears(since: number): Promise<Speaker[]> {
    const asked = `since=${since}&until=${Date.now()}&hz=${Object.values(TONE).join(',')}`;
    const levelsAt = (callSid: string) =>
      world.carrierControl<Level[]>('GET', `levels?callSid=${callSid}&${asked}`);
    const others = (await room())!.participants.filter((p) => p.callSid !== customerCallSid);
    const most = Math.max(
      ...(await Promise.all(others.map(({ callSid }) => levelsAt(callSid)))).map(
        ([level]) => level?.frames ?? 0,
      ),
    );
    const levels = await levelsAt(customerCallSid);
    assert.ok(
      levels[0]!.frames > 0.9 * most,
      `the customer's sound is never interrupted: ${levels[0]!.frames} frames, another leg had ${most}`,
    );
    return (Object.keys(TONE) as Speaker[]).filter((_, i) => levels[i]!.sustained > -50);
  }

  async function matrix(): Promise<Matrix> {
    await pause(SETTLED_MS);
    const since = Date.now();
    await pause(MEASURED_MS);
    const labels = (await room())!.participants.map((p) => p.label.split('-')[0]);
    const ear = (seat: Seat): Promise<Heard> =>
      heardSince(seat.page, since).then(
        (heard) => heard ?? 'gone',
        () => 'unclear',
      );
    const at = async (seat: Seat, role: string) => (labels.includes(role) ? ear(seat) : 'gone');
    return {
      rep: await at(rep, 'rep'),
      supervisor: await at(manager, 'supervisor'),
      customer: await customerHears(since),
    };
  }

  /**
   * At each ear, however late a busy machine brings the sound; and in the mixes, which are exact,
   * nobody else from the first block on.
   */
  async function assertHeard(expected: Matrix): Promise<void> {
    const since = await nextBlock();
    let heard: Matrix | undefined;
    await until('each hears whom it must', async () =>
      isDeepStrictEqual((heard = await matrix()), expected),
    ).catch(() => undefined);
    assert.deepEqual(heard, expected);
    assert.deepEqual(await strangersInTheMixes(expected, since), []);
  }

  /** When the next block has been mixed: the one at work began before who is there now was. */
  async function nextBlock(): Promise<number> {
    const from = Date.now();
    const legs = (await room())!.participants.map(({ callSid }) => callSid);
    await until('a block is mixed for everybody', async () =>
      (await mixesNow())
        .filter(({ callSid }) => legs.includes(callSid))
        .every(({ lastAt }) => lastAt > from),
    );
    return Date.now();
  }

  const mixesNow = async () =>
    world.carrierControl<ListenerMixes[]>(
      'GET',
      `mixes?conference=${encodeURIComponent((await room())!.friendlyName)}`,
    );

  async function strangersInTheMixes(expected: Matrix, since: number): Promise<string[]> {
    const mixes = await mixesNow();
    const roles = new Map(
      mixes.map(({ callSid, label }) => [callSid, label!.split('-')[0] as Speaker]),
    );
    return mixes
      .filter(({ lastAt }) => lastAt >= since)
      .flatMap(({ callSid, changes }) => {
        const listener = roles.get(callSid)!;
        const may = expected[listener];
        const now = Math.max(
          0,
          changes.findLastIndex(({ at }) => at <= since),
        );
        const strangers = changes
          .slice(now)
          .flatMap(({ voices }) => voices.map((voice) => roles.get(voice.callSid)!))
          .filter((speaker) => !may.includes(speaker));
        return strangers.map((speaker) => `${listener} heard ${speaker}`);
      });
  }

  async function customerStays(): Promise<void> {
    const customer = (await room())?.participants.find((p) => p.callSid === customerCallSid);
    assert.ok(customer, 'the customer is on the same leg as at the start');
    assert.equal(customer.hold, false);
  }

  afterEach(async () => {
    if (customerCallSid && (await room())) await customerStays();
  });

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

  it('begins when the rep clicks the customer on the opportunity', async () => {
    await startCall();
    await pause(1000);
    await until('rep and customer hear each other', async () =>
      (await customerHears(Date.now() - 1000)).includes('rep'),
    );
  });

  it('shows the manager the call beside the opportunity', async () => {
    await manager.page.goto(`${world.orgUrl}/as/maya/${opportunityPath}`);
    await manager.page.getByText('Ravi Patel with Priya Raman').waitFor();
    await action(manager, 'join').waitFor();
    await registered(manager);
  });

  it('lets the manager monitor: hears both, is heard by nobody (D1)', async () => {
    await action(manager, 'join').click();
    await confirmed('monitor');
    await assertHeard({ rep: ['customer'], supervisor: ['rep', 'customer'], customer: ['rep'] });
  });

  it('carries the sound of both encrypted, by DTLS and SRTP (D39)', async () => {
    for (const { page } of [rep, manager]) {
      const connections = await encryptionOf(page);
      assert.equal(connections.length, 1);
      assert.equal(connections[0]!.dtlsState, 'connected');
      assert.match(connections[0]!.srtpCipher, /AES|AEAD/);
    }
  });

  it('whispers: the rep hears it, the customer does not (D2)', async () => {
    await mode('whisper').click();
    await confirmed('whisper');
    await assertHeard({
      rep: ['supervisor', 'customer'],
      supervisor: ['rep', 'customer'],
      customer: ['rep'],
    });
  });

  it('barges with a reason: both hear the manager (D3)', async () => {
    await mode('barge').click();
    await chooseReason('Large deal');
    await confirmed('barge');
    await assertHeard({
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
      isDeepStrictEqual(await matrix(), {
        rep: ['customer'],
        supervisor: ['rep', 'customer'],
        customer: ['rep'],
      }),
    );
  });

  it('hands back: silent again (D13)', async () => {
    release();
    await confirmed('monitor');
    await assertHeard({ rep: ['customer'], supervisor: ['rep', 'customer'], customer: ['rep'] });
  });

  it('takes over while the rep listens (D4)', async () => {
    await mode('takeover').click();
    await manager.page.locator('input[value="listens"]').check();
    await chooseReason('Large deal');
    await confirmed('takeover');
    await assertHeard({
      rep: ['supervisor', 'customer'],
      supervisor: ['customer'],
      customer: ['supervisor'],
    });
  });

  it('leaves, and rep and customer talk on (G20)', async () => {
    await action(manager, 'leave').click();
    await until(
      'the manager is off the call',
      async () => (await room())?.participants.length === 2,
    );
    await assertHeard({ rep: ['customer'], supervisor: 'gone', customer: ['rep'] });
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
    for (const text of ['Maya Okafor: Takeover', 'Large deal', 'Deal advanced'])
      await receipt.getByText(text).waitFor();
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
    await assertHeard({ rep: 'gone', supervisor: ['customer'], customer: ['supervisor'] });
  });

  it('ran without an error on any page', () => {
    assert.deepEqual([...rep.consoleErrors, ...manager.consoleErrors], []);
  });
});
