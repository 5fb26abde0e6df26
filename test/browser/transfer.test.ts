import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; hears: string[] }[];
}

describe('a rep who hands a call to a colleague, by keyboard', () => {
  let world: World;
  let lena: Seat;
  let ravi: Seat;
  let path: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, callsAtAnyHour: true });
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    path = `lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
    await world.orgControl('insert/Group', {
      DeveloperName: 'Legal',
      Name: 'Legal desk',
      Type: 'Regular',
    });
    [lena, ravi] = await Promise.all([
      openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate }),
      openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate }),
    ]);
    await visit(lena, 'lena');
    await visit(ravi, 'ravi');
  });
  after(async () => {
    await Promise.all([lena?.close(), ravi?.close()]);
    await world?.stop();
  });

  /** Opens the deal as somebody, and waits until their softphone can ring. */
  async function visit(seat: Seat, alias: string): Promise<void> {
    await seat.page.goto(`${world.orgUrl}/as/${alias}/${path}`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const labels = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))[0]?.participants
      .map(({ label }) => label.replace(/-.*/, ''))
      .sort()
      .join();
  /** The panel may open by itself meanwhile, where a busy machine takes a network for a poor one. */
  const open = (seat: Seat) =>
    until('the panel is open', async () => {
      const toggle = seat.page.locator('.page-utility-button');
      if ((await toggle.getAttribute('aria-expanded')) === 'true') return true;
      await toggle.press('Enter');
      return false;
    });
  /** Whoever is rung sees it: the panel opens by itself. */
  const isOpened = (seat: Seat) =>
    seat.page.locator('.page-utility-button[aria-expanded="true"]').waitFor();
  const press = (seat: Seat, name: string | RegExp) =>
    softphoneFrame(seat.page).getByRole('button', { name }).press('Enter');

  const isFree = async (seat: Seat) =>
    (await softphoneFrame(seat.page).locator('.phone-call').count()) === 0;

  /** A call is not transferred again before who has left it is known to have left. */
  async function isHandedOverTo(alias: string): Promise<void> {
    const console = world.as(alias);
    const userId = await console.userId();
    const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
    await until(`the call is ${alias}’s, and the transfer is over`, async () => {
      const { rep, transfer } = (await console.call(room!.friendlyName)).body;
      return rep.userId === userId && transfer?.status === 'completed';
    });
  }

  async function chooses(seat: Seat, typed: string, way: RegExp): Promise<void> {
    await press(seat, 'Transfer');
    await until('the search has the keyboard', () =>
      softphoneFrame(seat.page)
        .locator('#colleague')
        .evaluate((field) => field === document.activeElement),
    );
    await seat.page.keyboard.type(typed);
    await softphoneFrame(seat.page).getByRole('button', { name: way }).waitFor();
    await press(seat, way);
  }

  it('finds colleagues as they type, and is told when nobody is called so', async () => {
    await lena.page.getByRole('button', { name: 'Call contact' }).press('Enter');
    await until(
      'rep and customer are in the conference',
      async () => (await labels()) === 'customer,rep',
    );
    await open(lena);
    await press(lena, 'Transfer');
    const phone = softphoneFrame(lena.page);
    const names = () => phone.locator('.phone-colleague-name').allTextContents();
    await until('the search has the keyboard', () =>
      phone.locator('#colleague').evaluate((field) => field === document.activeElement),
    );
    await until('there are some to choose between', async () => (await names()).length > 1);
    await lena.page.keyboard.type('ravi p');
    await until('one is left', async () => (await names()).join() === 'Ravi Patel');
    await lena.page.keyboard.type('x');
    await phone.getByText('No colleagues match "ravi px".').waitFor();
    await lena.page.keyboard.press('Escape');
    await phone.getByRole('button', { name: 'Transfer' }).waitFor();
  });

  it('talks to the colleague first, and then hands the call over', async () => {
    await chooses(lena, 'ravi', /Talk to Ravi Patel first/);
    await isOpened(ravi);
    await press(ravi, 'Answer');
    await softphoneFrame(lena.page).getByText('Ravi Patel is on the call with you.').waitFor();
    assert.equal(await labels(), 'colleague,customer,rep');
    await press(lena, 'Hand over');
    await until(
      'the call is the colleague’s',
      async () => (await labels()) === 'colleague,customer',
    );
    // A softphone that is still on a call is not rung.
    await until('the first rep’s softphone is free', () => isFree(lena));
    await isHandedOverTo('ravi');
  });

  it('is handed the call back at once, without a talk', async () => {
    await chooses(ravi, 'lena', /Transfer to Lena Brandt now/);
    await press(lena, 'Answer');
    await until(
      'the call is with the first rep alone',
      async () => (await labels()) === 'colleague,customer' && (await isFree(ravi)),
    );
    await isHandedOverTo('lena');
  });

  /** The rows that are shown, each with what can be clicked on it. */
  const rows = async (seat: Seat): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      await softphoneFrame(seat.page)
        .locator('.phone-colleague')
        .evaluateAll((all) =>
          all.map((row) => [
            row.querySelector('.phone-colleague-name')!.textContent,
            [...row.querySelectorAll('button')].map(({ textContent }) => textContent),
          ]),
        ),
    );
  const EVERY_WAY = ['Talk first', 'Transfer now', 'Add'];

  it('can click on managers, groups, colleagues and numbers, and reads why a group cannot be called', async () => {
    await press(lena, 'Transfer');
    const phone = softphoneFrame(lena.page);
    const shown = await until('the rows are there', async () => {
      const found = await rows(lena);
      return 'Ravi Patel' in found ? found : undefined;
    });
    const ways = (start: string) =>
      Object.entries(shown).find(([name]) => name.startsWith(start))?.[1];
    assert.deepEqual(ways('Maya Okafor supervisor'), EVERY_WAY);
    assert.deepEqual(ways('Ravi Patel'), EVERY_WAY);
    assert.deepEqual(ways('My team group'), ['Talk first', 'Transfer now']);
    assert.deepEqual(ways('New Business group'), ['Talk first', 'Transfer now']);
    assert.equal(ways('Legal desk'), undefined);
    await phone.locator('#colleague').fill('legal');
    const legal = await until('the group is found by its name', async () => {
      const found = await rows(lena);
      return Object.keys(found).some((name) => name.startsWith('Legal desk')) ? found : undefined;
    });
    const [[name, none]] = Object.entries(legal) as [[string, string[]]];
    assert.match(name, /none of its users takes calls with Dealside\. An administrator can add/);
    assert.deepEqual(none, []);
    await phone.locator('#colleague').fill('+12145550177');
    await until('the number is a row', async () => '+12145550177' in (await rows(lena)));
    assert.deepEqual((await rows(lena))['+12145550177'], EVERY_WAY);
    await press(lena, 'Cancel');
  });

  it('is refused with words where a row cannot be reached, and keeps the call', async () => {
    const phone = softphoneFrame(lena.page);
    const refused = async (typed: string, way: RegExp, words: string) => {
      await chooses(lena, typed, way);
      await phone.getByRole('alert').getByText(words).waitFor();
      await phone.getByRole('alert').getByRole('button', { name: 'Close' }).press('Enter');
      assert.equal(await labels(), 'colleague,customer');
    };
    const isAway = (away: boolean) =>
      world.as('ravi').ask('PUT', '/api/me/availability', { isAway: away });
    await isAway(true);
    const nobody = 'No one in this group is free right now.';
    await refused('my team', /Talk to My team first/, nobody);
    await refused('my team', /Transfer to My team now/, nobody);
    await isAway(false);
    for (const way of [
      /Talk to \+19005550100 first/,
      /Transfer to \+19005550100 now/,
      /Add \+19005550100 to the call/,
    ])
      await refused('+19005550100', way, 'premium');
    await until('the browser has reported each refusal', () => lena.consoleErrors.length >= 5);
    // The browser reports each refused request, and nothing else.
    assert.deepEqual(
      lena.consoleErrors.splice(0).map((said) => /status of (\d+)/.exec(said)?.[1]),
      ['409', '409', '403', '403', '403'],
    );
  });

  it('talks to a group first, and takes the call back', async () => {
    await chooses(lena, 'my team', /Talk to My team first/);
    await isOpened(ravi);
    await press(ravi, 'Answer');
    await softphoneFrame(lena.page).getByText('Ravi Patel is on the call with you.').waitFor();
    await press(lena, 'Take back');
    await until('they are off the call', async () => (await labels()) === 'colleague,customer');
    await until('the colleague’s softphone is free', () => isFree(ravi));
  });

  it('talks to an outside number first, and takes it off again', async () => {
    const phone = softphoneFrame(lena.page);
    await chooses(lena, '+12145550177', /Talk to \+12145550177 first/);
    await phone.getByText('(214) 555-0177 is on the call.').waitFor();
    await phone.getByRole('button', { name: 'Leave the call to them' }).waitFor();
    await press(lena, 'Remove (214) 555-0177');
    await until('they are off the call', async () => (await labels()) === 'colleague,customer');
  });

  it('adds an outside number, and takes it off again', async () => {
    const phone = softphoneFrame(lena.page);
    await chooses(lena, '+12145550177', /Add \+12145550177 to the call/);
    await phone.getByText('(214) 555-0177 is on the call.').waitFor();
    assert.equal(await labels(), 'colleague,customer,guest');
    await press(lena, 'Remove (214) 555-0177');
    await until('they are off the call', async () => (await labels()) === 'colleague,customer');
    await phone.getByRole('button', { name: 'Transfer' }).waitFor();
    assert.deepEqual([...lena.consoleErrors, ...ravi.consoleErrors], []);
  });

  it('talks to her manager first, who then has the call, alone with the customer (P5)', async () => {
    const maya = ravi;
    await visit(maya, 'maya');
    await chooses(lena, 'maya', /Talk to Maya Okafor first/);
    await isOpened(maya);
    await press(maya, 'Answer');
    await softphoneFrame(lena.page).getByText('Maya Okafor is on the call with you.').waitFor();
    assert.equal(await labels(), 'colleague,colleague,customer');
    await press(lena, 'Hand over');
    await until(
      'the call is the manager’s',
      async () => (await labels()) === 'colleague,customer' && (await isFree(lena)),
    );
    await isHandedOverTo('maya');
    const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
    assert.deepEqual(
      room!.participants.map(({ label, hears }) => [label.replace(/-.*/, ''), hears.length]),
      [
        ['customer', 1],
        ['colleague', 1],
      ],
    );
    await softphoneFrame(maya.page).getByRole('button', { name: 'Transfer' }).waitFor();
    assert.deepEqual([...lena.consoleErrors, ...maya.consoleErrors], []);
  });

  it('leaves a call to an outside number at once, and another one to a group', async () => {
    const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
    await world.as('maya').ask('POST', `/api/calls/${room!.friendlyName}/hangup`, {});
    await until(
      'the call is over',
      async () => (await world.carrierControl<Room[]>('GET', 'conferences')).length === 0,
    );
    await visit(ravi, 'ravi');
    const calls = async () => {
      await lena.page.getByRole('button', { name: 'Call contact' }).press('Enter');
      await until(
        'rep and customer are in the conference',
        async () => (await labels()) === 'customer,rep',
      );
      await open(lena);
    };
    await calls();
    await chooses(lena, 'my team', /Transfer to My team now/);
    await press(ravi, 'Answer');
    await until(
      'the call is the group’s',
      async () => (await labels()) === 'colleague,customer' && (await isFree(lena)),
    );
    await isHandedOverTo('ravi');
    await chooses(ravi, '+12145550177', /Transfer to \+12145550177 now/);
    await until(
      'the call is with the outside number',
      async () => (await labels()) === 'customer,guest' && (await isFree(ravi)),
    );
    assert.deepEqual([...lena.consoleErrors, ...ravi.consoleErrors], []);
  });
});
