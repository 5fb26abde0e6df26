import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { becomesLive, identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { dress } from './support/dress.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

/** The customer of the deal. */
const MARCUS = '+12065550187';
const HOUR_MS = 3_600_000;
const NAMES = { maya: 'Maya Okafor', dana: 'Dana Whitfield' };

/** One scripted day: each step begins where the one before ended. */
describe('a call on which a customer asks for a manager', () => {
  let world: World;
  let maya: Seat;
  let dana: Seat;
  let rep: Seat;
  let callId: string;
  let dealId: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, setting: { Transcribe_Calls__c: true } });
    const trusts = world.carrierCertificate;
    [maya, dana, rep] = await Promise.all([
      openSeat({ toneHz: TONE.supervisor, trusts }),
      openSeat({ toneHz: TONE.supervisor, trusts }),
      openSeat({ toneHz: TONE.rep, trusts }),
    ]);
    await world.carrierControl('POST', 'scripts', {
      address: MARCUS,
      script: { voice: 'marcus', ringMs: 100, pauseMs: 500 },
    });
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    dealId = deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id;
    const lena = world.as('lena');
    const placed = await until('the call is placed', async () => {
      const answer = await lena.placeCall({ opportunityId: dealId });
      return answer.status === 503 ? undefined : answer;
    });
    ({ callId } = placed.body.call);
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(lena)}`,
      params: placed.body.connect.params,
      script: { voice: 'lena', pauseMs: 500 },
    });
    await becomesLive(world, 'lena', callId);
    await Promise.all([
      maya.page.goto(`${world.orgUrl}/as/maya/lightning/page/home`),
      dana.page.goto(`${world.orgUrl}/as/dana/lightning/page/home`),
    ]);
    await Promise.all(
      [maya, dana].map(({ page }) =>
        page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' }),
      ),
    );
  });
  after(async () => {
    await Promise.all([maya, dana, rep].map((seat) => seat?.close()));
    await world?.stop();
  });

  const queueOf = ({ page }: Seat) => page.locator('c-attention-queue');
  const alertOf = (seat: Seat) =>
    queueOf(seat).locator('.alert', { hasText: 'Asks for a manager: “speak … manager”' });
  const act = (seat: Seat, action: string) =>
    queueOf(seat).locator(`[data-action="${action}"]`).first();
  const says = (seat: Seat, text: string | RegExp) =>
    seat.page.getByText(text).filter({ visible: true }).first().waitFor();
  const claims = () =>
    world.database<{ userName: string }>('select "userName" from "CallClaim" where "callId" = $1', [
      callId,
    ]);
  /** What has the focus: an action, or else an alert or a call. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      let one = document.activeElement as HTMLElement | null;
      while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement as HTMLElement;
      return one?.dataset.action ?? one?.className.split(' ')[0] ?? '';
    });
  /** Presses a key until the focus is there. */
  async function press(page: Page, key: string, to: string): Promise<void> {
    for (let n = 0; n < 20; n += 1) {
      await page.keyboard.press(key);
      if ((await focused(page)) === to) return;
    }
    assert.fail(`${key} does not lead to ${to}, but to ${await focused(page)}`);
  }
  /** Both requests are on their way before either is answered. */
  async function atOnce(path: string, clicks: () => Promise<unknown>[]): Promise<void> {
    let sent = 0;
    let release: () => void;
    const both = new Promise<void>((resolve) => (release = resolve));
    const pages = [maya.page, dana.page];
    for (const page of pages)
      await page.route(`**${path}`, async (route) => {
        if (route.request().method() === 'POST' && (sent += 1) === 2) release();
        if (route.request().method() === 'POST') await both;
        await route.continue();
      });
    await Promise.all(clicks());
    await both;
    for (const page of pages) await page.unroute(`**${path}`);
  }

  it('is in the list of both managers, with the words, the parts of its score and the next step', async () => {
    for (const seat of [maya, dana]) {
      await alertOf(seat).first().waitFor();
      await says(seat, /^\d+ points: .*alerts \+\d+/);
      await says(seat, 'Suggested: Barge. Asks for a manager.');
    }
  });

  it('is claimed by one of two who click at once, and the other is told who', async () => {
    await atOnce(`/api/calls/${callId}/claim`, () =>
      [maya, dana].map((seat) => act(seat, 'claim').click()),
    );
    const [claim, ...others] = await until('somebody has it', async () => {
      const all = await claims();
      return all.length > 0 ? all : undefined;
    });
    assert.deepEqual(others, []);
    const holder = claim!.userName;
    const [winner, loser] = holder === NAMES.maya ? [maya, dana] : [dana, maya];
    await queueOf(winner).getByText("You're looking after it").waitFor();
    await queueOf(loser).getByText(`${holder} is looking after this call.`).waitFor();
    assert.equal(await act(loser, 'release').count(), 0);
    await act(winner, 'release').click();
    await act(winner, 'claim').waitFor();
    await act(loser, 'claim').waitFor();
  });

  it('is joined by one while the other claims it at the same moment, and who comes second reads who was first', async () => {
    await atOnce(`/api/calls/${callId}/claim`, () => [
      act(maya, 'claim').click(),
      act(dana, 'join-attention').click(),
    ]);
    const [claim] = await until('somebody has it', async () => {
      const all = await claims();
      return all.length > 0 ? all : undefined;
    });
    if (claim!.userName === NAMES.maya) {
      await says(dana, `${NAMES.maya} is looking after this call.`);
      await dana.page.locator('[data-action="join-claimed"]').first().click();
    } else await says(maya, `${NAMES.dana} is looking after this call.`);
    await softphoneFrame(dana.page)
      .locator('[data-confirmed-mode="monitor"]')
      .waitFor({ state: 'attached' });
    await maya.page
      .locator('.body .row', { hasText: 'Lena Brandt' })
      .locator('.on', { hasText: NAMES.dana })
      .waitFor();
  });

  it('has its last words, who talked how much and its alerts in front of who joins', async () => {
    const words = dana.page.locator('c-call-words').first();
    await words.locator('.line').first().waitFor();
    await words.getByText(/^Customer \d+%, rep \d+% of the talking$/).waitFor();
    await words.locator('.alert', { hasText: 'Asks for a manager' }).first().waitFor();
    const newest = words.locator('.lines > li').last();
    await until('the newest words are in view', () =>
      newest.evaluate((line) => {
        const list = line.parentElement!.getBoundingClientRect();
        return line.getBoundingClientRect().bottom <= list.bottom + 1;
      }),
    );
  });

  it('has its alert marked and snoozed from its row, by keyboard, without a join', async () => {
    const { page } = maya;
    await page.locator('.body .row', { hasText: 'Lena Brandt' }).focus();
    await press(page, 'ArrowRight', 'show-alerts');
    await page.keyboard.press('Enter');
    await until('the call is focused in the list', async () => (await focused(page)) === 'row');
    await press(page, 'Tab', 'useful');
    await page.keyboard.press('Enter');
    await queueOf(maya).getByText('Marked: Useful').waitFor();
    await until('the alert has the focus', async () => (await focused(page)) === 'alert');
    await press(page, 'Tab', 'snooze');
    await page.keyboard.press('Enter');
    await act(maya, 'unmute').waitFor();
    await until('the way back has the focus', async () => (await focused(page)) === 'unmute');
    const [mute] = await world.database<{ until: Date | null }>('select "until" from "AlertMute"');
    const lasts = mute!.until!.valueOf() - Date.now();
    assert.ok(lasts > 0 && lasts <= HOUR_MS, `it lasts ${lasts} ms`);
    const [marked] = await world.database<{ mark: string }>(
      'select "mark" from "CallAlert" where "mark" is not null',
    );
    assert.equal(marked?.mark, 'useful');
    const joined = await world.database(
      `select 1 from "Intervention" where "callId" = $1 and "supervisorUserId" = $2`,
      [callId, await world.as('maya').userId()],
    );
    assert.deepEqual(joined, []);
  });

  it('shows an alert that one has snoozed to the other, and again to both once it is unmuted', async () => {
    await alertOf(dana).first().waitFor();
    await maya.page.keyboard.press('Enter');
    await act(maya, 'unmute').waitFor({ state: 'detached' });
  });

  it('has the card that fits and the ticked checklist in front of the rep, and of who listens', async () => {
    await rep.page.goto(`${world.orgUrl}/as/lena/lightning/r/Opportunity/${dealId}/view`);
    for (const { page } of [rep, dana]) {
      await page.locator('c-call-cues .card').filter({ visible: true }).first().waitFor();
      // On a page with the controls of a call, the checklist is folded.
      await page
        .locator('c-call-cues .item.done', { hasText: 'Gave name and company' })
        .first()
        .waitFor({ state: 'attached' });
    }
  });

  for (const [who, seatOf] of [
    ['the manager who listens', () => dana],
    ['the manager who looks at the wall', () => maya],
    ['the rep', () => rep],
  ] as const)
    it(`has nothing in front of ${who} that axe finds wrong, nor anything wider than a phone`, async () => {
      const { page } = seatOf();
      for (const theme of ['slds2', 'slds2-dark', 'slds1']) {
        await dress(page, theme);
        assert.deepEqual(await violations(page), [], theme);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await until('the page is no wider than its screen', () =>
        page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      );
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 1280, height: 900 });
    });

  it('ran without an error on any page', () => {
    // The browser reports the refusal that is shown to who came second.
    const expected = /409 \(Conflict\)|favicon/;
    assert.deepEqual(
      [maya, dana, rep]
        .flatMap(({ consoleErrors }) => consoleErrors)
        .filter((line) => !expected.test(line)),
      [],
    );
  });
});
