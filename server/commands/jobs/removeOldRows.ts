import {
  KEPT_FOR_A_TIME,
  type Clock,
  type KeptForATime,
  type Log,
  type Retention,
} from '../../ports/index.ts';

const DAY_MS = 86_400_000;
/** How many rows one statement removes, so that it blocks nothing. */
const BATCH_ROWS = 1_000;
/** The rest waits for the next round. */
const BATCHES_PER_ROUND = 20;

export interface RemoveOldRowsDeps {
  readonly retention: Retention;
  readonly keptDays: Readonly<Record<KeptForATime, number>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** One round: removes of each kind what has been kept for its time, in batches and boundedly. */
export async function removeOldRows({
  retention,
  keptDays,
  clock,
  log,
}: RemoveOldRowsDeps): Promise<void> {
  for (const kind of KEPT_FOR_A_TIME) {
    const olderThan = new Date(Date.parse(clock.now()) - keptDays[kind] * DAY_MS).toISOString();
    let removed = 0;
    for (let batch = 0; batch < BATCHES_PER_ROUND; batch += 1) {
      const count = await retention.remove(kind, olderThan, BATCH_ROWS);
      removed += count;
      if (count < BATCH_ROWS) break;
    }
    if (removed > 0) log.info({ kind, removed, olderThan }, 'old rows removed');
  }
}
