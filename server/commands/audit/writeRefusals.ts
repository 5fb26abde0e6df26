import { UNKNOWN_ORG, type AuditEntry } from '../../domain/audit/entries.ts';
import {
  countRefusal,
  holdRefusal,
  drainTallies,
  type RefusalTally,
} from '../../domain/audit/refusalTally.ts';
import type { Log, Store } from '../../ports/index.ts';

export interface WriteRefusalsDeps {
  readonly recordAudit: Store['recordAudit'];
  /** The org whose chain has the entries of unknown orgs. */
  readonly elsewhere: string;
  readonly log: Log;
}

export interface RefusalWriter {
  /**
   * Writes entries. Refusals are written once, then tallied, so that repeated requests cannot fill
   * the audit. A refusal that cannot be written is kept for the next tally, and does not fail the
   * request.
   */
  readonly recordAudit: Store['recordAudit'];
  /** Writes what was tallied since the last time: once a minute, and when the server stops. */
  writeTallies(): Promise<void>;
}

export function createRefusalWriter({
  recordAudit,
  elsewhere,
  log,
}: WriteRefusalsDeps): RefusalWriter {
  const tally: RefusalTally = new Map();
  const write = async (entries: readonly AuditEntry[]): Promise<void> => {
    try {
      await recordAudit(entries);
    } catch (fault) {
      for (const entry of entries) holdRefusal(tally, entry);
      log.warn({ refusals: entries.length, fault: String(fault) }, 'refusals not in the audit yet');
    }
  };
  return {
    async recordAudit(entries) {
      const placed = entries.map((entry) =>
        entry.orgId === UNKNOWN_ORG ? { ...entry, orgId: elsewhere } : entry,
      );
      if (placed.some(({ result }) => result !== 'refused')) return recordAudit(placed);
      await write(placed.filter((entry) => countRefusal(tally, entry)));
    },
    async writeTallies() {
      await write(drainTallies(tally));
    },
  };
}
