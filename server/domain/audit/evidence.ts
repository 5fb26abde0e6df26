import { createHash, type Hash } from 'node:crypto';
import type { ChainedEntry } from './chain.ts';
import type { Fault } from './verify.ts';

/** A report of the carrier as the audit seals it: its id in the database, and a hash of its row. */
export interface SealedReport {
  readonly reportId: number;
  readonly hash: string;
}

/** An incident as far as the audit tells of it. */
export interface IncidentMark {
  readonly incidentId: string;
  readonly kind: string;
  readonly resolvedAt?: string;
}

/** The action of the entry that seals the carrier's reports after `from` up to `upTo`. */
export const REPORTS_SEALED = 'ReportsSealed';

interface Seal {
  readonly position: number;
  readonly from: number;
  readonly upTo: number;
  readonly reports: number;
  readonly digest: string;
}

/** A digest of reports in the order of their ids. */
export function createReportDigest() {
  const digest: Hash = createHash('sha256').update('dealside-audit-reports-v1');
  let reports = 0;
  return {
    add({ reportId, hash }: SealedReport): void {
      reports += 1;
      digest.update(`\n${reportId} ${hash}`);
    },
    end: () => ({ reports, digest: digest.digest('hex') }),
  };
}

/** An incident that was just resolved may be in an entry that is no longer read. */
const GRACE_MS = 60_000;

/**
 * Verifies that what entries tell of is still there: the carrier's reports that were sealed, and
 * incidents. Takes all entries first, then incidents, then reports in the order of their ids.
 */
export function createEvidenceVerifier() {
  const seals: Seal[] = [];
  const raised = new Map<string, { position: number; kind: unknown }>();
  const resolved = new Map<string, number>();
  const seen = new Set<string>();
  let current = 0;
  let digest = createReportDigest();

  /** Compares the seal being read with the reports read for it, and moves on to the next. */
  function closeSeal(): Fault | undefined {
    const { position, from, upTo, reports, digest: sealed } = seals[current]!;
    const found = digest.end();
    current += 1;
    digest = createReportDigest();
    if (found.reports === reports && found.digest === sealed) return undefined;
    return {
      kind: 'report_missing',
      position,
      message: `Entry ${position} sealed ${reports} reports of the carrier, after report ${from} up to ${upTo}: ${
        found.reports === reports
          ? 'one of them was changed or swapped.'
          : `${found.reports} are there, so some were ${found.reports < reports ? 'deleted' : 'inserted'}.`
      }`,
    };
  }

  return {
    entry({ action, position, details }: ChainedEntry): void {
      if (action === REPORTS_SEALED) seals.push({ ...(details as unknown as Seal), position });
      const incidentId = String(details.incidentId);
      if (action === 'IncidentRaised') raised.set(incidentId, { position, kind: details.kind });
      if (action === 'IncidentResolved' || action === 'IncidentExplained')
        resolved.set(incidentId, position);
    },
    incident({ incidentId, kind, resolvedAt }: IncidentMark, now: string): Fault | undefined {
      seen.add(incidentId);
      const entry = raised.get(incidentId);
      const changed = (what: string): Fault => ({
        kind: 'incident_changed',
        ...(entry && { position: entry.position }),
        message: `The incident ${incidentId} ${what}.`,
      });
      if (entry && entry.kind !== kind)
        return changed(`is of another kind than entry ${entry.position} raised`);
      if (resolved.has(incidentId) && resolvedAt === undefined)
        return changed(`is open again, though entry ${resolved.get(incidentId)} resolved it`);
      if (
        resolvedAt !== undefined &&
        !resolved.has(incidentId) &&
        Date.parse(resolvedAt) < Date.parse(now) - GRACE_MS
      )
        return changed('is resolved, and no entry tells by whom');
      return undefined;
    },
    report(report: SealedReport): Fault | undefined {
      while (seals[current] && report.reportId > seals[current]!.upTo) {
        const fault = closeSeal();
        if (fault) return fault;
      }
      if (seals[current] && report.reportId > seals[current]!.from) digest.add(report);
      return undefined;
    },
    end(): Fault | undefined {
      for (const [incidentId, { position }] of raised) {
        if (!seen.has(incidentId))
          return {
            kind: 'incident_missing',
            position,
            message: `Entry ${position} raised the incident ${incidentId}, which is gone.`,
          };
      }
      while (seals[current]) {
        const fault = closeSeal();
        if (fault) return fault;
      }
      return undefined;
    },
  };
}
