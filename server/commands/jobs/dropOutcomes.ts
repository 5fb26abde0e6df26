import { auditAct } from '../../domain/audit/entries.ts';
import type { DayRow } from '../../domain/outcomes/totals.ts';
import type {
  CallDays,
  Clock,
  DropFaults,
  Ids,
  Log,
  OutcomeDrop,
  Store,
} from '../../ports/index.ts';
import { DAY_FILES } from '../outcomes/dayFiles.ts';

interface DropOutcomesDeps {
  readonly callDays: Pick<CallDays, 'days'>;
  readonly drop: OutcomeDrop;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** For this long, a day that changes or failed is written again. */
const DAYS = 8;
const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 5_000;
/** From this age on, a failing drop is logged as an error. It is still retried. */
const TELL_AFTER_MS = 48 * 3_600_000;

/** One round for an org. What fails is tried again in the next one, and the log says since when. */
export async function dropOrTell(
  deps: DropOutcomesDeps & { readonly dropFaults: DropFaults; readonly log: Log },
  orgId: string,
): Promise<void> {
  const { dropFaults, clock, log } = deps;
  try {
    const files = await dropOutcomes(deps, orgId);
    await dropFaults.worked(orgId);
    if (files > 0) log.info({ orgId, files }, 'outcomes written to files');
  } catch (fault) {
    const now = clock.now();
    const since = await dropFaults.failed(orgId, now);
    const level = Date.parse(now) - Date.parse(since) >= TELL_AFTER_MS ? 'error' : 'warn';
    log[level]({ orgId, fault: String(fault), since }, 'outcomes not written to files');
  }
}

/**
 * Writes the totals of recent days, except today, as CSV and Parquet, in a folder for each org and
 * day. Skips files that are up to date. Returns how many files were written, and audits them.
 * Rejects at the first file that fails; earlier files stay.
 */
export async function dropOutcomes(
  { callDays, drop, store, clock, ids }: DropOutcomesDeps,
  orgId: string,
): Promise<number> {
  const at = clock.now();
  const left: string[] = [];
  try {
    for (let daysAgo = DAYS; daysAgo >= 1; daysAgo -= 1) {
      const day = new Date(Date.parse(at) - daysAgo * DAY_MS).toISOString().slice(0, 10);
      const rows = await rowsOf(callDays, orgId, day);
      for (const format of ['csv', 'parquet'] as const) {
        const path = [orgId, `day=${day}`, `outcomes.${format}`];
        if (await drop.leave(path, DAY_FILES[format].of(rows))) left.push(`${day}.${format}`);
      }
    }
  } finally {
    if (left.length > 0)
      await store.recordAudit([
        auditAct(
          { orgId, at, action: 'OutcomesDropped', details: { files: left } },
          { actor: { kind: 'system' }, nextId: () => ids.next() },
        ),
      ]);
  }
  return left.length;
}

async function rowsOf(
  callDays: Pick<CallDays, 'days'>,
  orgId: string,
  day: string,
): Promise<DayRow[]> {
  const rows: DayRow[] = [];
  for (;;) {
    const page = await callDays.days({ orgId, from: day, to: day }, 'all', {
      limit: ROWS_AT_ONCE,
      after: rows.at(-1),
    });
    rows.push(...page);
    if (page.length < ROWS_AT_ONCE) return rows;
  }
}
