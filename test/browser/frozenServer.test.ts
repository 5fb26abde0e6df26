import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import type { Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import {
  HEARD_DB,
  isInMode,
  openRepAndManager,
  type RepAndManager,
} from './support/repAndManager.ts';

const PAGE_IS_OLD = /What you see might be out of date/;
const PHONE_IS_OLD = "Dealside isn't responding, so this might be out of date.";

/** The phone service goes on meanwhile: only what is shown and what Dealside does stands still. */
describe('a server that stands still, or dies, while a manager has barged in', () => {
  let world: World;
  let rep: Seat;
  let manager: Seat;
  let callId: string;
  let stage: RepAndManager;
  let thaw: () => void = () => undefined;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    stage = await openRepAndManager(world);
    ({ rep, manager, callId } = stage);
  });
  after(async () => {
    thaw();
    await stage?.close();
    await world?.stop();
  });

  const customerHearsNoMore = (who: string, hz: number) =>
    until(`the customer hears ${who} no more`, async () => {
      const since = Date.now();
      await stage.customerHears('the rep', TONE.rep, since);
      return (await stage.customersEar(hz, since)) < HEARD_DB;
    });
  const phone = (seat: Seat) => softphoneFrame(seat.page);
  const inPhone = (selector: string) =>
    manager.page.locator('.page-utility-panel').locator(selector).first();

  /** On both pages, and in the softphone of the manager. */
  async function bothAreToldSo(): Promise<void> {
    for (const { page } of [rep, manager]) await page.getByText(PAGE_IS_OLD).first().waitFor();
    await phone(manager).getByText(PHONE_IS_OLD).waitFor({ state: 'attached' });
  }
  async function bothAreCurrent(): Promise<void> {
    for (const { page } of [rep, manager])
      await until(
        'nothing is out of date',
        async () => (await page.getByText(PAGE_IS_OLD).count()) === 0,
      );
    await phone(manager).getByText(PHONE_IS_OLD).waitFor({ state: 'detached' });
    const { status, repLoss } = (await world.as('maya').call(callId)).body;
    assert.deepEqual([status, repLoss], ['live', undefined]);
  }
  const allTalk = async (since: number): Promise<void> => {
    await stage.customerHears('the rep', TONE.rep, since);
    await stage.customerHears('the manager', TONE.supervisor, since);
    assert.equal(await stage.labels(), 'customer,rep,supervisor');
  };

  it('is said on both pages and in the softphone, and all go on talking', async () => {
    await stage.bargesIn();
    thaw = world.freezeServer();
    await bothAreToldSo();
    await allTalk(Date.now());
  });

  it('lets the manager fall silent by one click, who reads that it is not confirmed yet', async () => {
    await inPhone('label[data-mode="monitor"]').click();
    await customerHearsNoMore('the manager', TONE.supervisor);
    await manager.page
      .locator('.page-utility-panel')
      .getByText('Your microphone is off. Dealside confirms it when the phone service responds.')
      .waitFor();
    assert.equal(await stage.labels(), 'customer,rep,supervisor');
  });

  it('goes on with everybody where they are', async () => {
    thaw();
    await bothAreCurrent();
    await isInMode(manager, 'monitor');
    assert.equal(await stage.labels(), 'customer,rep,supervisor');
    await stage.customerHears('the rep', TONE.rep);
  });

  it('lets the manager leave by one click, and knows of it when it goes on', async () => {
    thaw = world.freezeServer();
    await bothAreToldSo();
    await inPhone('[data-action="leave"]').click();
    await until('the manager is off', async () => (await stage.labels()) === 'customer,rep');
    thaw();
    await manager.page.locator('[data-action="join"]').first().waitFor();
    await bothAreCurrent();
  });

  it('is killed and started again, and the manager is heard as before', async () => {
    await stage.bargesIn();
    thaw = world.freezeServer();
    await bothAreToldSo();
    await world.killServer();
    await bothAreCurrent();
    await isInMode(manager, 'barge');
    await allTalk(Date.now());
    await inPhone('label[data-mode="monitor"]').click();
    await isInMode(manager, 'monitor');
    await customerHearsNoMore('the manager', TONE.supervisor);
  });
});
