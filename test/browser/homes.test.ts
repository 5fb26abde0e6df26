import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { writeRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { workADay } from '../support/workDay.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { LABELS, LOCKED, lockedThings } from './support/locked.ts';

/** What each person finds at home, and what is not there for them. */
const HOMES: Readonly<Record<string, { has: readonly string[]; lacks: readonly string[] }>> = {
  ada: {
    has: ['Dealside Setup', 'Live wall', 'Finished calls'],
    lacks: [
      'Reports and outcomes',
      'Who can join my calls',
      'Debriefs',
      'Team coaching',
      'Practice calls',
    ],
  },
  rosa: {
    has: ['Reports and outcomes'],
    lacks: ['Live wall', 'Finished calls', 'Debriefs', 'Who can join my calls'],
  },
  quinn: {
    has: ['Live wall', 'Finished calls', 'Practice calls'],
    lacks: ['Reports and outcomes', 'Dealside Setup', 'Debriefs'],
  },
  cora: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  sven: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  ines: {
    has: ['Live wall', 'Finished calls'],
    lacks: [
      'Reports and outcomes',
      'Dealside Setup',
      'Debriefs',
      'Team coaching',
      'Practice calls',
    ],
  },
  maya: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  lena: {
    has: ['Who can join my calls', 'Debriefs', 'Practice calls', '4 calls to finish'],
    lacks: ['Live wall', 'Finished calls', 'Reports and outcomes', 'Dealside Setup'],
  },
};

describe('Home', () => {
  let world: World;
  let seat: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    await workADay(world);
    seat = await openSeat();
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const card = (title: string) =>
    seat.page.locator('.slds-card__header-title').filter({ hasText: title }).first();

  const isLoaded = () =>
    seat.page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
  for (const [alias, { has, lacks }] of Object.entries(HOMES))
    it(`of ${alias} has what ${alias} does here, and nothing locked`, async () => {
      await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/page/home`);
      await seat.page.locator('.page-home').waitFor();
      for (const title of has) await card(title).waitFor();
      await isLoaded();
      for (const title of lacks) assert.equal(await card(title).count(), 0, title);
      assert.deepEqual(await lockedThings(seat.page), []);
    });

  for (const [alias, rep] of [
    ['ada', 'Lena Brandt'],
    ['quinn', 'Lena Brandt'],
    ['maya', 'Lena Brandt'],
    ['cora', 'Ravi Patel'],
    ['sven', 'Ravi Patel'],
  ] as const)
    it(`of ${alias} names finished calls of a rep, and who is free or away`, async () => {
      await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/page/home`);
      await seat.page.locator('c-home-finished-call', { hasText: rep }).first().waitFor();
      await seat.page.locator('c-live-wall-reps summary', { hasText: /\d/ }).waitFor();
    });

  it('of RevOps counts today’s calls, by how far supervisors went', async () => {
    const figures = async (): Promise<string[]> => {
      await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/page/home`);
      await card('Reports and outcomes').waitFor();
      await isLoaded();
      return seat.page.locator('c-home-reports dd').allInnerTexts();
    };
    const found = await until('all six figures count something', async () => {
      const texts = await figures();
      return texts.length === 6 && texts.every((text) => Number(text) > 0) ? texts : undefined;
    });
    assert.deepEqual(found, ['5', '1', '1', '1', '1', '1']);
  });

  it('keeps a quality analyst’s own note of a finished call', async () => {
    await seat.page.goto(`${world.orgUrl}/as/quinn/lightning/page/home`);
    await seat.page.locator('[data-action="note"]').first().click();
    await seat.page.locator('[data-field="note"]').fill('Opened well.');
    await seat.page.locator('[data-action="save-note"]').click();
    await seat.page.locator('.note', { hasText: 'Opened well.' }).waitFor();
    await seat.page.reload();
    await seat.page.locator('.note', { hasText: 'Opened well.' }).waitFor();
    await seat.page.goto(`${world.orgUrl}/as/cora/lightning/page/home`);
    await card('Finished calls').waitFor();
    await isLoaded();
    assert.equal(await seat.page.locator('.note').count(), 0);
  });

  it('leads an administrator to the setup, where each check is green or says what to do', async () => {
    await seat.page.goto(`${world.orgUrl}/as/ada/lightning/page/home`);
    await seat.page.locator('[data-action="open-setup"]').click();
    await seat.page.locator('[data-check="microphone"][data-status="ok"]').waitFor();
    await seat.page.locator('[data-check="permission_sets"][data-status="ok"]').waitFor();
    await seat.page.locator('[data-check="calendars"][data-status="ok"]').waitFor();
    await seat.page.locator('[data-action="reset-pin"]').waitFor();
    await seat.page.locator('[data-action="export-policy"]').click();
    await seat.page.locator('a[download^="dealside-policy-"]').waitFor();
    await seat.page.locator('[data-field="file"]').setInputFiles({
      name: 'policy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ rules: [{ name: 'broken' }], holidays: [] })),
    });
    await seat.page.getByText(/Errors in the file: \d+/).waitFor();
  });

  for (const width of [1_366, 390])
    it(`has every tab of an administrator within reach, ${width} px wide`, async () => {
      const { page } = seat;
      const before = page.viewportSize()!;
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${world.orgUrl}/as/ada/lightning/page/home`);
      const more = page.getByRole('button', { name: 'More' });
      await more.waitFor();
      const tabs = page.locator('.page-tabs .page-tab');
      for (const tab of await tabs.all()) {
        const box = (await tab.boundingBox())!;
        assert.ok(box.x >= 0 && box.x + box.width <= width, await tab.innerText());
      }
      await until('nothing is wider than the page', () =>
        page.evaluate(
          () => document.documentElement.scrollWidth === document.documentElement.clientWidth,
        ),
      );

      await more.focus();
      await page.keyboard.press('Enter');
      await page.locator('.page-more-menu').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await more.evaluate((button) => button === document.activeElement), true);
      await page.keyboard.press('Enter');
      const last = page.locator('.page-more-menu .page-tab').last();
      const name = await last.innerText();
      for (let at = 0; at < 40; at++) {
        if (await last.evaluate((link) => link === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.locator('.page-more-menu').waitFor({ state: 'hidden' });
      await more.click();
      await page.locator('.page-more-menu [aria-current]', { hasText: name }).waitFor();
      await page.setViewportSize(before);
    });

  it('leads on to deals that show RevOps nothing locked', async () => {
    const [deal] = await world.orgControl<{ Id: string }[]>('records/Opportunity');
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/r/Opportunity/${deal!.Id}/view`);
    await card('Supervisor activity').waitFor();
    assert.equal(await seat.page.locator('c-live-calls').count(), 0);
    assert.deepEqual(await lockedThings(seat.page), []);
  });

  it('is on paper without the frame around it, and without the addresses of links', async () => {
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/page/home`);
    await card('Reports and outcomes').waitFor();
    await seat.page.emulateMedia({ media: 'print' });
    const printed = await seat.page.evaluate(() => ({
      frame: ['.page-header', '.page-nav', '.page-utility'].filter(
        (part) => getComputedStyle(document.querySelector(part)!).display !== 'none',
      ),
      addresses: [...document.querySelectorAll('a[href]')].filter(
        (link) => getComputedStyle(link, '::after').content !== 'none',
      ).length,
    }));
    await seat.page.emulateMedia({ media: null });
    assert.deepEqual(printed, { frame: [], addresses: 0 });
  });

  it('would be seen to be locked', async () => {
    assert.ok(LOCKED.every(Boolean), 'the words are in the label file');
    await seat.page.route('**/as/ada/context', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: { ...(await response.json()), customPermissions: [] },
      });
    });
    await seat.page.goto(`${world.orgUrl}/as/ada/lightning/n/Dealside_Setup`);
    await seat.page.getByText(LABELS.get('Dealside_AdminNotAllowed')!).waitFor();
    assert.deepEqual(await lockedThings(seat.page), [
      LABELS.get('Dealside_AdminNotAllowed'),
      LABELS.get('Dealside_AdminNotAllowedText'),
      'a lock',
    ]);
    await seat.page.unroute('**/as/ada/context');
  });

  it('opens a report of the package for RevOps, which runs', async () => {
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/page/home`);
    await seat.page.locator('[data-action="report"]', { hasText: 'Ladder' }).click();
    await seat.page.waitForURL(/\/r\/Report\//);
    await seat.page.locator('#main h1', { hasText: 'Ladder' }).waitFor();
    await seat.page.locator('#main th', { hasText: 'Whisper first' }).waitFor();
  });

  it('leads RevOps to the outcomes', async () => {
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/page/home`);
    await seat.page.locator('[data-action="outcomes"]').click();
    await seat.page.waitForURL(/Dealside_Outcomes/);
  });

  it('has RevOps type the day on which a team began, and states none that is half typed', async () => {
    const { page } = seat;
    const stated: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/program-starts/'))
        stated.push(request.postDataJSON());
    });
    await page.goto(`${world.orgUrl}/as/rosa/lightning/n/Dealside_Outcomes`);
    const team = page.locator('c-outcome-program-starts .slds-form-element').first();
    const field = team.locator('input');
    const save = team.locator('[data-action="state"]');
    const saved = page.locator('c-outcome-program-starts [data-id="saved"]');
    await field.focus();
    await page.keyboard.type('10052026');
    assert.equal(await field.inputValue(), '2026-10-05');
    assert.equal(await field.evaluate((one) => one.matches(':focus')), true);
    assert.deepEqual(stated, []);
    await save.press('Enter');
    await saved.filter({ hasText: 'Saved' }).waitFor();
    assert.deepEqual(stated, [{ startsOn: '2026-10-05' }]);

    await field.focus();
    await page.keyboard.press('Backspace');
    assert.equal(await field.inputValue(), '');
    await save.press('Enter');
    await field.focus();
    await page.keyboard.type('11');
    assert.equal(await field.inputValue(), '2026-11-05');
    await save.press('Enter');
    await saved.filter({ hasText: 'Saved' }).waitFor();
    assert.deepEqual(stated.slice(1), [{ startsOn: '2026-11-05' }]);
  });

  it('tells an investigator by which rule they monitor, and after its last day that it ended', async () => {
    const write = async (fields: object): Promise<void> => {
      await writeRule(world, 'Covert_Investigation', fields);
      await world.as('ada').ask('POST', '/api/policy/refresh');
    };
    await write({
      Active__c: true,
      Covert_Purpose__c: 'Case 42',
      Covert_Ends_On__c: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    await seat.page.goto(`${world.orgUrl}/as/ines/lightning/page/home`);
    await seat.page.locator('[data-id="covert-rule"]', { hasText: 'Purpose: Case 42.' }).waitFor();
    await seat.page.locator(`[data-action="join"][data-call-id="${callId}"]`).click();
    const dialog = seat.page.locator('c-call-covert [role="dialog"]');
    await dialog.getByText('Case 42').waitFor();
    await dialog.locator('[data-action="covert-cancel"]').click();
    await dialog.waitFor({ state: 'detached' });

    await write({ Covert_Ends_On__c: '2026-01-31' });
    const ended =
      'The rule that let you monitor covertly has ended. Its last day was Jan 31, 2026.';
    await seat.page.locator('c-live-wall').getByText(ended).waitFor();
    await until(
      'the rule is not offered, and no call can be joined',
      async () =>
        (await seat.page
          .locator('[data-id="covert-rule"], c-live-wall [data-action="join"]')
          .count()) === 0,
    );
    await seat.page.reload();
    await seat.page.locator('c-home-finished-calls').getByText(ended).waitFor();
    assert.deepEqual(await lockedThings(seat.page), []);
    await world.as('lena').ask('POST', `/api/calls/${callId}/hangup`, {});
  });
});
