import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { manyCalls, type ManyCalls } from '../support/manyCalls.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { requestsOf } from './support/requests.ts';
import { rowChanges, scrollToTheEnd, watchRows } from './support/rowWatch.ts';

const CALLS = 300;
const CHANGES_PER_SECOND = 20;

describe('the live wall with 300 calls (D38)', () => {
  let world: World;
  let crowd: ManyCalls;
  let seat: Seat;

  before(async () => {
    await prepare();
    // Nobody looks after these calls at the carrier: it does not know them.
    world = await startWorld({ env: { ROLES: 'web' } });
    crowd = await manyCalls(world.databaseUrl, CALLS, await world.as('maya').userId());
    seat = await openSeat();
  });
  after(async () => {
    await seat?.close();
    await crowd?.close();
    await world?.stop();
  });

  const row = (name: string) => seat.page.locator('.body .row', { hasText: name });
  const focusedRep = () =>
    seat.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.querySelector('.rep')?.textContent ?? focused?.tagName;
    });

  it('shows 20 changes a second, and changes the rows of those calls and no others', async () => {
    // The longest call first: by what calls need, others would be in sight.
    const requests = requestsOf(seat.page);
    await seat.page.goto(`${world.orgUrl}/as/maya/lightning/page/home?c__sort=-duration`);
    await row('Rep 000').waitFor();
    await until('the rows have their scores', () => requests.isAllThere('/api/attention'));
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    const shown = await seat.page
      .locator('.body .row')
      .evaluateAll((rows) => rows.map((each) => (each as HTMLElement).dataset.callId!));
    await watchRows(seat.page, '.body');
    const { made, accounts } = await crowd
      .changing(CHANGES_PER_SECOND)
      .stop({ atLeast: CALLS / 2 });
    const inSight = shown.filter((callId) => accounts.has(callId)).sort();
    await until('each row shows what its call is now', async () => {
      const rows = await seat.page
        .locator('.body .row')
        .evaluateAll((all) =>
          all.map(
            (each) => [(each as HTMLElement).dataset.callId!, each.textContent ?? ''] as const,
          ),
        );
      return rows.every(
        ([callId, text]) => !accounts.has(callId) || text.includes(accounts.get(callId)!),
      );
    });
    const { changedIds, renders, recreatedIds } = await rowChanges(seat.page);
    assert.ok(
      inSight.length > 3 && inSight.length < shown.length,
      `${inSight.length} of ${shown.length} rows in sight changed`,
    );
    assert.deepEqual(changedIds, inSight);
    assert.deepEqual(recreatedIds, []);
    assert.ok(renders <= made, `${renders} renders for ${made} changes`);
  });

  it('keeps the rows that stay in sight while it is scrolled and 20 of them change each second', async () => {
    await watchRows(seat.page, '.body');
    const changing = crowd.changing(CHANGES_PER_SECOND);
    await scrollToTheEnd(seat.page, '.body', 40);
    const { made } = await changing.stop({ atLeast: CHANGES_PER_SECOND });
    await row('Rep 299').waitFor();
    const { mostRows, recreatedIds, renders } = await rowChanges(seat.page);
    assert.deepEqual(recreatedIds, []);
    assert.ok(mostRows > 8 && mostRows < 45, `${mostRows} rows at once`);
    // A change is worth a render, and so is a row that comes into sight; a frame that brings
    // neither is not.
    assert.ok(renders <= CALLS + made, `${renders} renders for ${CALLS} rows and ${made} changes`);
    await seat.page.locator('.body').evaluate((body) => {
      body.scrollTop = 0;
    });
    await row('Rep 000').waitFor();
  });

  it('has a few dozen rows in the page, not 300', async () => {
    const inPage = await seat.page.locator('.body .row').count();
    assert.ok(inPage > 8 && inPage < 45, `${inPage} rows`);
    assert.equal(await seat.page.getByRole('grid').getAttribute('aria-rowcount'), '301');
  });

  it('is found in by filtering, and sorted, by keyboard alone', async () => {
    await seat.page.getByLabel('Filter by rep, customer, account, or deal').focus();
    await seat.page.keyboard.type('rep 123');
    await seat.page.getByText('1 of 300 shown').waitFor();
    await until('it is the one', async () => (await seat.page.locator('.body .row').count()) === 1);
    await seat.page.keyboard.press('Control+A');
    await seat.page.keyboard.press('Delete');
    await seat.page.locator('[data-column=amount]').focus();
    await seat.page.keyboard.press('Enter');
    await until('the largest deal is first', async () =>
      (await seat.page.locator('.body .row').first().innerText()).includes('$304,000'),
    );
    await seat.page.locator('[data-column=rep]').focus();
    await seat.page.keyboard.press('Enter');
    await until('the first rep is first', async () =>
      (await seat.page.locator('.body .row').first().innerText()).includes('Rep 000'),
    );
  });

  it('is walked by keyboard from the first to the last, and the focus is never lost', async () => {
    const frame = () =>
      seat.page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
    await seat.page.locator('.row[tabindex="0"]').focus();
    // By then the list has scrolled to the row and put others around it.
    await frame();
    await seat.page.keyboard.press('Home');
    await until('the first is focused', async () => (await focusedRep()) === 'Rep 000');
    for (let i = 0; i < 25; i += 1) await seat.page.keyboard.press('ArrowDown');
    await until('the 26th is focused', async () => (await focusedRep()) === 'Rep 025');
    await seat.page.keyboard.press('End');
    await until('the last is focused', async () => (await focusedRep()) === 'Rep 299');
    await seat.page.locator('.body').evaluate((body) => {
      body.scrollTop = 0;
    });
    await row('Rep 000').waitFor();
    assert.equal(await focusedRep(), 'Rep 299');
    await seat.page.locator('.body').evaluate((body) => {
      body.scrollTop = body.scrollHeight;
    });
    await row('Rep 290').waitFor();
    await frame();
    assert.equal(await focusedRep(), 'Rep 299');
  });

  it('keeps the focus near when the focused call ends', async () => {
    await seat.page.keyboard.press('Home');
    await until('the first is focused', async () => (await focusedRep()) === 'Rep 000');
    await seat.page.keyboard.press('ArrowDown');
    await until('the second is focused', async () => (await focusedRep()) === 'Rep 001');
    await crowd.end(1);
    await until('its neighbor is', async () => (await focusedRep()) === 'Rep 002');
  });

  it('does not scroll sideways at 320 pixels', async () => {
    await seat.page.setViewportSize({ width: 320, height: 640 });
    await seat.page.locator('.body').evaluate((body) => {
      body.scrollTop = 0;
    });
    await row('Rep 000').waitFor();
    const overflow = () =>
      seat.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await until('nothing is wider than the page', async () => (await overflow()) === 0);
    assert.deepEqual(seat.consoleErrors, []);
  });
});
