import type { Call } from '../../../domain/call/call.ts';
import type { OtherCall } from '../../../domain/call/otherCall.ts';
import type { OutboxMessage } from '../../../domain/outbox/message.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import type { Change } from '../../../ports/index.ts';
import { seal, type SealedEntry } from '../../audit/auditEntries.ts';
import { reportRow } from '../../audit/carrierCrossCheck.ts';
import type { VersionedCall } from './callMemory.ts';
import { supervisorOf, type ChangeItem, type CreateItem, type GroupItem } from './groupItems.ts';

/** What is locked or known before a group is decided. */
export interface KnownBefore {
  /** The calls of the group as the database has them, locked. */
  readonly calls: ReadonlyMap<string, VersionedCall>;
  /** Keys of callbacks that were applied before. */
  readonly receipts: ReadonlySet<string>;
  /** By supervisor (`supervisorOf`): the other live calls that they are on. */
  readonly otherCalls: ReadonlyMap<string, readonly OtherCall[]>;
  /** The org under which reports of unknown calls are kept. */
  readonly elsewhere: string;
}

interface ChangedCall {
  /** Undefined for a new call. */
  readonly before: Call | undefined;
  readonly after: VersionedCall;
}

/** What a group writes, and the answers to give once it is written. */
export interface DecidedGroup {
  readonly changed: readonly ChangedCall[];
  readonly receipts: readonly string[];
  readonly audit: readonly SealedEntry[];
  readonly outbox: readonly OutboxMessage[];
  readonly reports: readonly ReturnType<typeof reportRow>[];
  readonly answers: readonly (() => void)[];
}

/**
 * Decides all items of a group in the order in which they came: a later one on the same call sees
 * what the earlier ones did. An item whose decision throws is rejected at once and leaves no trace.
 */
export function decideGroup(group: readonly GroupItem[], known: KnownBefore): DecidedGroup {
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
    // Sealing can throw, the rest cannot.
    audit.push(...entries.map(seal));
    outbox.push(...messages);
    if (!call) return;
    const before = changed.get(callId)?.before ?? known.calls.get(callId)?.call;
    // Several changes of one call are one version.
    const version = (known.calls.get(callId)?.version ?? 0) + 1;
    changed.set(callId, { before, after: { version, call } });
  }

  function change(item: ChangeItem): ReturnType<typeof answerOf> {
    const { callId, callbackKey, report } = item;
    const held = callNow(callId);
    if (report) reports.push(reportRow(report, held?.call.orgId ?? known.elsewhere));
    if (!held) return undefined;
    if (callbackKey !== undefined && isRepeated(callbackKey)) return 'repeated';
    const decided = item.decide(held.call, known.otherCalls.get(supervisorOf(item) ?? '') ?? []);
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
      item.reject(fault);
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
