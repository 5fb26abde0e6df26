import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { GERMAN_SHAPE } from '../../local/org/schema/shape.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { toast } from './support/toasts.ts';

describe('pages of an org that was created in German, opened by a German rep', function () {
  this.timeout(600_000);
  let world: World;
  let seat: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({ shape: GERMAN_SHAPE });
    seat = await openSeat();
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const open = (page: string): Promise<unknown> =>
    seat.page.goto(`${world.orgUrl}/as/mila/lightning/${page}`);

  it('are in German: the page itself, its navigation, the components', async () => {
    await open('page/home');
    await seat.page.locator('.page-home h1', { hasText: /^Guten .+, Mila$/ }).waitFor();
    assert.equal(await seat.page.locator('html').getAttribute('lang'), 'de');
    const tabs = await seat.page.locator('nav.page-nav a').allTextContents();
    assert.deepEqual(
      ['Startseite', 'Opportunitys', 'Kontakte', 'Aufgaben', 'Berichte', 'Anrufliste'].filter(
        (name) => !tabs.includes(name),
      ),
      [],
    );
    await seat.page
      .locator('.slds-card__header-title', { hasText: 'Wer meinen Anrufen beitreten kann' })
      .first()
      .waitFor();
  });

  it('show a deal in euros as Germans write them, and who joins the call about it', async () => {
    const callId = await liveCallOf(world, 'mila', 'Alpine');
    const { opportunityId } = (await world.as('mila').call(callId)).body.opportunity!;
    await open(`r/Opportunity/${opportunityId}/view`);
    await seat.page
      .locator('.page-facts dd', { hasText: /^78\.000\s€$/ })
      .first()
      .waitFor();
    await seat.page.locator('c-live-calls').waitFor();
    await superviseAs(world, world.as('jonas'), callId);
    await seat.page
      .locator('c-rep-supervision-notice', { hasText: 'Jonas Weber hört mit.' })
      .waitFor();
    await toast(seat.page, 'Jonas Weber');
  });

  it('say of an address that leads nowhere that there is no page', async () => {
    await open('n0where');
    await seat.page.locator('#main h1', { hasText: 'Seite nicht vorhanden' }).waitFor();
    await seat.page.locator('#main a', { hasText: 'Zur Startseite' }).click();
    await seat.page.locator('.page-home').waitFor();
  });
});
