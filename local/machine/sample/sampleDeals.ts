import type { Chance } from './chances.ts';
import type { DealNow, EndedCall } from './endedCalls.ts';

const DAY_MS = 86_400_000;
const LOOKS = [0, 7, 14, 30, 90] as const;
const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal',
  'Negotiation',
] as const;
/** The value of one unit of each currency in the company's currency. */
const CURRENCIES = { USD: 1, EUR: 1.1, GBP: 1.27 } as const;
type Currency = keyof typeof CURRENCIES;
const AMONG: readonly Currency[] = ['USD', 'USD', 'EUR', 'GBP'];
const NEW_SHARE = 0.15;
/** Won deals live longer, so deals in late stages are won more often. */
const DAYS_OPEN = { won: { from: 30, more: 90 }, lost: { from: 10, more: 60 } } as const;
/** Lost deals do not reach the last stages. */
const REACHES = { won: STAGES.length, lost: 3 } as const;

const ACCOUNTS = [
  'Alder Street Clinics',
  'Bayview Freight',
  'Cobalt Fabrication',
  'Dunmore Hotels',
  'Eastgate Energy',
  'Fallon & Reed',
  'Granite State Foods',
  'Harborline Logistics',
  'Ironwood Builders',
  'Juniper Health',
  'Keystone Printing',
  'Larkfield Schools',
  'Meridian Optics',
  'Northgate Dental',
  'Oakmont Insurance',
  'Pinecrest Foods',
  'Quarry Ridge Stone',
  'Redwood Textiles',
  'Summit Air Service',
  'Tidewater Marine',
  'Union Street Partners',
  'Vista Property Group',
  'Westbrook Motors',
  'Yarrow Veterinary',
] as const;
const ABOUT = [
  '3-year renewal',
  'Annual plan',
  'Expansion',
  'Pilot',
  'Upgrade',
  'New sites',
] as const;

interface SampleDeal {
  readonly opportunityId: string;
  readonly account: string;
  readonly name: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly createdAt: number;
  readonly closedAt: number;
  readonly isWon: boolean;
  readonly ownerId: string;
}

/**
 * Deals whose result is decided when they begin, so that joining calls about them has no effect.
 *
 * @param until later results are not known
 */
export function sampleDeals(chance: Chance, until: number, seed: number) {
  const open = new Map<string, SampleDeal[]>();
  let made = 0;

  function begin(repUserId: string, at: number): SampleDeal {
    const amount = Math.round(2_000 + 80_000 * chance() ** 2);
    const isWon = chance() < (amount < 20_000 ? 0.4 : 0.25);
    const { from, more } = DAYS_OPEN[isWon ? 'won' : 'lost'];
    made += 1;
    // Not random, so that the rest of the sample stays the same.
    const account = ACCOUNTS[made % ACCOUNTS.length]!;
    return {
      account,
      name: `${account} – ${ABOUT[Math.floor(made / ACCOUNTS.length) % ABOUT.length]!}`,
      opportunityId: `006S${String(seed % 1000).padStart(3, '0')}${String(made).padStart(8, '0')}AAA`,
      amount,
      currency: AMONG[Math.floor(chance() * AMONG.length)]!,
      createdAt: at - Math.floor(10 * chance()) * DAY_MS,
      closedAt: at + Math.floor(from + more * chance()) * DAY_MS,
      isWon,
      ownerId: repUserId,
    };
  }

  return {
    /**
     * The deal that a call of the rep is about, and whether it is in one of the last stages then.
     */
    of(repUserId: string, at: number): { deal: NonNullable<EndedCall['deal']>; isLate: boolean } {
      const those = (open.get(repUserId) ?? []).filter(({ closedAt }) => closedAt > at);
      if (those.length === 0 || chance() < NEW_SHARE) those.push(begin(repUserId, at));
      open.set(repUserId, those);
      const deal = those[Math.floor(chance() * those.length)]!;
      const { opportunityId, name, amount, currency } = deal;
      return {
        deal: {
          opportunityId,
          name,
          amount,
          currency,
          now: dealAt(deal, until),
          snapshots: LOOKS.map((days) => snapshotOf(deal, days, { at: at + days * DAY_MS, until })),
        },
        isLate: stageAt(deal, at) >= 2,
      };
    },
  };
}

type Snapshot = NonNullable<NonNullable<EndedCall['deal']>['snapshots']>[number];

function stageAt({ createdAt, closedAt, isWon }: SampleDeal, at: number): number {
  const passed = (at - createdAt) / (closedAt - createdAt);
  return Math.min(
    STAGES.length - 1,
    Math.max(0, Math.floor(passed * REACHES[isWon ? 'won' : 'lost'])),
  );
}

function dealAt(deal: SampleDeal, at: number): DealNow {
  const { account, amount, currency, closedAt, isWon, ownerId } = deal;
  return {
    account,
    stage: at < closedAt ? STAGES[stageAt(deal, at)]! : isWon ? 'Closed Won' : 'Closed Lost',
    corporateAmount: Math.round(amount * CURRENCIES[currency]),
    closeDate: new Date(closedAt).toISOString().slice(0, 10),
    ownerId,
  };
}

function snapshotOf(
  deal: SampleDeal,
  days: number,
  { at, until }: { readonly at: number; readonly until: number },
): Snapshot {
  if (at > until) return { days, status: 'missed' };
  const { closedAt, createdAt, isWon, amount, currency } = deal;
  const isClosed = at >= closedAt;
  const stage = stageAt(deal, at);
  const { account: _account, ...then } = dealAt(deal, at);
  return {
    ...then,
    days,
    status: 'taken',
    takenAt: new Date(at).toISOString(),
    stageOrder: isClosed ? STAGES.length + (isWon ? 1 : 2) : stage + 1,
    amount,
    currency,
    createdAt: new Date(createdAt).toISOString(),
    isClosed,
    isWon: isClosed && isWon,
  };
}
