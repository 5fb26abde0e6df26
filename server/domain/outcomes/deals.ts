/** After how many days what became of the deal of a call is kept. 0: soon after the call. */
export const SNAPSHOT_DAYS = [0, 7, 14, 30, 90] as const;
export type SnapshotDays = (typeof SNAPSHOT_DAYS)[number];

/** How late a snapshot may be taken: later ones would say something of another day. */
export const latenessMs = (days: SnapshotDays): number => (days === 0 ? 12 : 48) * 3_600_000;

/** A deal as it was at one time. */
export interface DealState {
  readonly opportunityId: string;
  readonly stage: string;
  /** The place of the stage among those of the org; undefined for one that the org has no more. */
  readonly stageOrder?: number;
  readonly amount?: number;
  /** ISO 4217, where the org has several; and the amount in the company's currency. */
  readonly currency?: string;
  readonly corporateAmount?: number;
  /** YYYY-MM-DD. */
  readonly closeDate: string;
  readonly createdAt: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly ownerId: string;
  readonly accountId?: string;
}

/** `gone`: deleted. `missed`: it could not be read in time, so nothing is known. */
export type DealSnapshot = { readonly days: SnapshotDays } & (
  | ({ readonly status: 'taken'; readonly takenAt: string } & DealState)
  | { readonly status: 'gone'; readonly takenAt: string }
  | { readonly status: 'due' | 'missed' }
);

/** A call about a deal, and what became of the deal. */
export interface DealOfCall {
  readonly callId: string;
  readonly opportunityId: string;
  readonly repUserId: string;
  readonly endedAt: string;
  /** The highest mode of a supervisor on the call; undefined when nobody joined. */
  readonly highestMode?: string;
  readonly snapshots: readonly DealSnapshot[];
}

type Taken = Extract<DealSnapshot, { status: 'taken' }>;

/** The deal as it was so many days after the call; undefined where that is not known. */
export const dealAfter = (call: DealOfCall, days: SnapshotDays): Taken | undefined =>
  call.snapshots.find((one): one is Taken => one.days === days && one.status === 'taken');

/**
 * Where the deal went within so many days: `reopened` was closed before and is open then. Undefined
 * where one of the two is not known, or an order of stages.
 */
export function stageMove(
  call: DealOfCall,
  days: SnapshotDays,
): 'forward' | 'back' | 'same' | 'won' | 'lost' | 'reopened' | undefined {
  const [before, after] = [dealAfter(call, 0), dealAfter(call, days)];
  if (!before || !after) return undefined;
  if (after.isClosed && !before.isClosed) return after.isWon ? 'won' : 'lost';
  const wasClosed = call.snapshots.some(
    (one) => one.status === 'taken' && one.days < days && one.isClosed,
  );
  if (wasClosed && !after.isClosed) return 'reopened';
  if (after.stage === before.stage) return 'same';
  if (before.stageOrder === undefined || after.stageOrder === undefined) return undefined;
  return after.stageOrder > before.stageOrder ? 'forward' : 'back';
}

/** Whether somebody else owned the deal by then. */
export function changedOwner(call: DealOfCall, days: SnapshotDays): boolean | undefined {
  const [before, after] = [dealAfter(call, 0), dealAfter(call, days)];
  return before && after && before.ownerId !== after.ownerId;
}

/** The deals of calls by so many days after them: each deal once, by its first call. */
export interface DealsAfter {
  /** Deals of which the state then is known. */
  readonly known: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  /** Deleted by then. */
  readonly gone: number;
  /** Of those that were open at the call, how many stages moved on, and how many back. */
  readonly movedOn: number;
  readonly movedBack: number;
  /** Of the won ones, in the company's currency; those without an amount count nothing. */
  readonly revenue: number;
  /** Medians of closed deals, in days: from the call, and from the deal's creation, to its close. */
  readonly daysToClose?: number;
  readonly cycleDays?: number;
}

export function dealsAfter(calls: readonly DealOfCall[], days: SnapshotDays): DealsAfter {
  const deals = firstOfEach(calls);
  const known = deals.flatMap((call) => dealAfter(call, days) ?? []);
  const moves = deals.map((call) => stageMove(call, days));
  const closedSince = deals.flatMap((call) => {
    const after = dealAfter(call, days);
    return after?.isClosed && dealAfter(call, 0)?.isClosed === false ? [{ call, after }] : [];
  });
  const won = known.filter(({ isWon }) => isWon);
  const isGone = ({ snapshots }: DealOfCall): boolean =>
    snapshots.some((one) => one.days === days && one.status === 'gone');
  return {
    known: known.length,
    open: known.filter(({ isClosed }) => !isClosed).length,
    won: won.length,
    lost: known.filter(({ isClosed, isWon }) => isClosed && !isWon).length,
    gone: deals.filter(isGone).length,
    movedOn: moves.filter((move) => move === 'forward' || move === 'won').length,
    movedBack: moves.filter((move) => move === 'back').length,
    revenue: won.reduce(
      (sum, { amount, corporateAmount }) => sum + (corporateAmount ?? amount ?? 0),
      0,
    ),
    ...medians({
      daysToClose: closedSince.map(({ call, after }) => daysBetween(call.endedAt, after.closeDate)),
      cycleDays: closedSince.map(({ after }) => daysBetween(after.createdAt, after.closeDate)),
    }),
  };
}

/** Of the deals that were decided by then, how many were won; undefined while none was. */
export const winRate = ({ won, lost }: Pick<DealsAfter, 'won' | 'lost'>): number | undefined =>
  won + lost > 0 ? won / (won + lost) : undefined;

function firstOfEach(calls: readonly DealOfCall[]): DealOfCall[] {
  const first = new Map<string, DealOfCall>();
  for (const call of calls) {
    const before = first.get(call.opportunityId);
    if (!before || call.endedAt < before.endedAt) first.set(call.opportunityId, call);
  }
  return [...first.values()];
}

const DAY_MS = 86_400_000;
/** Whole days; never fewer than none, because a day has no time. */
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from.slice(0, 10))) / DAY_MS));

/** The median of each list that is not empty. */
function medians<Name extends string>(
  lists: Readonly<Record<Name, readonly number[]>>,
): Partial<Record<Name, number>> {
  return Object.fromEntries(
    (Object.entries(lists) as [Name, readonly number[]][]).flatMap(([name, values]) => {
      const sorted = values.toSorted((a, b) => a - b);
      const middle = Math.floor(sorted.length / 2);
      if (sorted.length === 0) return [];
      const isEven = sorted.length % 2 === 0;
      return [[name, isEven ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[middle]!]];
    }),
  ) as Partial<Record<Name, number>>;
}
