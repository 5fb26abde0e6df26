import { endedRepCalls } from '../../domain/call/repCalls.ts';
import { differences, type DayTotals, type Difference } from '../../domain/outcomes/dayTotals.ts';
import type {
  CallDays,
  CrmCallDays,
  CrmRepCalls,
  DayTotalsStore,
  RepCallRef,
  Store,
} from '../../ports/index.ts';

export interface ReconcileOutcomesDeps {
  readonly store: Pick<Store, 'loadCalls'>;
  readonly callDays: Pick<CallDays, 'countDue'>;
  readonly dayTotals: DayTotalsStore;
  readonly crm: {
    readonly callDays: Pick<CrmCallDays, 'recordedCallDays'>;
    readonly repCalls: Pick<CrmRepCalls, 'missingRepCalls'>;
  };
}

interface ReconcileRange {
  readonly orgId: string;
  /** Days of reps, both included. */
  readonly from: string;
  readonly to: string;
  /** Whether what differs is counted and written again. */
  readonly mends: boolean;
  /** How many days were compared, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The differences between calls, totals and the CRM. */
export interface Reconciled {
  readonly days: number;
  /** Totals that were not those of the calls. */
  readonly counted: readonly Difference[];
  /** Totals that were not in the CRM as they were written. */
  readonly written: readonly Difference[];
  /** Days of which the CRM is still to have the newest totals. */
  readonly awaited: readonly string[];
  /** Ended calls of reps that are not in the CRM, though nothing about them waits. */
  readonly calls: readonly RepCallRef[];
}

const CALLS_AT_ONCE = 500;
const MOST_DAYS = 100_000;

/**
 * Compares calls, daily totals and the CRM's records of both. Differences are recounted, and the
 * relay delivers them to the CRM. Throws CrmProblem when the CRM cannot be asked.
 */
export async function reconcileOutcomes(
  deps: ReconcileOutcomesDeps,
  { orgId, from, to, mends, onProgress }: ReconcileRange,
): Promise<Reconciled> {
  const { dayTotals, callDays, crm } = deps;
  // A day that is due anyway does not count as a difference.
  await callDays.countDue(MOST_DAYS);
  const days = await dayTotals.days(orgId, from, to);
  const before = Map.groupBy(await dayTotals.counted(orgId, from, to), ({ day }) => day);
  const counted: Difference[] = [];
  for (const [index, day] of days.entries()) {
    counted.push(...differences(await dayTotals.ofCalls(orgId, day), before.get(day) ?? []));
    onProgress?.(index + 1, days.length);
  }
  if (mends && counted.length > 0) {
    await dayTotals.makeDue(orgId, daysOf(counted));
    await callDays.countDue(MOST_DAYS);
  }
  const recorded = await crm.callDays.recordedCallDays(orgId, from, to);
  const written = differences(await dayTotals.written(orgId, from, to), recorded);
  // As the CRM was found: then what differs from what was counted is written.
  if (mends) await dayTotals.wrote(orgId, written.map(asFound));
  const awaited = [
    ...new Set((await dayTotals.unwritten(orgId, days)).map(({ day }) => day)),
  ].sort();
  if (mends) await dayTotals.sendDays(orgId, awaited);
  const calls = await missingCalls(deps, orgId, { from, to });
  if (mends) await dayTotals.sendCalls(orgId, calls);
  return { days: days.length, counted, written, awaited, calls };
}

/** Ended calls of reps that the org wants kept and does not have, though nothing waits. */
async function missingCalls(
  { store, dayTotals, crm }: ReconcileOutcomesDeps,
  orgId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<RepCallRef[]> {
  const missing: RepCallRef[] = [];
  for await (const ids of dayTotals.endedCalls(orgId, {
    from,
    to: dayAfter(to),
    size: CALLS_AT_ONCE,
  })) {
    const calls = [...(await store.loadCalls(ids)).values()];
    const writes = calls.flatMap((call) =>
      endedRepCalls(call).map(({ rep }) => ({ call, repUserId: rep.userId })),
    );
    const those = await crm.repCalls.missingRepCalls(writes);
    missing.push(...those.map(({ call: { callId }, repUserId }) => ({ callId, repUserId })));
  }
  if (missing.length === 0) return missing;
  const idOf = ({ callId, repUserId }: RepCallRef): string => `${callId}:${repUserId}`;
  const awaited = new Set((await dayTotals.awaited(orgId)).map(idOf));
  return missing.filter((one) => !awaited.has(idOf(one)));
}

const asFound = ({ key, found }: Difference): DayTotals => ({
  answered: 0,
  talkSeconds: 0,
  monitor: 0,
  whisper: 0,
  barge: 0,
  takeover: 0,
  helpRequested: 0,
  transferred: 0,
  saved: 0,
  callBacks: 0,
  rated: 0,
  satisfied: 0,
  missed: 0,
  abandoned: 0,
  answeredSoon: 0,
  waitSeconds: 0,
  supervisedSeconds: 0,
  holdSeconds: 0,
  afterCalls: 0,
  afterCallSeconds: 0,
  alertsShown: 0,
  alertsUseful: 0,
  alertsNotUseful: 0,
  refused: 0,
  joinsRefused: 0,
  ...key,
  ...found,
});

const daysOf = (those: readonly Difference[]): string[] => [
  ...new Set(those.map(({ key }) => key.day)),
];

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
