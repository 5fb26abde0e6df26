import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalJson } from '../../domain/audit/canonicalJson.ts';
import type { AuditEvidence } from '../../ports/audit/audit.ts';

/**
 * No transaction takes longer. So all reports older than this are committed, and so are all with
 * smaller ids.
 */
const SETTLED_SECONDS = 30;

/** Reports that the carrier sent and incidents that were raised, as the audit seals them. */
export function createAuditEvidence(pool: Pool): AuditEvidence {
  return {
    async incidents(orgId) {
      const { rows } = await pool.query<{
        incidentId: string;
        kind: string;
        resolvedAt: Date | null;
      }>(
        `select "incidentId", "kind", "resolvedAt" from "Incident"
         where "orgId" = $1 order by "raisedAt", "incidentId"`,
        [orgId],
      );
      return rows.map(({ resolvedAt, ...mark }) => ({
        ...mark,
        ...(resolvedAt && { resolvedAt: resolvedAt.toISOString() }),
      }));
    },

    async reports(orgId, afterReportId, limit) {
      const { rows } = await pool.query<{ reportId: string; at: Date } & Record<string, unknown>>(
        `select "reportId", "key", "callId", "conferenceId", "connectionId", "label", "event",
           "source", "said", "at", "form"
         from "CarrierReport" where "orgId" = $1 and "reportId" > $2
         order by "reportId" limit $3`,
        [orgId, afterReportId, limit],
      );
      return rows.map(({ reportId, at, ...row }) => ({
        reportId: Number(reportId),
        hash: createHash('sha256')
          .update(`dealside-audit-report-v1\n${canonicalJson({ ...row, at: at.toISOString() })}`)
          .digest('hex'),
      }));
    },

    async newestSettledReport(orgId) {
      const { rows } = await pool.query<{ newest: string | null }>(
        `select max("reportId") as newest from "CarrierReport"
         where "orgId" = $1 and "receivedAt" < now() - make_interval(secs => $2)`,
        [orgId, SETTLED_SECONDS],
      );
      return Number(rows[0]?.newest ?? 0);
    },
  };
}
