import { auditAct } from '../../domain/audit/entries.ts';
import { transcriptDaysOf } from '../../domain/policy/retention.ts';
import type { Clock, Ids, Log, Policies, SaidRetention, Store } from '../../ports/index.ts';

const DAY_MS = 86_400_000;
/** How many rows of a kind one statement removes, so that it blocks nothing. */
const BATCH_ROWS = 1_000;
/** The rest waits for the next round. */
const BATCHES_PER_ROUND = 20;

export interface RemoveOldWordsDeps {
  readonly said: SaidRetention;
  readonly policies: Pick<Policies, 'lastKnown'>;
  readonly store: Pick<Store, 'recordAudit'>;
  /** For how many days the server keeps transcripts at most. */
  readonly limitDays: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * One round for an org that keeps what was said for less time than the server: removes it once its
 * days are over, from the next midnight in UTC on. The audit says so before anything is removed.
 */
export async function removeOldWords(
  { said, policies, store, limitDays, clock, ids, log }: RemoveOldWordsDeps,
  orgId: string,
): Promise<number> {
  const keptDays = transcriptDaysOf(policies.lastKnown(orgId), limitDays);
  if (keptDays >= limitDays) return 0;
  const now = clock.now();
  const olderThan = midnightBefore(Date.parse(now) - keptDays * DAY_MS);
  if (!(await said.hasOlder(orgId, olderThan))) return 0;
  await store.recordAudit([
    auditAct(
      { orgId, at: now, action: 'TranscriptsRemoved', details: { keptDays, olderThan } },
      { actor: { kind: 'system' }, nextId: () => ids.next() },
    ),
  ]);
  let removed = 0;
  for (let batch = 0; batch < BATCHES_PER_ROUND; batch += 1) {
    const count = await said.removeOlder(orgId, olderThan, BATCH_ROWS);
    removed += count;
    if (count === 0) break;
  }
  log.info({ orgId, removed, olderThan }, 'old transcripts removed');
  return removed;
}

const midnightBefore = (ms: number): string => new Date(ms - (ms % DAY_MS)).toISOString();
