import { prepare } from '../../local/machine/build/prepare.ts';
import { writeRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { workADay } from '../support/workDay.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { isFineInAnyDesign, isFineWhenNarrow, isLoaded, SIZE } from './support/everyDesign.ts';

interface SeenPage {
  readonly alias: string;
  /**
   * A path of Lightning Experience, with the id of a recorded call, or the object and the beginning
   * of the name of a record.
   */
  readonly at: string | readonly [object: string, name: string];
  /** Stands on the page once it shows what it is for. */
  readonly shows: string;
}

/** Pages after a day’s work, during a live call, as the people see them for whom they are there. */
const PAGES: readonly SeenPage[] = [
  { alias: 'lena', at: 'page/home', shows: '4 calls to finish' },
  { alias: 'maya', at: 'page/home', shows: 'Finished calls' },
  { alias: 'rosa', at: 'page/home', shows: 'Reports and outcomes' },
  { alias: 'ada', at: 'page/home', shows: 'Dealside Setup' },
  { alias: 'quinn', at: 'page/home', shows: 'Practice calls' },
  { alias: 'cora', at: 'page/home', shows: 'Finished calls' },
  { alias: 'sven', at: 'page/home', shows: 'Finished calls' },
  { alias: 'ines', at: 'page/home', shows: 'Purpose: Case 42.' },
  { alias: 'ada', at: 'n/Dealside_Setup', shows: 'Permission sets' },
  { alias: 'ada', at: 'n/Dealside_Alert_Rules', shows: 'Alert rules' },
  { alias: 'lena', at: 'n/Dealside_Call_List', shows: 'Marcus Hale' },
  { alias: 'quinn', at: 'n/Dealside_Recordings?c__callId={callId}', shows: 'Play: The call' },
  { alias: 'lena', at: ['Account', 'Brightwater'], shows: 'Call (206) 555-0187' },
  { alias: 'lena', at: ['Contact', 'Marcus Hale'], shows: 'Call (206) 555-0187' },
  { alias: 'lena', at: ['Lead', 'Noor'], shows: 'Call (206) 555-0171' },
  { alias: 'maya', at: ['Call_Intervention__c', ''], shows: 'Lena Brandt' },
  { alias: 'jonas', at: 'page/home', shows: 'Wer ist frei' },
  { alias: 'mila', at: ['Opportunity', 'Alpine'], shows: 'Um Hilfe bitten' },
];

describe('every page, for everybody', function () {
  this.timeout(600_000);
  let world: World;
  let seat: Seat;
  let callId: string;

  before(async () => {
    await prepare();
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    await workADay(world);
    await writeRule(world, 'Covert_Investigation', {
      Active__c: true,
      Covert_Purpose__c: 'Case 42',
      Covert_Ends_On__c: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    });
    await world.as('ada').ask('POST', '/api/policy/refresh');
    const accounts = await world.orgControl<{ Id: string; Name: string }[]>('records/Account');
    const account = accounts.find(({ Name }) => Name.startsWith('Brightwater'))!;
    await world.orgControl(`update/Account/${account.Id}`, { Phone: '+12065550187' });
    await liveCallOf(world, 'lena', 'Brightwater');
    await liveCallOf(world, 'mila', 'Alpine');
    callId = await recordedCall();
    seat = await openSeat(SIZE);
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  /** A finished call whose recording is kept. */
  const recordedCall = (): Promise<string> =>
    until('the recording of a call is kept', async () => {
      const { body } = await world
        .as('quinn')
        .ask<{ calls: { callId: string; recordings: object[] }[] }>('GET', '/api/finished-calls');
      return body.calls.find(({ recordings }) => recordings.length > 0)?.callId;
    });
  /** The path of the first record of the object whose name begins so, once it is in the org. */
  const recordPath = (object: string, name: string): Promise<string> =>
    until(`the org has a ${object} ${name}`, async () => {
      const records = await world.orgControl<{ Id: string; Name: string }[]>(`records/${object}`);
      const record = records.find(({ Name }) => Name.startsWith(name));
      return record && `r/${object}/${record.Id}/view`;
    });

  for (const { alias, at, shows } of PAGES) {
    const place = typeof at === 'string' ? at : at.join(' ').trim();
    it(`is fine in any design, on a phone and at a zoom of 200 %: ${place} of ${alias}`, async () => {
      const path =
        typeof at === 'string' ? at.replace('{callId}', callId) : await recordPath(...at);
      await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/${path}`);
      await seat.page.locator('#main').getByText(shows).filter({ visible: true }).first().waitFor();
      await isLoaded(seat.page);
      await isFineInAnyDesign(seat.page);
      await isFineWhenNarrow(seat.page);
    });
  }
});
