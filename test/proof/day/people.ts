import type { Locator } from 'playwright-core';
import { openSeat, type Seat } from '../../browser/support/chromium.ts';
import { softphoneFrame, TONE } from '../../browser/support/ear.ts';
import { identityOf } from '../../support/stage.ts';
import type { World } from '../../support/world.ts';

const ALIASES = ['ravi', 'lena', 'maya'] as const;
export type Alias = (typeof ALIASES)[number];

/** Whose deal is open on whose page; Maya manages both reps, and sees Ravi's. */
const DEALS: Record<Alias, string> = { ravi: 'Halcyon', lena: 'Brightwater', maya: 'Halcyon' };

/** Somebody at work: a browser with Salesforce and the softphone, which is open. */
export interface Worker {
  readonly alias: Alias;
  readonly seat: Seat;
  /** As the carrier knows the softphone: `client:…`. */
  readonly address: string;
  /** How many access tokens the softphone has fetched. */
  tokens(): number;
  /** A button of the softphone. */
  button(name: string | RegExp): Locator;
  /** Something that can be clicked on the page. */
  action(name: string): Locator;
  /** What the softphone's status says, where it is not that it is ready. */
  notReady(): Promise<string | undefined>;
}

export type People = Readonly<Record<Alias, Worker>>;

/** Opens a browser for each. */
export async function startWork(world: World): Promise<People> {
  const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const workers = await Promise.all(
    ALIASES.map(async (alias): Promise<[Alias, Worker]> => {
      const deal = deals.find(({ Name }) => Name.startsWith(DEALS[alias]))!;
      return [alias, await startOne(world, alias, `lightning/r/Opportunity/${deal.Id}/view`)];
    }),
  );
  return Object.fromEntries(workers) as Record<Alias, Worker>;
}

async function startOne(world: World, alias: Alias, path: string): Promise<Worker> {
  const seat = await openSeat({
    toneHz: alias === 'maya' ? TONE.supervisor : TONE.rep,
    trusts: world.carrierCertificate,
  });
  const { page } = seat;
  let tokens = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/softphone/token')) tokens += 1;
  });
  await page.goto(`${world.orgUrl}/as/${alias}/${path}`);
  await page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });
  // The open panel would cover what a manager clicks on the page.
  if (alias !== 'maya') await page.locator('.page-utility-button').press('Enter');
  return {
    alias,
    seat,
    address: `client:${await identityOf(world.as(alias))}`,
    tokens: () => tokens,
    button: (name) => softphoneFrame(page).getByRole('button', { name, exact: true }),
    action: (name) => page.locator(`[data-action="${name}"]`).first(),
    async notReady() {
      const status = softphoneFrame(page).locator('.phone-status p').first();
      const isReady = (await status.locator('.phone-dot_registered').count()) > 0;
      return isReady ? undefined : ((await status.textContent()) ?? 'nothing is shown');
    },
  };
}
