import { auditAct } from '../../domain/audit/entries.ts';
import { createReportDigest, REPORTS_SEALED } from '../../domain/audit/evidence.ts';
import type { AuditEvidence, AuditTrail } from '../../ports/audit.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';

export interface SealReportsDeps {
  readonly trail: Pick<AuditTrail, 'search'>;
  readonly evidence: Pick<AuditEvidence, 'reports' | 'newestSettledReport'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const PAGE = 1_000;

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
  for (let after = from; after < upTo;) {
    const page = (await evidence.reports(orgId, after, PAGE)).filter(
      ({ reportId }) => reportId <= upTo,
    );
    if (page.length === 0) break;
    for (const report of page) digest.add(report);
    after = page.at(-1)!.reportId;
  }
  await store.recordAudit([
    auditAct(
      { orgId, at: clock.now(), action: REPORTS_SEALED, details: { from, upTo, ...digest.end() } },
      { actor: { kind: 'system' }, nextId: () => ids.next() },
    ),
  ]);
}
