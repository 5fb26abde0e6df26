import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { clockAhead } from '../support/clockAhead.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string; readonly hears: readonly string[] }[];
}

const AWAY = "Salesforce isn't responding. Your permissions are from";

/** One scripted day: each step begins where the one before ended. */
describe('two managers who whisper to reps when Salesforce takes requests and answers none', () => {
  let world: World;
  /** Maya clicks on the page, Dana in the softphone. */
  let maya: Seat;
  let dana: Seat;
  /** Whether Salesforce answers the pages, which ask it for sessions, and Dealside. */
  let hangs = false;
  let lenas: string;
  let ravis: string;

  before(async () => {
    await prepare();
    world = await startWorld({
      tls: true,
      env: { ...clockAhead(150_000), ...SALESFORCE_HANGS },
    });
    lenas = await liveCallOf(world, 'lena', 'Brightwater');
    ravis = await liveCallOf(world, 'ravi', 'Halcyon');
    [maya, dana] = await Promise.all([sits('maya'), sits('dana')]);
  });
  after(async () => {
    await Promise.all([maya?.close(), dana?.close()]);
    await world?.stop();
  });

  async function sits(alias: string): Promise<Seat> {
    const seat = await openSeat({
      toneHz: TONE.supervisor,
      trusts: world.carrierCertificate,
      width: 1_800,
    });
    // Sessions that Salesforce issues are good for a second: each click wants another one.
    await seat.page.route('**/apex/DealsideSessionToken.issue', async (route) => {
      if (hangs) return;
      const response = await route.fetch();
      const session = (await response.json()) as object;
      await route.fulfill({
        response,
        json: { ...session, expiresAt: new Date(Date.now() + 61_000).toISOString() },
      });
    });
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/page/home`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    return seat;
  }
  const row = (seat: Seat, name: string) => seat.page.locator('.body .row', { hasText: name });
  const isInMode = (seat: Seat, mode: string) =>
    softphoneFrame(seat.page)
      .locator(`[data-confirmed-mode="${mode}"]`)
      .waitFor({ state: 'attached' });
  async function whispersTo(seat: Seat, rep: string): Promise<void> {
    await row(seat, rep)
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    await isInMode(seat, 'monitor');
    await seat.page.locator('label[data-mode="whisper"]').click();
    await isInMode(seat, 'whisper');
  }
  const inside = async (callId: string) =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ friendlyName }) => friendlyName === callId,
    )?.participants ?? [];
  const isUnheard = async (callId: string) =>
    (await inside(callId)).every(
      ({ label, hears }) =>
        label.startsWith('supervisor') || !hears.some((other) => other.startsWith('supervisor')),
    );
  const isOff = async (callId: string) =>
    !(await inside(callId)).some(({ label }) => label.startsWith('supervisor'));
  async function salesforceHangs(now: boolean): Promise<void> {
    hangs = now;
    await world.orgControl('faults', { hangs: now });
  }
  /** In the softphone, which has opened by itself. */
  const control = (seat: Seat, selector: string) =>
    seat.page.locator('.page-utility-panel').locator(selector);

  /** How many there are on Maya's page, on Dana's, and in Dana's softphone. */
  const banners = () =>
    Promise.all(
      [maya.page, dana.page, softphoneFrame(dana.page)].map((at) => at.getByText(AWAY).count()),
    );
  /** Meanwhile somebody works: the server asks Salesforce about a person who does something. */
  const untilBanners = (what: string, holds: (count: number) => boolean) =>
    until(
      `the banners ${what}`,
      async () => {
        await world.as('dana').call(ravis);
        return (await banners()).every(holds);
      },
      { everyMs: 250 },
    );

  it('fall silent at once from the page and from the softphone, though no session is to be had', async () => {
    await Promise.all([whispersTo(maya, 'Lena Brandt'), whispersTo(dana, 'Ravi Patel')]);
    await salesforceHangs(true);
    await maya.page.keyboard.press('m');
    await control(dana, 'label[data-mode="monitor"]').click();
    await Promise.all([isInMode(maya, 'monitor'), isInMode(dana, 'monitor')]);
    // As long as the page shows another mode, it asks before she leaves that call for another one.
    await maya.page.locator('.now.mode-look_monitor:not(.now_pending)').waitFor();
    assert.deepEqual([await isUnheard(lenas), await isUnheard(ravis)], [true, true]);
  });

  it('read why they cannot join another call, and stay where they are', async () => {
    await row(maya, 'Ravi Patel')
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    await maya.page
      .locator('[data-code="crm_unavailable"]', {
        hasText: /Couldn't join .*Salesforce isn't responding/s,
      })
      .waitFor();
    assert.equal((await inside(lenas)).length, 3);
  });

  it('read since when, on the page and in the softphone', async () => {
    world.putClockForward();
    await untilBanners('are there', (count) => count > 0);
  });

  it('leave from the page and from the softphone', async () => {
    await maya.page.keyboard.press('l');
    await control(dana, '[data-action="leave"]').click();
    await until('Maya is off', () => isOff(lenas));
    await until('Dana is off', () => isOff(ravis));
  });

  it('read nothing of it any more once Salesforce answers', async () => {
    await salesforceHangs(false);
    await untilBanners('are gone', (count) => count === 0);
  });
});
