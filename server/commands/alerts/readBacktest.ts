import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { isOnRecord, mayReadWords } from '../../domain/supervision/transcriptReaders.ts';
import type { AlertBacktestRun, BacktestResult, Policies, Store } from '../../ports/index.ts';
import type { AuditDeps } from '../transact/auditEntries.ts';
import { readingEntry, type Readings } from '../words/readTranscript.ts';

export interface ReadBacktestDeps extends AuditDeps {
  readonly store: Pick<Store, 'loadCalls' | 'recordAudit'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly readings: Readings;
}

type Quote = BacktestResult['calls'][number];

/** A line of a past call that this person may read, and of which call it is. */
export interface QuotedCall extends Quote {
  readonly call: Call;
}

/**
 * The lines of a run that this person may read now, whoever ran it. Each call of which a line is
 * given is on the audit as read (P17); the counts of a run are everybody's who may run rules.
 */
export async function quotedCalls(
  deps: ReadBacktestDeps,
  person: Person,
  { result }: Pick<AlertBacktestRun, 'result'>,
): Promise<QuotedCall[]> {
  if (!result || result.calls.length === 0) return [];
  const [calls, policy] = await Promise.all([
    deps.store.loadCalls(result.calls.map(({ callId }) => callId)),
    deps.policies.inForce(person.orgId),
  ]);
  const now = deps.clock.now();
  const quoted = result.calls.flatMap((quote): QuotedCall[] => {
    const call = calls.get(quote.callId);
    return call && mayReadWords(call, person, { policy, now }) ? [{ ...quote, call }] : [];
  });
  const onRecord = quoted.map(({ call }) => call).filter((call) => isOnRecord(call, person));
  await deps.readings.onceEach(onRecord, person, {
    now,
    record: (read) =>
      deps.store.recordAudit(read.map((call) => readingEntry(deps, person, { call, lines: 1 }))),
  });
  return quoted;
}
