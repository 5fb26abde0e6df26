import {
  changedOwner,
  dealAfter,
  stageMove,
  type DealMove,
  type DealOfCall,
  type DealSnapshot,
  type SnapshotDays,
} from './deals.ts';

/** After how many days the deals of calls are looked at. */
export const LOOK_DAYS = [7, 14, 30, 90] as const satisfies readonly SnapshotDays[];
export type LookDays = (typeof LOOK_DAYS)[number];

/** A deal at one of the looks. */
interface DealThen {
  readonly days: LookDays;
  /** `gone`: deleted. Undefined: not known, or not yet. */
  readonly move?: DealMove | 'gone';
  readonly hasNewOwner?: boolean;
  /** Of a won deal, in the company's currency and in its own. */
  readonly revenue?: number;
  readonly ownRevenue?: number;
}

/** A deal that was open at the first call about it with a highest mode, and what became of it. */
export interface DealResult {
  readonly opportunityId: string;
  /** Undefined: nobody joined. */
  readonly mode?: string;
  readonly callId: string;
  /** At the call. */
  readonly stageOrder?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly then: readonly DealThen[];
  /** From the call, and from the deal's creation, until it was closed; in days. */
  readonly daysToClose?: number;
  readonly cycleDays?: number;
}

/**
 * What became of the deals of these calls. A deal counts once for each highest mode, by its first
 * call with it; not where it was closed at that call, or is not known as it was then.
 *
 * @param calls all calls about these deals
 */
export function dealResults(calls: readonly DealOfCall[]): DealResult[] {
  const firsts = new Map<string, DealOfCall>();
  for (const call of calls) {
    const key = JSON.stringify([call.opportunityId, call.highestMode]);
    const before = firsts.get(key);
    if (!before || call.endedAt < before.endedAt) firsts.set(key, call);
  }
  return [...firsts.values()].flatMap((call) => {
    const then = dealAfter(call, 0);
    return then && !then.isClosed ? [resultOf(call, then)] : [];
  });
}

type Taken = Extract<DealSnapshot, { status: 'taken' }>;

function resultOf(call: DealOfCall, before: Taken): DealResult {
  const amount = before.corporateAmount ?? before.amount;
  const closed = LOOK_DAYS.map((days) => dealAfter(call, days)).find((one) => one?.isClosed);
  return {
    opportunityId: call.opportunityId,
    ...(call.highestMode && { mode: call.highestMode }),
    callId: call.callId,
    ...(before.stageOrder !== undefined && { stageOrder: before.stageOrder }),
    ...(amount !== undefined && { amount }),
    ...(before.currency && { currency: before.currency }),
    then: LOOK_DAYS.map((days) => thenOf(call, days)),
    ...(closed && {
      daysToClose: daysBetween(call.endedAt, closed.closeDate),
      cycleDays: daysBetween(closed.createdAt, closed.closeDate),
    }),
  };
}

function thenOf(call: DealOfCall, days: LookDays): DealThen {
  const snapshot = call.snapshots.find((one) => one.days === days);
  if (snapshot?.status === 'gone') return { days, move: 'gone' };
  const after = dealAfter(call, days);
  const move = stageMove(call, days);
  if (!after || !move) return { days };
  return {
    days,
    move,
    hasNewOwner: changedOwner(call, days) === true,
    ...(after.isWon && {
      revenue: after.corporateAmount ?? after.amount ?? 0,
      ownRevenue: after.amount ?? 0,
    }),
  };
}

const DAY_MS = 86_400_000;
/** Whole days; never fewer than none, because a day has no time. */
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from.slice(0, 10))) / DAY_MS));
