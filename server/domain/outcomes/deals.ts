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

/** `reopened`: it was closed before, and is open then. */
export type DealMove = 'forward' | 'back' | 'same' | 'won' | 'lost' | 'reopened';

/**
 * Where the deal went within so many days. Undefined where one of the two is not known, or an order
 * of stages.
 */
export function stageMove(call: DealOfCall, days: SnapshotDays): DealMove | undefined {
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
