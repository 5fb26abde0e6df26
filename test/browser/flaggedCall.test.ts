import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { act, bothResults, results, says, score } from './support/coachingSteps.ts';
import { TONE } from './support/ear.ts';

type Row = Readonly<Record<string, unknown>> & { readonly Id: string };

const CUSTOMER_PHONE = '+14155550142';
const NEXT_TIME = 'Name the price first.';
const NOTE = 'The price came up early.';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

/** One scripted day: each step begins where the one before ended. */
describe('a rep who flags a moment on a call that nobody joins', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let dealId: string;
  let callId: string;
  let [raviId, mayaId] = ['', ''];

  before(async () => {
    await prepare();
    world = await startWorld({
      tls: true,
      env: { RECORD_CALLS: 'on' },
      setting: { Watched_Calls__c: 2 },
    });
    await world.carrierControl('POST', 'scripts', {
      address: CUSTOMER_PHONE,
      script: { toneHz: TONE.customer, ringMs: 300 },
    });
    dealId = (await rows('Opportunity')).find(({ Name }) => String(Name).startsWith('Halcyon'))!.Id;
    const trusts = world.carrierCertificate;
    [rep, manager] = await Promise.all([
      openSeat({ toneHz: TONE.rep, trusts }),
      openSeat({ toneHz: TONE.supervisor, trusts }),
    ]);
    [raviId, mayaId] = (await Promise.all(
      ['ravi', 'maya'].map((one) => world.as(one).userId()),
    )) as [string, string];
    await Promise.all([
      visit(rep, 'ravi', `lightning/r/Opportunity/${dealId}/view`),
      visit(manager, 'maya', HOME),
    ]);
    await rep.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  });
  after(async () => {
    await Promise.all([rep?.close(), manager?.close()]);
    await world?.stop();
  });

  const HOME = 'lightning/page/home';
  const rows = (object: string) => world.orgControl<Row[]>(`records/${object}`);
  const visit = (seat: Seat, alias: string, path: string) =>
    seat.page.goto(`${world.orgUrl}/as/${alias}/${path}`);
  const main = ({ page }: Seat) => page.locator('#main');
  const finished = ({ page }: Seat): Locator =>
    page.locator('c-home-finished-call', { hasText: 'Priya Raman' }).first();
  const debrief = ({ page }: Seat) => page.locator('c-coaching-debrief', { hasText: 'Halcyon' });
  const tasks = async () =>
    (await rows('Task')).filter(({ Dealside_Key__c: key }) =>
      /:coaching(:supervisor)?$/.test(String(key)),
    );
  /** The words of what has the focus. */
  const focused = ({ page }: Seat): Promise<string> =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.textContent ?? '';
    });
  const tabTo = (seat: Seat, words: RegExp): Promise<unknown> =>
    until(`the focus comes to ${words}`, async () => {
      await seat.page.keyboard.press('Tab');
      return words.test(await focused(seat));
    });
  /** Nothing is wider than the page, and axe finds nothing. */
  async function isSound({ page }: Seat, size = DESK): Promise<void> {
    await page.setViewportSize(size);
    await until(`nothing is wider than ${size.width} px`, () =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    );
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize(DESK);
  }

  it('flags it, asks nobody for help, and hangs up', async () => {
    await act(main(rep), 'call');
    const room = await until('rep and customer talk', async () =>
      (
        await world.carrierControl<{ friendlyName: string; participants: unknown[] }[]>(
          'GET',
          'conferences',
        )
      ).find(({ participants }) => participants.length === 2),
    );
    callId = room.friendlyName;
    await act(main(rep), 'flag');
    await until('the moment is kept', async () => {
      const { body } = await world.as('ravi').call(callId);
      return (body.moments ?? []).length === 1;
    });
    await act(main(rep), 'hang-up');
    await until('the call is over', async () => {
      const { body } = await world.as('ravi').call(callId);
      return body.status === 'ended';
    });
  });

  it('has a manager who finds the call, who alone of the managers may see it', async () => {
    await manager.page.reload();
    await manager.page.locator('[data-action="flagged"]').check();
    await says(finished(manager), /^Flagged at 0:\d\d$/);
    await says(finished(manager), 'Unsupervised');
    const seen = await world
      .as('tomas')
      .ask<{ calls: readonly unknown[] }>('GET', '/api/finished-calls?flagged=true');
    assert.deepEqual(seen.body.calls, []);
    const planned = await world.as('tomas').ask('POST', `/api/calls/${callId}/debrief`, {});
    assert.equal(planned.status, 404);
    await isSound(manager);
  });

  it('has the debrief planned from the keyboard, with a reason to watch', async () => {
    const { keyboard } = manager.page;
    await manager.page.locator('[data-action="flagged"]').focus();
    await tabTo(manager, /Plan a debrief/);
    await keyboard.press('Enter');
    await until('the first field of the form has the focus', async () =>
      (await focused(manager)).includes('Large deal'),
    );
    await isSound(manager, PHONE);
    await keyboard.type('Large deal');
    await keyboard.press('Tab');
    await keyboard.type(NOTE);
    await tabTo(manager, /Plan debrief/);
    await keyboard.press('Enter');
    await says(finished(manager), /^Debrief planned, due /);
    await until('each has a task on the deal', async () => {
      const planned = await tasks();
      return (
        planned.length === 2 &&
        planned.every(({ WhatId, IsClosed }) => WhatId === dealId && IsClosed === false)
      );
    });
    await until('the rep is told', async () => {
      const rung =
        await world.orgControl<{ title: string; recipientIds: string[] }[]>('notifications');
      return rung.some(
        ({ title, recipientIds }) =>
          title.startsWith('Debrief with Maya Okafor due') && recipientIds.join() === raviId,
      );
    });
  });

  it('finds it on Home, with the moment and its sound, and scores the call first', async () => {
    await says(debrief(manager), 'Ravi Patel scores the call first.');
    await visit(rep, 'ravi', HOME);
    await says(debrief(rep), 'The rep flagged a moment');
    await says(debrief(rep), NOTE);
    await until('the recording is there', async () => {
      await rep.page.reload();
      await debrief(rep).locator('c-coaching-moments').waitFor();
      return (await debrief(rep).locator('[data-action="play-moment"]').count()) === 1;
    });
    await act(debrief(rep), 'play-moment');
    const sound = debrief(rep).locator('c-coaching-moments audio');
    await until('it plays from that moment', () =>
      sound.evaluate((one: HTMLAudioElement) => !one.error && one.readyState > 0),
    );
    await isSound(rep);
    await score(debrief(rep), '4');
    await says(debrief(rep), 'You scored this call. Maya Okafor scores it next.');
    await isSound(rep, PHONE);
  });

  it('is scored by the manager without seeing that, then side by side', async () => {
    await manager.page.reload();
    await debrief(manager).locator('[data-action="score"]').waitFor();
    assert.deepEqual(await results(debrief(manager)), []);
    await score(debrief(manager), '2');
    await says(debrief(manager), "Ravi Patel hasn't read your score yet.");
    const both = await bothResults(debrief(manager));
    assert.notEqual(both[0], both[1]);
    await isSound(manager);
    await isSound(manager, PHONE);
  });

  it('has the debrief in a slot that is free for both, on the deal', async () => {
    await act(debrief(manager), 'pick-time');
    const offered = debrief(manager).locator('[data-action="book-time"]');
    await until('three times are proposed', async () => (await offered.count()) === 3);
    const startsAt = await offered.first().getAttribute('data-time');
    await offered.first().click();
    await says(debrief(manager), /^Booked: /);
    const events = await until('it is in both calendars', async () => {
      const own = (await rows('Event')).filter(({ WhatId }) => WhatId === dealId);
      return own.length === 2 ? own : undefined;
    });
    assert.deepEqual(
      events.map(({ OwnerId, StartDateTime }) => [OwnerId, StartDateTime]),
      [mayaId, raviId].map((userId) => [userId, startsAt]),
    );
  });

  it('reads the score, which is watched from then on', async () => {
    await rep.page.reload();
    await act(debrief(rep), 'read-score');
    await says(debrief(rep), 'Watching: 0 of the next 2 calls without this reason.');
  });

  it('has the debrief closed by the manager, and with it the tasks of both', async () => {
    await manager.page.reload();
    await act(debrief(manager), 'write-up');
    await debrief(manager).locator('[data-field="next"]').fill(NEXT_TIME);
    await isSound(manager, PHONE);
    await act(debrief(manager), 'finish');
    await debrief(manager).waitFor({ state: 'detached' });
    const closed = await until('both tasks are closed', async () => {
      const planned = await tasks();
      return planned.every(({ IsClosed }) => IsClosed === true) ? planned : undefined;
    });
    for (const { Description } of closed) {
      assert.match(String(Description), /The notes on it are in Dealside\./);
      assert.ok(!String(Description).includes(NEXT_TIME), 'all who read the deal read its tasks');
    }
  });

  it('is asked afterwards whether it helped, and the manager finds it with the call', async () => {
    await visit(rep, 'ravi', HOME);
    await rep.page.locator('c-coaching-rating').first().waitFor();
    await visit(manager, 'maya', HOME);
    await act(finished(manager), 'toggle-debrief');
    await says(finished(manager), `Next time: ${NEXT_TIME}`);
    await says(finished(manager), 'Watching: 0 of the next 2 calls without this reason.');
    await isSound(manager);
  });

  it('ran without an error on any page', () => {
    assert.deepEqual([...rep.consoleErrors, ...manager.consoleErrors], []);
  });
});
