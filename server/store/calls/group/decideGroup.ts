import type { Call } from '../../../domain/call/call.ts';
import type { OtherCall } from '../../../domain/call/otherCall.ts';
import type { OutboxMessage } from '../../../domain/outbox/message.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import type { Change } from '../../../ports/index.ts';
import { seal, type SealedEntry } from '../../audit/auditEntries.ts';
import { reportRow } from '../../audit/carrierCrossCheck.ts';
import type { VersionedCall } from './callMemory.ts';
import { supervisorKeyOf, type ChangeItem, type CreateItem, type GroupItem } from './groupItems.ts';

/** What was locked and read before a group is decided. */
export interface LockedState {
  /** The calls of the group as they are in the database, locked. */
  readonly calls: ReadonlyMap<string, VersionedCall>;
  /** Keys of callbacks that have already been applied. */
  readonly receipts: ReadonlySet<string>;
  /** The other live calls that each supervisor is on, by `supervisorKeyOf`. */
  readonly otherCalls: ReadonlyMap<string, readonly OtherCall[]>;
  /** The org id under which reports of unknown calls are stored. */
  readonly elsewhere: string;
}

interface ChangedCall {
  /** Undefined for a new call. */
  readonly before: Call | undefined;
  readonly after: VersionedCall;
}

/** What a group writes, and functions that resolve or reject its items once it is written. */
export interface DecidedGroup {
  readonly changed: readonly ChangedCall[];
  readonly receipts: readonly string[];
  readonly audit: readonly SealedEntry[];
  readonly outbox: readonly OutboxMessage[];
  readonly reports: readonly ReturnType<typeof reportRow>[];
  readonly answers: readonly (() => void)[];
}

/**
 * Decides all items of a group in the order in which they were added. A later item on the same call
 * sees the result of the earlier ones. Nothing is written of an item whose decision throws, and its
 * answer is that fault.
 */
export function decideGroup(group: readonly GroupItem[], known: LockedState): DecidedGroup {
  const changed = new Map<string, ChangedCall>();
  const receipts = new Set<string>();
  const audit: SealedEntry[] = [];
  const outbox: OutboxMessage[] = [];
  const reports: ReturnType<typeof reportRow>[] = [];
  const answers: (() => void)[] = [];

  const callNow = (callId: string): VersionedCall | undefined =>
    changed.get(callId)?.after ?? known.calls.get(callId);

  function write(
    callId: string,
    { call, audit: entries, outbox: messages }: Omit<Change<unknown>, 'answer'>,
  ): void {
    // First, because only sealing can throw.
    audit.push(...entries.map(seal));
    outbox.push(...messages);
    if (!call) return;
    const before = changed.get(callId)?.before ?? known.calls.get(callId)?.call;
    // All changes of a call in one group make one new version.
    const version = (known.calls.get(callId)?.version ?? 0) + 1;
    changed.set(callId, { before, after: { version, call } });
  }

  function change(item: ChangeItem): ReturnType<typeof answerOf> {
    const { callId, callbackKey, report } = item;
    const current = callNow(callId);
    if (report) reports.push(reportRow(report, current?.call.orgId ?? known.elsewhere));
    if (!current) return undefined;
    if (callbackKey !== undefined && isRepeated(callbackKey)) return 'repeated';
    const decided = item.decide(
      current.call,
      known.otherCalls.get(supervisorKeyOf(item) ?? '') ?? [],
    );
    write(callId, decided);
    if (callbackKey !== undefined) receipts.add(callbackKey);
    return answerOf(decided);
  }

  const isRepeated = (key: string): boolean => known.receipts.has(key) || receipts.has(key);

  function create({ callId, ...item }: CreateItem): boolean {
    if (callNow(callId)) return false;
    write(callId, item);
    return true;
  }

  for (const item of group) {
    try {
      answers.push(answerTo(item));
    } catch (fault) {
      answers.push(() => item.reject(fault));
    }
  }
  return {
    changed: [...changed.values()],
    receipts: [...receipts],
    audit,
    outbox,
    reports,
    answers,
  };

  function answerTo(item: GroupItem): () => void {
    switch (item.kind) {
      case 'change': {
        const answer = change(item);
        return () => item.resolve(answer);
      }
      case 'create': {
        const isNew = create(item);
        return () => item.resolve(isNew);
      }
      case 'audit': {
        audit.push(...item.audit.map(seal));
        return () => item.resolve();
      }
      default:
        return unreachable(item);
    }
  }
}

const answerOf = ({ answer }: Change<unknown>): { answer: unknown } | 'repeated' | undefined => ({
  answer,
});
