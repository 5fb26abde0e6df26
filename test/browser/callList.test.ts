import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { until } from '../support/until.ts';
import { startWorld, VERIFIED_NUMBER, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { TONE } from './support/ear.ts';

describe('a rep who calls several people one after the other', () => {
  let world: World;
  let seat: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    await saveRecord(world.orgUrl, 'Dealside_Number.Lena', 'Lena', {
      Number__c: VERIFIED_NUMBER,
      For__c: 'person',
      Who__c: 'lena@northwind.example',
    });
    seat = await openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate! });
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  it('sees on a record what the person called would see', async () => {
    const contacts = await world.orgControl<{ Id: string; Name: string }[]>('records/Contact');
    const { Id } = contacts.find(({ Name }) => Name === 'Marcus Hale')!;
    await seat.page.goto(`${world.orgUrl}/as/lena/lightning/r/Contact/${Id}/view`);
    await seat.page.getByRole('button', { name: 'Call (206) 555-0187' }).waitFor();
    await seat.page.getByText('They will see (206) 555-0100').waitFor();
  });

  it('chooses them from a list view, calls the first, and finishes before the next', async () => {
    const { page } = seat;
    await page.goto(`${world.orgUrl}/as/lena/lightning/n/Dealside_Call_List`);
    const phone = page.frameLocator('iframe');
    await phone.locator('.phone-dot_registered').waitFor({ state: 'attached' });
    await page.getByRole('checkbox', { name: 'Select Marcus Hale' }).check();
    await page.getByRole('checkbox', { name: 'Select Priya Raman' }).check();
    await page.getByRole('button', { name: 'Call 2 one by one' }).click();
    await page.locator('.page-utility-button').click();
    const list = phone.locator('.phone-list');
    await list.getByText('1 of 2').waitFor();
    await list.getByText('They will see (206) 555-0100').waitFor();
    await list.getByRole('button', { name: 'Call Priya Raman' }).click();
    await phone.getByText('On the call').waitFor();
    await phone.getByText('They see (206) 555-0100').waitFor();
    const lena = world.as('lena');
    const { friendlyName: callId } = await until(
      'there is a conference',
      async () => (await world.carrierControl<{ friendlyName: string }[]>('GET', 'conferences'))[0],
    );
    await phone.getByRole('button', { name: 'Hang up' }).press('Enter');
    await until(
      'the call has ended',
      async () => (await lena.call(callId)).body.status === 'ended',
    );
    await list.getByRole('button', { name: 'Next' }).click();
    await phone.getByText('Finish the last call first.').waitFor();

    const { body: due } = await lena.ask<{ calls: { callId: string }[] }>('GET', '/api/wrap-ups');
    assert.deepEqual(
      due.calls.map((one) => one.callId),
      [callId],
    );
    await lena.ask('PUT', `/api/calls/${callId}/wrap-up`, { disposition: 'no_answer' });
    await list.getByRole('button', { name: 'Next' }).click();
    await list.getByText('2 of 2').waitFor();
    await list.getByRole('button', { name: 'Skip' }).click();
    await list.getByText('1 called · 1 skipped').waitFor();
    assert.deepEqual(seat.consoleErrors, []);
  });
});
