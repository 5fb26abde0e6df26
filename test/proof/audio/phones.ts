import { openSeat, type Seat } from '../../browser/support/chromium.ts';
import { isInMode } from '../../browser/support/repAndManager.ts';
import type { Console } from '../../support/console.ts';
import { identityOf } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import { browserEar, legEar, type Ear } from './ears.ts';
import { SUPERVISORS, TONES, type Party, type SupervisorName } from './situations.ts';

export type Consoles = Record<'rep' | 'colleague' | SupervisorName, Console>;

export interface Room {
  sid: string;
  friendlyName: string;
  participants: { callSid: string; label: string }[];
}

/** A call to move to. */
interface Destination {
  readonly callId: string;
  readonly rep: string;
  /** The intervention of which the supervisor is then off. */
  readonly moveFrom: string;
}

/** What differs between browsers and scripted legs. */
export interface Phones {
  call(): Promise<void>;
  join(who: SupervisorName): Promise<void>;
  /** One click on another rep's call, and the confirmation. */
  move(who: SupervisorName, to: Destination): Promise<void>;
  /** A supervisor answers the call that rings for them. */
  answer(who: SupervisorName): Promise<void>;
  ear(party: Party, callSid: string): Ear;
  mayLag(party: Party): boolean;
  stop(): Promise<void>;
}

/** Scripted legs for rep and supervisors: fast, and measured at the carrier's end. */
export async function legPhones(world: World, consoles: Consoles): Promise<Phones> {
  for (const who of SUPERVISORS)
    await world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(consoles[who])}`,
      script: { toneHz: TONES[who], ringMs: 50 },
    });
  return {
    async call() {
      // The rep is busy until the server knows that the last call has ended.
      const { body } = await until(
        'the rep can place a call',
        async () => {
          const placed = await consoles.rep.placeCall({
            opportunityId: await opportunityId(world),
          });
          return placed.status < 400 ? placed : undefined;
        },
        { everyMs: 300 },
      );
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(consoles.rep)}`,
        params: body.connect.params,
        script: { toneHz: TONES.rep },
      });
    },
    async join(who) {
      const callId = (await roomsOf(world))[0]!.friendlyName;
      const { body } = await consoles[who].supervise(callId);
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(consoles[who])}`,
        params: body.connect.params,
        script: { toneHz: TONES[who] },
      });
    },
    async move(who, { callId, moveFrom }) {
      const { body } = await consoles[who].supervise(callId, crypto.randomUUID(), { moveFrom });
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(consoles[who])}`,
        params: body.connect.params,
        script: { toneHz: TONES[who] },
      });
    },
    answer: async () => undefined,
    ear: (_party, callSid) => legEar(world, callSid),
    mayLag: () => false,
    stop: async () => undefined,
  };
}

/** The unmodified Voice SDK in browsers for rep and supervisors; the customer is a phone. */
export async function browserPhones(
  world: World,
  supervisors: readonly SupervisorName[],
): Promise<Phones> {
  const trusts = world.carrierCertificate;
  const path = `lightning/r/Opportunity/${await opportunityId(world)}/view`;
  const seats = new Map<Party, Seat>();
  for (const [party, alias] of [['rep', 'ravi'], ...supervisors.map((who) => [who, who])] as [
    Party,
    string,
  ][]) {
    const seat = await openSeat({ toneHz: TONES[party], trusts });
    seats.set(party, seat);
    await seat.page.goto(`${world.orgUrl}/as/${alias}/${path}`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  }
  const click = (party: Party, action: string) =>
    seats.get(party)!.page.locator(`[data-action="${action}"]`).first().click();
  return {
    call: () => click('rep', 'call'),
    async join(who) {
      await click(who, 'join');
      // Waiting on the page also answers what a poor network asks about.
      await isInMode(seats.get(who)!, 'monitor');
    },
    async move(who, { rep }) {
      const { page } = seats.get(who)!;
      await page.getByRole('link', { name: 'Home', exact: true }).click();
      await page
        .locator('.body .row', { hasText: rep })
        .getByRole('button', { name: /Monitor/ })
        .click();
      const controls = page.locator('.page-utility-panel c-call-bar', { hasText: rep });
      const leave = page.getByRole('button', { name: new RegExp(`^Leave .* and join ${rep}$`) });
      // Who only listens is not asked whether to leave.
      await leave.or(controls).first().waitFor();
      if (await leave.isVisible()) await leave.click();
      await controls.waitFor();
      await page.goBack();
    },
    answer: (who) =>
      seats
        .get(who)!
        .page.frameLocator('iframe')
        .getByRole('button', { name: /^Answer / })
        .click(),
    ear(party, callSid) {
      const seat = seats.get(party);
      return seat ? browserEar(seat) : legEar(world, callSid);
    },
    mayLag: (party) => seats.has(party),
    stop: async () => void (await Promise.all([...seats.values()].map((seat) => seat.close()))),
  };
}

export const roomsOf = (world: World): Promise<Room[]> =>
  world.carrierControl<Room[]>('GET', 'conferences');

async function opportunityId(world: World): Promise<string> {
  const opportunities =
    await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  return opportunities.find((one) => one.Name.startsWith('Halcyon'))!.Id;
}
