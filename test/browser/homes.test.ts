import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { takeSeat, type Seat } from './support/chromium.ts';

/** What each person finds at home, and what is not there for them. */
const HOMES: Readonly<Record<string, { has: readonly string[]; lacks: readonly string[] }>> = {
  ada: {
    has: ['Dealside Setup', 'Live wall', 'Finished calls'],
    lacks: ['Reports and outcomes', 'Who may join'],
  },
  rosa: { has: ['Reports and outcomes'], lacks: ['Live wall', 'Finished calls', 'Debriefs'] },
  quinn: {
    has: ['Live wall', 'Finished calls'],
    lacks: ['Reports and outcomes', 'Dealside Setup'],
  },
  cora: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  sven: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  ines: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  maya: { has: ['Live wall', 'Finished calls'], lacks: ['Reports and outcomes', 'Dealside Setup'] },
  lena: { has: [], lacks: ['Live wall', 'Finished calls', 'Reports and outcomes'] },
};

describe('Home', () => {
  let world: World;
  let seat: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    await world.as('lena').ask('POST', `/api/calls/${callId}/hangup`, {});
    seat = await takeSeat();
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const card = (title: string) =>
    seat.page.locator('.slds-card__header-title').filter({ hasText: title }).first();

  for (const [alias, { has, lacks }] of Object.entries(HOMES))
    it(`of ${alias} has what ${alias} does here, and nothing locked`, async () => {
      await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/page/home`);
      await seat.page.locator('.page-home').waitFor();
      for (const title of has) await card(title).waitFor();
      for (const title of lacks) assert.equal(await card(title).count(), 0, title);
      await seat.page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
      const text = await seat.page.locator('#main').innerText();
      assert.doesNotMatch(text, /switched on for you|for supervisors|ask your admin/i);
      assert.equal(await seat.page.locator('#main [icon-name="utility:lock"]').count(), 0);
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
    assert.equal(await seat.page.locator('.note').count(), 0);
  });

  it('leads an administrator to the setup, where each check is green or says what to do', async () => {
    await seat.page.goto(`${world.orgUrl}/as/ada/lightning/page/home`);
    await seat.page.locator('[data-action="open-setup"]').click();
    await seat.page.locator('[data-check="microphone"][data-status="ok"]').waitFor();
    await seat.page.locator('[data-check="permission_sets"][data-status="ok"]').waitFor();
    await seat.page.locator('[data-action="reset-pin"]').waitFor();
    await seat.page.locator('[data-action="export-policy"]').click();
    await seat.page.locator('a[download^="dealside-policy-"]').waitFor();
    await seat.page.locator('[data-field="file"]').setInputFiles({
      name: 'policy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ rules: [{ name: 'broken' }], holidays: [] })),
    });
    await seat.page.getByText(/The file has \d+ faults?:/).waitFor();
  });

  it('leads on to deals that show RevOps nothing locked', async () => {
    const [deal] = await world.orgControl<{ Id: string }[]>('records/Opportunity');
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/r/Opportunity/${deal!.Id}/view`);
    await card('Supervisor activity').waitFor();
    assert.equal(await seat.page.locator('c-live-calls').count(), 0);
    assert.doesNotMatch(await seat.page.locator('#main').innerText(), /switched on for you/i);
  });

  it('leads RevOps to the outcomes', async () => {
    await seat.page.goto(`${world.orgUrl}/as/rosa/lightning/page/home`);
    await seat.page.locator('[data-action="outcomes"]').click();
    await seat.page.waitForURL(/Dealside_Outcomes/);
  });
});
