import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { isFineInAnyDesign, isFineWhenNarrow, isLoaded } from './support/everyDesign.ts';

describe('the pages, for everybody', () => {
  let world: World;
  let seat: Seat;
  let recordPath: string;
  let callId: string;

  before(async () => {
    await prepare();
    world = await startWorld();
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    recordPath = `r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
    seat = await openSeat({ toneHz: TONE.supervisor });
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const open = async (alias: string, path: string): Promise<Page> => {
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/${path}`);
    await seat.page.locator('main h1, main h2').first().waitFor();
    return seat.page;
  };
  const settledOn = (page: Page, text: string) =>
    page.getByText(text).filter({ visible: true }).first().waitFor();

  describe('axe finds nothing', () => {
    const PAGES: readonly [alias: string, path: () => string, shows: string][] = [
      ['maya', () => 'page/home', 'Lena Brandt'],
      ['maya', () => recordPath, 'Lena Brandt with Marcus Hale'],
      ['lena', () => recordPath, 'Ask for help'],
      ['lena', () => 'page/home', 'Who can join my calls'],
      ['maya', () => 'o/Opportunity/list', 'Halcyon'],
      ['rosa', () => 'page/home', 'Today so far'],
      ['rosa', () => 'n/Dealside_Outcomes', 'No answered calls in this period'],
      ['ada', () => 'n/Dealside_Policy', 'Show decision'],
      ['ada', () => 'n/Dealside_Simulator', 'Policy to test'],
      ['ada', () => 'n/Dealside_Audit', 'Call placed'],
      ['ada', () => 'n/Dealside_Latency', 'Period'],
      ['ada', () => 'n/Dealside_Salesforce_Sync', 'Nothing waits'],
      ['ada', () => 'n/Dealside_Audio_Check', 'Run audio check'],
    ];
    /** Pages that are read on a phone. */
    const isForPhones = (alias: string, shows: string) => alias !== 'rosa' && shows !== 'Halcyon';

    for (const [alias, path, shows] of PAGES)
      describe(`on the page of ${alias} that shows “${shows}”`, () => {
        let page: Page;

        before(async () => {
          page = await open(alias, path());
          await settledOn(page, shows);
          await isLoaded(page);
        });

        it('in any design', () => isFineInAnyDesign(page));

        if (isForPhones(alias, shows))
          it('at 320 pixels and at a zoom of 200 %, where nothing scrolls sideways', () =>
            isFineWhenNarrow(page));
      });

    it('and would find a planted fault', async () => {
      const page = await open('maya', 'page/home');
      await page.evaluate(() =>
        document
          .querySelector('main')!
          .append(Object.assign(document.createElement('button'), { className: 'planted' })),
      );
      assert.match((await violations(page)).join(), /button-name/);
    });
  });

  describe('nothing is cut off or beside its place:', () => {
    const isBelow = (page: Page, lower: string, upper: string): Promise<unknown> =>
      until(`${lower} is below ${upper}`, async () => {
        const [low, high] = await Promise.all(
          [lower, upper].map((action) =>
            page.locator(`#main [data-action="${action}"]`).first().boundingBox(),
          ),
        );
        return low && high && low.y >= high.y + high.height;
      });

    it('rows of a wall that has room for all reach its edge', async () => {
      const page = await open('maya', 'page/home');
      await settledOn(page, 'Lena Brandt');
      await until('the row ends where the wall ends', () =>
        page
          .locator('.body .row')
          .first()
          .evaluate((row) => {
            const edge = row.closest('.body')!.getBoundingClientRect().right;
            return Math.abs(edge - row.getBoundingClientRect().right) < 1;
          }),
      );
    });

    it('each stage of a deal is inside its step, 390 px wide', async () => {
      const page = await open('maya', recordPath);
      await page.setViewportSize({ width: 390, height: 844 });
      const cutOff = await page.locator('.page-path-step').evaluateAll((steps) =>
        steps
          .filter((step) => {
            const { right } = step.getBoundingClientRect();
            const edge = step.parentElement!.getBoundingClientRect().right;
            return step.scrollWidth > step.clientWidth || right > edge;
          })
          .map(({ textContent }) => textContent),
      );
      await page.setViewportSize({ width: 1280, height: 900 });
      assert.deepEqual(cutOff, []);
    });

    it('a rep’s form for help has its lines to itself', async () => {
      const page = await open('lena', recordPath);
      await page.locator('#main [data-action="help"]').first().click();
      await page.locator('#main [data-action="request"]').first().waitFor();
      await isBelow(page, 'flag', 'request');
    });

    it('a rep’s request for help has its lines to itself while it waits', async () => {
      const page = await open('lena', recordPath);
      await page.locator('#main [data-action="help"]').first().click();
      await page.locator('#main c-call-help-request select').first().selectOption({ index: 1 });
      await page.locator('#main [data-action="request"]').first().click();
      await page.locator('#main [data-action="cancel-request"]').first().waitFor();
      await isBelow(page, 'flag', 'cancel-request');
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const panel = (await page.locator('c-call-panel').first().boundingBox())!;
        const beyond = await page
          .locator('c-call-panel *')
          .evaluateAll(
            (all, edge) =>
              all
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge)
                .map(({ localName, className }) => `${localName}.${className}`),
            panel.x + panel.width + 1,
          );
        assert.deepEqual(beyond, [], `it reaches beyond its card, ${width} px wide`);
      }
      await page.locator('#main [data-action="cancel-request"]').first().click();
      await page.locator('#main [data-action="help"]').first().waitFor();
    });

    it('reasons of a score are whole on the wall', async () => {
      const page = await open('maya', 'page/home');
      await settledOn(page, 'Lena Brandt');
      const reasons = page.locator('.attention .two-lines').first();
      await reasons.waitFor();
      const { line, font } = await reasons.evaluate((each) => {
        const { lineHeight, fontSize } = getComputedStyle(each);
        return { line: parseFloat(lineHeight), font: parseFloat(fontSize) };
      });
      // The letters of a line that is no higher than its font are cut off below.
      assert.ok(line >= 1.2 * font, `${line} px for letters of ${font} px`);
    });
  });

  describe('by keyboard alone', () => {
    /** What the thing that has the focus is called, and its id. */
    const focused = (page: Page): Promise<string> =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element || element === document.body) return '';
        return `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''} ${element.textContent ?? ''} ${element.id}`;
      });
    /**
     * Goes on with Tab until the focus is on something with these words, which a busy machine may
     * show only after the keyboard has gone by.
     */
    const tabTo = (page: Page, words: RegExp): Promise<unknown> =>
      until(`the focus comes to ${words}`, async () => {
        await page.keyboard.press('Tab');
        return words.test(await focused(page));
      });
    /** The same to a row of the wall: other things may have its words, too. */
    const tabToRow = (page: Page, words: string): Promise<unknown> =>
      until(`the focus comes to the row of ${words}`, async () => {
        await page.keyboard.press('Tab');
        return page.evaluate((text) => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.getAttribute('role') === 'row' && element.textContent?.includes(text);
        }, words);
      });
    /** A form takes the focus as soon as it is there. */
    const isInForm = (page: Page): Promise<unknown> =>
      until('the first field of the form has the focus', () =>
        page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.matches('select') ?? false;
        }),
      );
    const confirmed = (page: Page, mode: string) =>
      softphoneFrame(page)
        .locator(`[data-confirmed-mode="${mode}"]`)
        .waitFor({ state: 'attached' });

    it('a rep asks for help, and takes it back', async () => {
      const page = await open('lena', recordPath);
      await settledOn(page, 'Ask for help');
      await tabTo(page, /Ask for help/);
      await page.keyboard.press('Enter');
      await isInForm(page);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /Send request/);
      await page.keyboard.press('Enter');
      await settledOn(page, 'Help requested: Pricing or discount.');
      await tabTo(page, /Cancel request/);
      await page.keyboard.press('Enter');
      await settledOn(page, 'Ask for help');
    });

    it('nothing that has the focus is under the utility bar', async () => {
      const page = await open('ada', 'n/Dealside_Simulator');
      await settledOn(page, 'Policy to test');
      await page.setViewportSize({ width: 1280, height: 640 });
      const covered: string[] = [];
      for (let stops = 0; stops < 60; stops += 1) {
        await page.keyboard.press('Tab');
        const isCovered = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          const bar = document.querySelector('.page-utility')!;
          if (!element || bar.contains(element)) return false;
          return element.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
        });
        if (isCovered) covered.push(await focused(page));
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      assert.deepEqual(covered, []);
    });

    it('an administrator tries a changed rule on past calls', async () => {
      const page = await open('ada', 'n/Dealside_Simulator');
      await settledOn(page, 'Policy to test');
      await page.getByRole('group', { name: 'Modes' }).getByLabel('Barge').focus();
      await page.keyboard.press('Space');
      await page.getByText('Changed', { exact: true }).first().waitFor();
      await tabTo(page, /^\s+Run\s*$/);
      await page.keyboard.press('Enter');
      await settledOn(page, 'Policy differences');
      assert.deepEqual(await violations(page), [], 'the result');
    });

    it('a manager joins from the wall, whispers, barges with a reason, hands back, leaves and says how it went', async () => {
      const page = await open('maya', 'page/home');
      await page
        .frameLocator('iframe')
        .locator('.phone-dot_registered')
        .waitFor({ state: 'attached' });
      await settledOn(page, 'Lena Brandt');
      await tabToRow(page, 'Lena Brandt');
      await page.keyboard.press('Enter');
      await confirmed(page, 'monitor');
      await page.keyboard.press('w');
      await confirmed(page, 'whisper');
      await tabTo(page, /^\s+text-/);
      await page.keyboard.type('Offer the second year.');
      await page.keyboard.press('Enter');
      await settledOn(page, 'Not seen yet');
      await page.getByRole('radio', { name: /Whisper/ }).focus();
      await page.keyboard.press('b');
      await settledOn(page, 'Barge into the call?');
      await page.keyboard.type('large');
      await page.keyboard.press('Enter');
      await tabTo(page, /Barge now/);
      await page.keyboard.press('Enter');
      await confirmed(page, 'barge');
      await page.keyboard.press('h');
      await confirmed(page, 'monitor');
      await tabTo(page, /Leave call/);
      await page.keyboard.press('Enter');
      await settledOn(page, '1 outcome to log');
      await tabTo(page, /Log outcome/);
      await page.keyboard.press('Enter');
      await settledOn(page, 'How did it go?');
      await tabTo(page, /^\s*$/);
      await page.getByRole('radio', { name: 'Deal advanced' }).focus();
      await page.keyboard.press('Space');
      await tabTo(page, /^\s+Save/);
      await page.keyboard.press('Enter');
      await settledOn(page, 'Outcome saved.');
    });
  });

  it('a rep sees no supervisor’s controls, and the server refuses anyway', async () => {
    const page = await open('ravi', recordPath);
    await settledOn(page, 'Live calls');
    await until(
      'the page is up to date',
      async () => (await page.getByText('Live', { exact: true }).count()) > 0,
    );
    assert.equal(
      await page
        .locator('[data-action="join"], input[type="radio"], [data-action="join-to-help"]')
        .count(),
      0,
    );
    const ravi = world.as('ravi');
    const refusals = [
      await ravi.supervise(callId),
      await ravi.ask('POST', `/api/calls/${callId}/help/accept`, {}),
      await ravi.ask('POST', `/api/calls/${callId}/text-whispers`, {
        requestId: 'a-request-of-ravi',
        text: 'Hello',
      }),
      await ravi.ask('GET', '/api/policy'),
      await ravi.ask('GET', '/api/audit'),
      await ravi.ask('GET', '/api/latency?days=7'),
      await ravi.ask('POST', '/api/audio-checks', {}),
    ];
    assert.deepEqual(
      refusals.map(({ status, body }) => [
        status,
        (body as { error: { code: string } }).error.code,
      ]),
      [
        [403, 'not_a_supervisor'],
        [403, 'not_a_supervisor'],
        [409, 'join_first'],
        [403, 'not_an_admin'],
        [403, 'not_an_admin'],
        [403, 'not_an_admin'],
        [403, 'not_an_admin'],
      ],
    );
  });
});
