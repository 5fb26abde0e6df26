import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { prepare } from '../../local/machine/build/prepare.ts';
import { manyCalls, type ManyCalls } from '../support/manyCalls.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { requestsOf } from './support/requests.ts';

const CROWD = 298;
const CHANGES_PER_SECOND = 20;
/** A row that moves less is taken for standing still. */
const MOST_PX = 8;
const SHOTS = process.env.DEALSIDE_SHOTS;

/** One scripted day: each step begins where the one before ended. */
describe('a manager who listens to one of 300 calls', () => {
  let world: World;
  let crowd: ManyCalls;
  let seat: Seat;

  before(async () => {
    await prepare();
    // Nobody looks after the crowd at the carrier: it does not know these calls.
    world = await startWorld({ tls: true, env: { ROLES: 'web' } });
    await liveCallOf(world, 'ravi', 'Halcyon');
    await liveCallOf(world, 'lena', 'Brightwater');
    crowd = await manyCalls(world.databaseUrl, CROWD, await world.as('maya').userId());
    seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    const requests = requestsOf(seat.page);
    // The order is in the address: the two calls that are real come first.
    await seat.page.goto(`${world.orgUrl}/as/maya/lightning/page/home?c__sort=rep`);
    await row('Rep 000').waitFor();
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    // What comes late may move the rows.
    await until('the page has all it shows', () => requests.isAllThere('/api/attention'));
  });
  after(async () => {
    await seat?.close();
    await crowd?.close();
    await world?.stop();
  });

  const softphone = () => softphoneFrame(seat.page);
  const row = (name: string) => seat.page.locator('.body .row', { hasText: name });
  const panel = (selector: string) => seat.page.locator('.page-utility-panel').locator(selector);
  const confirmed = (mode: string) =>
    softphone().locator(`[data-confirmed-mode="${mode}"]`).waitFor({ state: 'attached' });
  const focusedText = () =>
    seat.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.closest('.row')?.querySelector('.rep')?.textContent ?? focused?.tagName ?? '';
    });
  const picture = async (name: string): Promise<void> => {
    if (!SHOTS) return;
    await mkdir(SHOTS, { recursive: true });
    await seat.page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  /** Where each row in the page stands, by its rep. */
  const places = async (): Promise<Map<string, number>> =>
    new Map(
      await seat.page
        .locator('.body .row')
        .evaluateAll((rows) =>
          rows.map(
            (each) =>
              [
                each.querySelector('.rep')?.textContent ?? '',
                each.getBoundingClientRect().top,
              ] as const,
          ),
        ),
    );
  async function assertStood(before: ReadonlyMap<string, number>): Promise<void> {
    const moved = [...(await places())].filter(
      ([rep, top]) => before.has(rep) && Math.abs(before.get(rep)! - top) > MOST_PX,
    );
    assert.deepEqual(moved, []);
  }
  /** By keyboard, from the row that has the focus to the next one. */
  async function join(name: string): Promise<void> {
    const button = row(name).getByRole('button', { name: /Monitor/ });
    await button.waitFor();
    await button.press('Enter');
    await panel('c-call-bar').filter({ hasText: name }).waitFor();
    await confirmed('monitor');
  }

  it('joins by keyboard while 20 calls change each second, and no row moves', async () => {
    const before = await places();
    const changing = crowd.changing(CHANGES_PER_SECOND);
    await join('Ravi Patel');
    await changing.stop({ atLeast: CHANGES_PER_SECOND });
    await assertStood(before);
    await picture('beside-call');
  });

  it('has the controls once, in the softphone, and the wall in view beside them', async () => {
    await panel('fieldset.modes').waitFor();
    await seat.page.setViewportSize({ width: 1_366, height: 768 });
    assert.equal(await seat.page.locator('fieldset.modes').count(), 1);
    assert.equal(await softphone().locator('.phone-modes').count(), 0);
    const seen = () =>
      seat.page.locator('.body .row').evaluateAll(
        (rows) =>
          rows.filter((each) => {
            const { left, top, height } = each.querySelector('.rep')!.getBoundingClientRect();
            const hit = document.elementFromPoint(left + 5, top + height / 2);
            return hit !== null && !hit.closest('.page-utility') && top + height < innerHeight;
          }).length,
      );
    await until('five rows are in view', async () => (await seen()) >= 5);
    await picture('beside-call-low');
    await seat.page.setViewportSize({ width: 1_280, height: 900 });
  });

  it('keeps the focus on the wall while calls change', async () => {
    await row('Rep 000').focus();
    await crowd.changing(CHANGES_PER_SECOND).stop({ atLeast: CHANGES_PER_SECOND });
    assert.equal(await focusedText(), 'Rep 000');
  });

  it('moves to another call by one key press, and nothing is asked (V7)', async () => {
    const before = await places();
    await join('Lena Brandt');
    assert.equal(await seat.page.getByRole('alertdialog').count(), 0);
    await assertStood(before);
    await until('the focus is on that call', async () => (await focusedText()) === 'Lena Brandt');
    await row('Ravi Patel').locator('.on', { hasText: 'Unsupervised' }).waitFor();
  });

  it('switches by single keys from the wall, and hears all keys listed', async () => {
    await seat.page.keyboard.press('w');
    await confirmed('whisper');
    await row('Lena Brandt').locator('[data-mode-tag="whisper"]').waitFor();
    await seat.page.keyboard.press('?');
    const list = seat.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.waitFor();
    await picture('keys');
    await list.getByLabel('Key for Monitor').fill('1');
    await list.getByRole('button', { name: 'Save' }).press('Enter');
    await list.waitFor({ state: 'detached' });
    await row('Rep 000').focus();
    await seat.page.keyboard.press('1');
    await confirmed('monitor');
  });

  it('is silent by H, from whisper and from barge, after clicks on an empty part of the page', async () => {
    /** A click there moves the focus to what is around it. */
    const pressAfterClick = async (key: string): Promise<void> => {
      await seat.page.locator('main').click({ position: { x: 2, y: 2 } });
      await seat.page.keyboard.press(key);
    };
    await pressAfterClick('w');
    await confirmed('whisper');
    await pressAfterClick('h');
    await confirmed('monitor');
    await pressAfterClick('b');
    await panel('input[role="combobox"]').fill('negot');
    await panel('[role="option"]').first().click();
    await panel('[data-action="confirm"]').click();
    await confirmed('barge');
    await pressAfterClick('h');
    await confirmed('monitor');
  });

  it('keeps the way out where it is, and in view, while a barge asks its questions beside it', async () => {
    const leave = panel('[data-action="leave"]').first();
    const before = await leave.boundingBox();
    await seat.page.keyboard.press('b');
    await panel('c-intervention-escalation-dialog').waitFor();
    const asked = await leave.boundingBox();
    assert.ok(
      Math.abs(asked!.y - before!.y) <= MOST_PX,
      `the way out moved from ${before!.y} to ${asked!.y}`,
    );
    await panel('c-intervention-escalation-dialog [data-action="cancel"]').click({ trial: true });
    await panel('c-intervention-escalation-dialog').evaluate((dialog) =>
      dialog.scrollIntoView({ block: 'end' }),
    );
    await until('the way out is within the panel', async () => {
      const [box, frame] = await Promise.all([
        leave.boundingBox(),
        seat.page.locator('.page-utility-panel').boundingBox(),
      ]);
      return box!.y >= frame!.y && box!.y + box!.height <= frame!.y + frame!.height;
    });
    // Nothing lies over it.
    await leave.click({ trial: true });
    await picture('barge-asks');
    await seat.page.keyboard.press('Escape');
    await panel('c-intervention-escalation-dialog').waitFor({ state: 'detached' });
    await confirmed('monitor');
  });

  it('has nothing on the page that axe finds wrong', async () => {
    assert.deepEqual(await violations(seat.page), []);
  });

  it('leaves by one key, is asked for the outcome in one line, and no row moves', async () => {
    const before = await places();
    await seat.page.keyboard.press('l');
    await seat.page.getByText('1 outcome to log').waitFor();
    await assertStood(before);
    assert.deepEqual(
      seat.consoleErrors.filter((line) => !line.includes('favicon')),
      [],
    );
  });
});
