import { auditAct } from '../../domain/audit/entries.ts';
import type { ScorecardItem } from '../../domain/supervision/scorecard.ts';
import type { ScorecardFault } from '../../domain/supervision/scorecardRecords.ts';
import type { AuditTrail, Clock, Ids, Log, Store } from '../../ports/index.ts';
import type { createRecordChanges } from './recordChanges.ts';

export interface ScorecardNotesDeps {
  readonly noteRecordChanges: ReturnType<typeof createRecordChanges>;
  readonly auditTrail: Pick<AuditTrail, 'search'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Pick<Log, 'error'>;
}

interface ReadCard {
  readonly items: readonly ScorecardItem[];
  readonly faults: readonly (ScorecardFault & { readonly recordField: string })[];
  /** When the reading began. */
  readonly askedAt: string;
}

const ACTION = 'ScorecardRefused';

/**
 * Notes a scorecard that was just read: its changes, or, once in all instances, the faults of its
 * records. A card with faults is not the one that is kept, because parts of it are missing.
 */
export function createScorecardNotes({
  noteRecordChanges,
  auditTrail,
  store,
  clock,
  ids,
  log,
}: ScorecardNotesDeps) {
  /** The faults of each org that this process has noted or found noted, and its last good card. */
  const noted = new Map<string, string>();
  const goodAt = new Map<string, string>();

  /** Whether the audit has these faults, and no good card came after them as far as is known. */
  async function isAudited(orgId: string, text: string): Promise<boolean> {
    const [last] = await auditTrail.search({ orgId, actions: [ACTION], limit: 1 });
    const details = last?.details as { readonly faults?: readonly AuditedFault[] } | undefined;
    return last !== undefined && textOf(details?.faults ?? []) === text
      ? last.at >= (goodAt.get(orgId) ?? last.at)
      : false;
  }

  return async (orgId: string, { items, faults, askedAt }: ReadCard): Promise<void> => {
    if (faults.length === 0) {
      noted.delete(orgId);
      goodAt.set(orgId, askedAt);
      const records = items.map((item) => ({ ...item }));
      await noteRecordChanges(orgId, 'scorecard', { records, askedAt });
      return;
    }
    const audited = faults.map(({ item, recordField, code }) => ({
      item,
      field: recordField,
      code,
    }));
    const text = textOf(audited);
    if (noted.get(orgId) === text) return;
    log.error({ orgId, faults }, 'scorecard records in the CRM have faults, not used');
    if (!(await isAudited(orgId, text)))
      await store.recordAudit([
        auditAct(
          { orgId, at: clock.now(), action: ACTION, details: { faults: audited } },
          { actor: { kind: 'system' }, nextId: () => ids.next() },
        ),
      ]);
    noted.set(orgId, text);
  };
}

interface AuditedFault {
  readonly item: string;
  readonly field: string;
  readonly code: string;
}

/** The same for the same faults, in whichever order the database has their fields. */
const textOf = (faults: readonly AuditedFault[]): string =>
  JSON.stringify(faults.map(({ item, field, code }) => [item, field, code]));
