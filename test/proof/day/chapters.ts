import { setTimeout as pause } from 'node:timers/promises';
import { levelsSince, softphoneFrame, TONE } from '../../browser/support/ear.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import type { Alias, People, Worker } from './people.ts';
import type { Watch } from './watch.ts';

const OUR_NUMBER = '+15005550100';
/** A customer with a deal of Ravi's; each has a tone of their own, by which they are told apart. */
interface Customer {
  readonly number: string;
  readonly name: string;
  readonly hz: number;
}
const PRIYA: Customer = { number: '+14155550142', name: 'Priya Raman', hz: TONE.customer };
const INGRID: Customer = { number: '+17755550113', name: 'Ingrid Falk', hz: 1450 };

/** Above this a tone counts as heard, and below the other as not. */
const HEARD_DB = -20;
const SILENT_DB = -40;
/** How long a customer is talked to. */
const TALK_MS = 4_000;

/** How often each thing was done. */
export interface Tally {
  placed: number;
  taken: number;
  twoRings: number;
  held: number;
  handedOver: number;
  supervised: number;
  outlivedToken: number;
}

export const NOTHING_DONE: Tally = {
  placed: 0,
  taken: 0,
  twoRings: 0,
  held: 0,
  handedOver: 0,
  supervised: 0,
  outlivedToken: 0,
};

export interface Day {
  readonly world: World;
  readonly people: People;
  readonly watch: Watch;
  readonly tally: Tally;
  readonly tokenMs: number;
}

/** What happens again and again; each begins and ends with nobody on a call. */
export const CHAPTERS: Readonly<Record<string, (day: Day) => Promise<void>>> = {
  async 'two customers ring at once, and one after the other is answered'(day) {
    const { people, tally } = day;
    const first = tally.twoRings % 2 === 0 ? INGRID : PRIYA;
    const second = first === INGRID ? PRIYA : INGRID;
    await callIn(day, PRIYA, INGRID);
    await people.ravi.button(`Answer ${first.name}`).waitFor();
    await people.ravi.button(`Answer ${second.name}`).waitFor();
    await answer(day, people.ravi, first);
    await hold(day, people.ravi, first);
    await people.ravi.button(`Decline ${second.name}`).waitFor();
    await hangUp(day, people.ravi, first);
    await answer(day, people.ravi, second);
    await hangUp(day, people.ravi, second);
    tally.twoRings += 1;
  },

  async 'a call is placed, held, and handed over to a colleague who was talked to first'(day) {
    const { people, watch, tally } = day;
    await place(day, 'ravi', PRIYA);
    await hold(day, people.ravi, PRIYA);
    await handOver(day, PRIYA);
    await pause(TALK_MS);
    await hears(people.lena, PRIYA);
    await hangUp(day, people.lena, PRIYA);
    watch.expects('ravi', 'nobody');
    tally.handedOver += 1;
  },

  async 'a call outlives its token, with a supervisor who joins, whispers and leaves'(day) {
    const { people, tally, tokenMs } = day;
    await place(day, 'ravi', PRIYA);
    await join(people.maya);
    await pause(tokenMs * 1.25);
    await hears(people.ravi, PRIYA);
    await whisperAndLeave(people.maya);
    await hangUp(day, people.ravi, PRIYA);
    tally.outlivedToken += 1;
    tally.supervised += 1;
  },

  async 'nobody calls for longer than a token lasts'({ tokenMs }) {
    await pause(tokenMs * 1.25);
  },

  async 'a supervisor joins, whispers and leaves in a call that comes in'(day) {
    const { people, tally } = day;
    await callIn(day, PRIYA);
    await answer(day, people.ravi, PRIYA);
    await join(people.maya);
    await whisperAndLeave(people.maya);
    await hangUp(day, people.ravi, PRIYA);
    tally.supervised += 1;
  },
};

/** What Dealside says of a rep: `busy` until it knows that the last call is over. */
const statusOf = async ({ world }: Day, alias: Alias): Promise<string | undefined> =>
  (await world.as(alias).ask<{ own?: { status: string } }>('GET', '/api/presence')).body.own
    ?.status;

/** A rep who is on a call, or finishes one, is passed over for a colleague: then nobody calls yet. */
const canBeRung = (day: Day, alias: Alias): Promise<unknown> =>
  until(`${alias} can be rung`, async () => (await statusOf(day, alias)) === 'available');

async function callIn(day: Day, ...customers: readonly Customer[]): Promise<void> {
  await canBeRung(day, 'ravi');
  await Promise.all(
    customers.map(({ number, hz }) =>
      day.world.carrierControl('POST', 'calls', {
        from: number,
        to: OUR_NUMBER,
        script: { toneHz: hz },
      }),
    ),
  );
}

async function place(day: Day, alias: Alias, customer: Customer): Promise<void> {
  const { world, people, watch, tally } = day;
  await until(`${alias} can call`, async () => (await statusOf(day, alias)) !== 'busy');
  watch.expects(alias, 'anything');
  await world.carrierControl('POST', 'scripts', {
    address: customer.number,
    script: { toneHz: customer.hz, ringMs: 300 },
  });
  await people[alias].action('call').click();
  await talks(day, people[alias], customer);
  tally.placed += 1;
}

async function answer(day: Day, worker: Worker, customer: Customer): Promise<void> {
  day.watch.expects(worker.alias, 'anything');
  await worker.button(`Answer ${customer.name}`).press('Enter');
  await talks(day, worker, customer);
  day.tally.taken += 1;
}

/** They are in one conference and hear each other, and from now on this may not change. */
async function talks({ watch }: Day, worker: Worker, customer: Customer): Promise<void> {
  await until(`${worker.alias} is with ${customer.name}`, async () => {
    const customers = await watch.customersOf(worker.alias);
    return customers.length === 1 && customers[0] === customer.number;
  });
  watch.expects(worker.alias, customer.number);
  await hears(worker, customer);
  await pause(TALK_MS);
}

/** The tone of this customer and of no other is at the ear. */
const hears = (worker: Worker, { name, hz }: Customer): Promise<unknown> =>
  until(`${worker.alias} hears ${name}`, async () => {
    const since = Date.now();
    await pause(600);
    const [own, other] = await levelsSince(worker.seat.page, since, [
      hz,
      hz === PRIYA.hz ? INGRID.hz : PRIYA.hz,
    ]);
    return own!.frames > 10 && own!.median > HEARD_DB && other!.median < SILENT_DB;
  });

async function hold(day: Day, worker: Worker, customer: Customer): Promise<void> {
  await worker.button('Hold').press('Enter');
  await worker.button('Resume').waitFor();
  await pause(1_000);
  await worker.button('Resume').press('Enter');
  await worker.button('Hold').waitFor();
  await hears(worker, customer);
  day.tally.held += 1;
}

async function hangUp({ watch }: Day, worker: Worker, customer: Customer): Promise<void> {
  watch.expects(worker.alias, 'anything');
  await worker.button('Hang up').press('Enter');
  await until(`the call with ${customer.name} has ended`, () => watch.hasEnded(customer.number));
  await isFree(worker);
  watch.expects(worker.alias, 'nobody');
}

const isFree = (worker: Worker): Promise<unknown> =>
  until(
    `${worker.alias}'s softphone is free`,
    async () =>
      (await softphoneFrame(worker.seat.page).locator('.phone-call:not(.phone-ring)').count()) ===
      0,
  );

async function handOver(day: Day, customer: Customer): Promise<void> {
  const { people, watch } = day;
  const { ravi, lena } = people;
  await ravi.button('Transfer').press('Enter');
  await ravi.button('Talk to Lena Brandt first').press('Enter');
  watch.expects('lena', 'anything');
  await lena
    .button(`Answer ${customer.name}`)
    .or(lena.button(/^Answer /))
    .first()
    .press('Enter');
  await ravi.button('Hand over').waitFor();
  watch.expects('ravi', 'anything');
  await ravi.button('Hand over').press('Enter');
  await talks(day, lena, customer);
  await isFree(ravi);
}

async function join(maya: Worker): Promise<void> {
  await maya.action('join').click();
  await isInMode(maya, 'monitor');
}

async function whisperAndLeave(maya: Worker): Promise<void> {
  await maya.seat.page.locator('label[data-mode="whisper"]').click();
  await isInMode(maya, 'whisper');
  await maya.action('leave').click();
  await isFree(maya);
}

const isInMode = (worker: Worker, mode: string): Promise<void> =>
  softphoneFrame(worker.seat.page).locator(`[data-confirmed-mode="${mode}"]`).waitFor();
