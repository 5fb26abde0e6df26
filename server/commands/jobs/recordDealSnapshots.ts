import type { CrmDeals, CrmUsage, DealSnapshots } from '../../ports/index.ts';

interface RecordDealSnapshotsDeps {
  readonly snapshots: Pick<DealSnapshots, 'due' | 'record' | 'miss'>;
  readonly crm: Pick<CrmUsage, 'usage'> & { readonly deals: CrmDeals };
  readonly now: () => string;
}

/** In one round: a few requests. */
const DEALS_PER_ROUND = 2_000;
/** Snapshots wait, as long as they can, once this share of the daily request limit is used. */
const HELD_FROM = 0.8;

/**
 * Takes the snapshots of an org that are due, each deal read once, and marks those that could not be
 * taken in time. Returns how many were taken. Throws CrmProblem.
 */
export async function recordDealSnapshots(
  { snapshots, crm, now }: RecordDealSnapshotsDeps,
  orgId: string,
): Promise<number> {
  await snapshots.miss(orgId, now());
  const usage = crm.usage(orgId);
  if (usage && usage.used / usage.limit >= HELD_FROM) return 0;
  const due = await snapshots.due(orgId, now(), DEALS_PER_ROUND);
  if (due.length === 0) return 0;
  const ids = [...new Set(due.map(({ opportunityId }) => opportunityId))];
  await snapshots.record(due, await crm.deals.deals(orgId, ids), now());
  return due.length;
}
