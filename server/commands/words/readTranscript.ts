import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  isOnRecord,
  mayReadWords,
  maySeeAlerts,
} from '../../domain/supervision/transcriptReaders.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import type { Policies, Store } from '../../ports/index.ts';
import { actEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface ReadTranscriptDeps extends AuditDeps {
  readonly store: Pick<Store, 'loadCall' | 'recordAudit'>;
  readonly policies: Pick<Policies, 'lastKnown'>;
  /** All lines of a call so far. */
  readonly linesOf: (call: Call) => Promise<readonly TranscriptLine[]>;
  readonly readings: Readings;
}

export interface ReadWords {
  readonly call: Call;
  readonly lines: readonly TranscriptLine[];
  readonly seesAlerts: boolean;
}

/**
 * What was said on a call, for a person who may read it. The audit entry is written before the first
 * line is given (P17).
 */
export async function readTranscript(
  deps: ReadTranscriptDeps,
  person: Person,
  { callId }: { readonly callId: string },
): Promise<Result<ReadWords>> {
  const found = await deps.store.loadCall(callId);
  const call = found?.orgId === person.orgId ? found : undefined;
  const seeing = { policy: deps.policies.lastKnown(person.orgId), now: deps.clock.now() };
  const seesAlerts = call !== undefined && maySeeAlerts(call, person, seeing);
  if (!call || !mayReadWords(call, person, seeing))
    return refuseAudited(deps, person, {
      attempt: { action: 'ReadTranscript', ...(call && { callId, call }) },
      why: refusal(seesAlerts ? 'words_not_yours' : 'call_not_found'),
    });
  const lines = await deps.linesOf(call);
  if (isOnRecord(call, person))
    await deps.readings.once(call, person, {
      now: deps.clock.now(),
      record: () =>
        deps.store.recordAudit([readingEntry(deps, person, { call, lines: lines.length })]),
    });
  return { ok: { call, lines, seesAlerts } };
}

/** The audit entry of a person who reads what was said on a call. */
export const readingEntry = (
  deps: Pick<ReadTranscriptDeps, 'clock' | 'ids'>,
  person: Person,
  { call, lines }: { readonly call: Call; readonly lines: number },
) =>
  actEntry(deps, person, {
    action: 'TranscriptRead',
    call,
    details: { lines, while: call.status === 'ended' ? 'ended' : 'live' },
  });

/** Which readings are on record already. */
export interface Readings {
  /** Records a reading, unless the same person's of the same call was a short time ago. */
  once(
    call: ReadCall,
    person: Pick<Person, 'userId'>,
    reading: { readonly now: string; readonly record: () => Promise<void> },
  ): Promise<void>;
  /** The same of several calls; records at once those that are not on record yet. */
  onceEach<C extends ReadCall>(
    calls: readonly C[],
    person: Pick<Person, 'userId'>,
    reading: { readonly now: string; readonly record: (calls: readonly C[]) => Promise<void> },
  ): Promise<void>;
}

type ReadCall = Pick<Call, 'callId' | 'status'>;

/** Two components of a page, and a page that is loaded again, are one reading. */
const SAME_READING_MS = 15 * 60_000;
const REMEMBERED = 10_000;

/** Remembered by each instance: a reading is on record at least once, never too rarely. */
export function createReadings(): Readings {
  const recorded = new Map<string, { readonly atMs: number; readonly written: Promise<void> }>();

  const onceEach: Readings['onceEach'] = async (calls, { userId }, { now, record }) => {
    const atMs = Date.parse(now);
    const keyOf = ({ callId, status }: ReadCall): string =>
      [callId, userId, status === 'ended' ? 'ended' : 'live'].join(' ');
    const formerOf = (call: ReadCall): Promise<void> | undefined => {
      const former = recorded.get(keyOf(call));
      return former && atMs - former.atMs < SAME_READING_MS ? former.written : undefined;
    };
    const onRecord = calls.flatMap((call) => formerOf(call) ?? []);
    const unrecorded = calls.filter((call) => !formerOf(call));
    if (unrecorded.length > 0) {
      const written = record(unrecorded);
      for (const key of unrecorded.map(keyOf)) {
        recorded.delete(key);
        recorded.set(key, { atMs, written });
        if (recorded.size > REMEMBERED) recorded.delete(recorded.keys().next().value!);
      }
      onRecord.push(
        written.catch((fault: unknown) => {
          for (const key of unrecorded.map(keyOf)) recorded.delete(key);
          throw fault;
        }),
      );
    }
    await Promise.all(onRecord);
  };

  return {
    once: (call, person, { now, record }) => onceEach([call], person, { now, record }),
    onceEach,
  };
}
