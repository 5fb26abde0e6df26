import { becomesLive } from '../../support/stage.ts';
import { Stops } from '../../support/stops.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import { openSeat, type Seat } from './chromium.ts';
import { softphoneFrame, TONE } from './ear.ts';

const CUSTOMER_PHONE = '+14155550142';
/** In dB: quieter than this is not heard. */
export const HEARD_DB = -40;

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean; hears: string[] }[];
}

/** A rep who talks with a customer, and the rep's manager on the page of the same deal. */
export interface RepAndManager {
  readonly rep: Seat;
  readonly manager: Seat;
  readonly callId: string;
  room(): Promise<Room | undefined>;
  /** Who is on the call at the carrier: `customer,rep,supervisor`. */
  labels(): Promise<string | undefined>;
  /** How loud a tone has been at the customer's phone since then, in dB. */
  customersEar(hz: number, since: number): Promise<number>;
  customerHears(who: string, hz: number, since?: number): Promise<unknown>;
  /** The manager joins, whispers and barges in for a large deal. */
  bargesIn(): Promise<void>;
  close(): Promise<void>;
}

export const openRepAndManager = (world: World): Promise<RepAndManager> =>
  Stops.during((stops) => open(world, stops));

async function open(world: World, stops: Stops): Promise<RepAndManager> {
  await world.carrierControl('POST', 'scripts', {
    address: CUSTOMER_PHONE,
    script: { toneHz: TONE.customer, ringMs: 300 },
  });
  const room = async (): Promise<Room | undefined> =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      ({ participants }) => participants.length > 0,
    );
  const rep = await openedBy(world, { alias: 'ravi', toneHz: TONE.rep, stops });
  await rep.page.locator('[data-action="call"]').first().click();
  await until('rep and customer talk', async () =>
    (await room())?.participants.some(({ hears }) => hears.includes('rep')),
  );
  const { friendlyName: callId, participants } = (await room())!;
  await becomesLive(world, 'ravi', callId);
  const customer = participants.find(({ label }) => label === 'customer')!.callSid;
  const manager = await openedBy(world, { alias: 'maya', toneHz: TONE.supervisor, stops });
  const customersEar = async (hz: number, since: number): Promise<number> =>
    (
      await world.carrierControl<{ sustained: number }[]>(
        'GET',
        `levels?callSid=${customer}&hz=${hz}&since=${since}`,
      )
    )[0]!.sustained;
  const customerHears = (who: string, hz: number, since = Date.now()): Promise<unknown> =>
    until(`the customer hears ${who}`, async () => (await customersEar(hz, since)) > HEARD_DB);
  return {
    rep,
    manager,
    callId,
    room,
    labels: async () =>
      (await room())?.participants
        .map(({ label }) => label.replace(/-.*/, ''))
        .sort()
        .join(),
    customersEar,
    customerHears,
    async bargesIn() {
      await bargeIn(manager);
      await customerHears('the manager', TONE.supervisor);
    },
    close: () => stops.run(),
  };
}

async function openedBy(
  world: World,
  {
    alias,
    toneHz,
    stops,
  }: { readonly alias: string; readonly toneHz: number; readonly stops: Stops },
): Promise<Seat> {
  const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const deal = deals.find(({ Name }) => Name.startsWith('Halcyon'))!;
  const seat = await openSeat({ toneHz, trusts: world.carrierCertificate });
  stops.add(() => seat.close());
  await seat.page.goto(`${world.orgUrl}/as/${alias}/lightning/r/Opportunity/${deal.Id}/view`);
  await softphoneOf(seat).locator('.phone-dot_registered').waitFor({ state: 'attached' });
  return seat;
}

const softphoneOf = ({ page }: Seat) => page.frameLocator('iframe');

/** Resolves once Dealside says that the manager is in the mode. */
export const isInMode = (manager: Seat, mode: string): Promise<void> =>
  softphoneFrame(manager.page)
    .locator(`[data-confirmed-mode="${mode}"]`)
    .waitFor({ state: 'attached' });

async function bargeIn(manager: Seat): Promise<void> {
  const { page } = manager;
  await page.locator('[data-action="join"]').first().click();
  await isInMode(manager, 'monitor');
  await page.locator('label[data-mode="whisper"]').first().click();
  await isInMode(manager, 'whisper');
  await page.locator('label[data-mode="barge"]').first().click();
  await page.getByRole('combobox', { name: /Reason/ }).fill('Large deal');
  await page.getByRole('option', { name: 'Large deal' }).click();
  await page.locator('[data-action="confirm"]').first().click();
  await isInMode(manager, 'barge');
}
