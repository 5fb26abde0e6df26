import type { EndedCall } from './endedCalls.ts';

const DAY_MS = 86_400_000;
const LOOKS = [0, 7, 14, 30, 90] as const;
const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
] as const;
/** In the company's currency, for one of theirs. */
const CURRENCIES = { USD: 1, EUR: 1.1, GBP: 1.27 } as const;
type Currency = keyof typeof CURRENCIES;
const AMONG: readonly Currency[] = ['USD', 'USD', 'EUR', 'GBP'];
const NEW_SHARE = 0.15;
/** Deals that are won live longer, so those of late stages are won more often. */
const DAYS_OPEN = { won: { from: 30, more: 90 }, lost: { from: 10, more: 60 } } as const;
/** Lost deals do not reach the last stages. */
const REACHES = { won: STAGES.length, lost: 3 } as const;

interface SampleDeal {
  readonly opportunityId: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly createdAt: number;
  readonly closedAt: number;
  readonly isWon: boolean;
  readonly ownerId: string;
}

/**
 * Deals whose fate is decided when they begin: whoever joins a call about them changes nothing.
 *
 * @param until what is later is not known
 */
export function sampleDeals(chance: () => number, until: number, seed: number) {
  const open = new Map<string, SampleDeal[]>();
  let made = 0;

  function begin(repUserId: string, at: number): SampleDeal {
    const amount = Math.round(2_000 + 80_000 * chance() ** 2);
    const isWon = chance() < (amount < 20_000 ? 0.4 : 0.25);
    const { from, more } = DAYS_OPEN[isWon ? 'won' : 'lost'];
    made += 1;
    return {
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
    /** What a call of the rep is about, and whether the deal is in one of the last stages then. */
    of(repUserId: string, at: number): { deal: NonNullable<EndedCall['deal']>; isLate: boolean } {
      const those = (open.get(repUserId) ?? []).filter(({ closedAt }) => closedAt > at);
      if (those.length === 0 || chance() < NEW_SHARE) those.push(begin(repUserId, at));
      open.set(repUserId, those);
      const deal = those[Math.floor(chance() * those.length)]!;
      const { opportunityId, amount, currency } = deal;
      return {
        deal: {
          opportunityId,
          amount,
          currency,
          snapshots: LOOKS.map((days) => snapshotOf(deal, days, at + days * DAY_MS, until)),
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

function snapshotOf(deal: SampleDeal, days: number, at: number, until: number): Snapshot {
  if (at > until) return { days, status: 'missed' };
  const { closedAt, createdAt, isWon, amount, currency, ownerId } = deal;
  const isClosed = at >= closedAt;
  const stage = stageAt(deal, at);
  return {
    days,
    status: 'taken',
    takenAt: new Date(at).toISOString(),
    stage: isClosed ? (isWon ? 'Closed Won' : 'Closed Lost') : STAGES[stage]!,
    stageOrder: isClosed ? STAGES.length + (isWon ? 1 : 2) : stage + 1,
    amount,
    currency,
    corporateAmount: Math.round(amount * CURRENCIES[currency]),
    closeDate: new Date(closedAt).toISOString().slice(0, 10),
    createdAt: new Date(createdAt).toISOString(),
    isClosed,
    isWon: isClosed && isWon,
    ownerId,
  };
}
