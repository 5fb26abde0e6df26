import { auditAct } from '../../domain/audit/entries.ts';
import { isUnchanged, namedChanges, type NamedRecord } from '../../domain/audit/namedChanges.ts';
import {
  CrmUnavailable,
  type Clock,
  type Ids,
  type AuditedRecordKind,
  type AuditedRecords,
  type Log,
  type SetupTrail,
} from '../../ports/index.ts';

export interface RecordChangeDeps {
  readonly auditedRecords: AuditedRecords;
  readonly trail: SetupTrail;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

const ACTION = { cues: 'CuesChanged', scorecard: 'ScorecardChanged' } as const;

/**
 * Compares records that were just read with those of before, and writes to the audit what differs
 * and who did it, as far as the CRM says. The first reading is only kept. `askedAt` is when the
 * reading began. Returns whether something was written.
 */
export function createRecordChanges({ auditedRecords, trail, clock, ids, log }: RecordChangeDeps) {
  /** The records compared last, and when, so that most reads need no query. */
  const seen = new Map<string, { readonly text: string; readonly at: string }>();

  async function whoChanged(
    orgId: string,
    kind: AuditedRecordKind,
    { names, since }: { readonly names: readonly string[]; readonly since: string },
  ): Promise<readonly string[]> {
    try {
      return await trail.whoChanged(orgId, kind, { names, since });
    } catch (fault) {
      if (!(fault instanceof CrmUnavailable)) throw fault;
      log.warn({ orgId, kind, fault: fault.message }, 'not known who changed records');
      return [];
    }
  }

  return async (
    orgId: string,
    kind: AuditedRecordKind,
    { records, askedAt }: { readonly records: readonly NamedRecord[]; readonly askedAt: string },
  ): Promise<boolean> => {
    const key = `${orgId} ${kind}`;
    const text = JSON.stringify(records);
    const at = clock.now();
    const last = seen.get(key);
    if (last?.text === text) {
      seen.set(key, { text, at });
      return false;
    }
    const before = await auditedRecords.latest(orgId, kind);
    // Another instance has read newer ones meanwhile.
    if (before && before.since > askedAt) return false;
    const changes = namedChanges(before?.records ?? [], JSON.parse(text) as NamedRecord[]);
    const isNews = before !== undefined && !isUnchanged(changes);
    const names = [
      ...changes.added,
      ...changes.removed,
      ...changes.changed.map(({ name }) => name),
    ];
    const changedBy = isNews
      ? await whoChanged(orgId, kind, { names, since: last?.at ?? before.since })
      : [];
    const audit = isNews
      ? [
          auditAct(
            { orgId, at, action: ACTION[kind], details: { ...changes, changedBy } },
            { actor: { kind: 'system' }, nextId: () => ids.next() },
          ),
        ]
      : [];
    const isKept =
      before !== undefined && isUnchanged(changes)
        ? true
        : await auditedRecords.replace(orgId, kind, { records, at, since: before?.since, audit });
    if (isKept) seen.set(key, { text, at });
    return isKept && isNews;
  };
}

export type NoteRecordChanges = ReturnType<typeof createRecordChanges>;
