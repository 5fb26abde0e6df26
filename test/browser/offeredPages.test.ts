import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { prepare } from '../../local/machine/build/prepare.ts';
import { PEOPLE } from '../../local/org/seed/people.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { lockedThings } from './support/locked.ts';

/** One person with each permission set for people, and the tabs of components that they have. */
const OFFERED: Readonly<Record<string, { alias: string; tabs: readonly string[] }>> = {
  Dealside_Admin: {
    alias: 'ada',
    tabs: [
      'Dealside_Live_Wall',
      'Dealside_Setup',
      'Dealside_Policy',
      'Dealside_Simulator',
      'Dealside_Alert_Rules',
      'Dealside_Audit',
      'Dealside_Audio_Check',
      'Dealside_Latency',
      'Dealside_Salesforce_Sync',
    ],
  },
  Dealside_Coach: { alias: 'cora', tabs: ['Dealside_Live_Wall'] },
  Dealside_Investigator: { alias: 'ines', tabs: ['Dealside_Live_Wall'] },
  Dealside_QA: { alias: 'quinn', tabs: ['Dealside_Live_Wall', 'Dealside_Outcomes'] },
  Dealside_Rep: { alias: 'lena', tabs: ['Dealside_Call_List'] },
  Dealside_RevOps: { alias: 'rosa', tabs: ['Dealside_Outcomes'] },
  Dealside_Specialist: { alias: 'sven', tabs: ['Dealside_Live_Wall'] },
  Dealside_Supervisor: { alias: 'maya', tabs: ['Dealside_Live_Wall', 'Dealside_Outcomes'] },
};
/** For the server's own user, who opens no page. */
const FOR_NO_PERSON = ['Dealside_Integration'];

describe('pages that are offered to a person', () => {
  let world: World;
  let seat: Seat;
  /** Requests that the server has refused for want of a right, since the page was opened. */
  let refused: string[] = [];

  before(async () => {
    await prepare();
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const lena = world.as('lena');
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until(
      'the call has ended',
      async () => (await lena.call(callId)).body.status === 'ended',
    );
    seat = await openSeat();
    seat.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      const isRefusal = [401, 403].includes(response.status());
      const request = `${response.request().method()} ${pathname}`;
      if (isRefusal && pathname.startsWith('/api/')) refused.push(request);
    });
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  /** Opens a page of a person, and resolves once nothing on it is loading. */
  async function open(alias: string, page: string): Promise<void> {
    refused = [];
    await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/${page}`);
    await seat.page.locator('.page-home').waitFor();
    await until(`${page} has loaded for ${alias}`, async () => {
      const [cards, spinners] = await Promise.all([
        seat.page.locator('#main lightning-card, #main article').count(),
        seat.page.locator('#main lightning-spinner').count(),
      ]);
      return cards > 0 && spinners === 0;
    });
  }

  /** Everything on the open page that refuses its reader. */
  async function refusals(): Promise<string[]> {
    const text = await seat.page.locator('#main').innerText();
    return [
      ...(await lockedThings(seat.page)),
      ...(text.includes("This page isn't available") ? ["This page isn't available"] : []),
      ...refused,
    ];
  }

  /** The addresses of the tabs of components in the app's navigation. */
  const tabsOf = async (): Promise<string[]> => {
    const hrefs = await seat.page
      .locator('.page-nav a.page-tab')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    return hrefs.flatMap((href) => /\/n\/(\w+)$/.exec(href)?.[1] ?? []);
  };

  it('are checked for each permission set of the package', () => {
    const sets = readdirSync(
      new URL('../../force-app/main/default/permissionsets', import.meta.url),
    ).map((file) => file.replace('.permissionset-meta.xml', ''));
    assert.deepEqual([...Object.keys(OFFERED), ...FOR_NO_PERSON].sort(), sets.sort());
    for (const [set, { alias }] of Object.entries(OFFERED))
      assert.equal(PEOPLE.find((one) => one.alias === alias)?.permissionSet, set);
  });

  for (const [set, { alias, tabs }] of Object.entries(OFFERED)) {
    it(`refuse nothing to who has ${set}: Home, and the tabs of the app`, async () => {
      await open(alias, 'page/home');
      assert.deepEqual(await refusals(), [], 'Home');
      assert.deepEqual((await tabsOf()).sort(), [...tabs].sort());
      for (const tab of tabs) {
        await open(alias, `n/${tab}`);
        assert.deepEqual(await refusals(), [], tab);
      }
    });

    it(`lead to the audit only who may read it, not others: ${set}`, async () => {
      const mayRead = (await world.as(alias).ask('GET', '/api/audit')).status === 200;
      assert.equal(tabs.includes('Dealside_Audit'), mayRead);
      await open(alias, 'page/home');
      const links = seat.page.locator('#main [data-action="audit"]');
      if (!mayRead) assert.equal(await links.count(), 0);
      else {
        await links.first().click();
        await seat.page.waitForURL(/\/n\/Dealside_Audit/);
        await seat.page.locator('c-admin-audit-table').waitFor();
        assert.deepEqual(await refusals(), []);
      }
    });
  }
});
