import { auditAct } from '../../domain/audit/entries.ts';
import { createReportDigest, REPORTS_SEALED } from '../../domain/audit/evidence.ts';
import type { AuditEvidence, AuditTrail } from '../../ports/audit/audit.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import { unhurried } from './unhurried.ts';

export interface SealReportsDeps {
  readonly trail: Pick<AuditTrail, 'search'>;
  readonly evidence: Pick<AuditEvidence, 'reports' | 'newestSettledReport'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Digested without a pause: a click waits no longer than that, a few milliseconds. */
const PAGE = 50;

/**
 * Has the audit tell which reports the carrier sent since the last time, by a digest: none of them
 * can then be deleted or changed unnoticed. Before a checkpoint, so that it signs them.
 */
export async function sealReports(
  { trail, evidence, store, clock, ids }: SealReportsDeps,
  orgId: string,
): Promise<void> {
  const upTo = await evidence.newestSettledReport(orgId);
  if (upTo === 0) return;
  const [last] = await trail.search({ orgId, actions: [REPORTS_SEALED], limit: 1 });
  const from = Number(last?.details.upTo ?? 0);
  if (upTo <= from) return;
  const digest = createReportDigest();
  let after: number | undefined = from;
  const digestPage = async (since: number): Promise<number | undefined> => {
    const page = (await evidence.reports(orgId, since, PAGE)).filter(
      ({ reportId }) => reportId <= upTo,
    );
    for (const report of page) digest.add(report);
    return page.at(-1)?.reportId;
  };
  while (after !== undefined && after < upTo) {
    const since: number = after;
    after = await unhurried(() => digestPage(since));
  }
  await store.recordAudit([
    auditAct(
      { orgId, at: clock.now(), action: REPORTS_SEALED, details: { from, upTo, ...digest.end() } },
      { actor: { kind: 'system' }, nextId: () => ids.next() },
    ),
  ]);
}
