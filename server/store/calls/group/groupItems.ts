import type { CarrierReport } from '../../../domain/audit/carrierCrossCheck.ts';
import type { AuditEntry } from '../../../domain/audit/entries.ts';
import type { Call } from '../../../domain/call/call.ts';
import type { OtherCall } from '../../../domain/call/otherCall.ts';
import type { OutboxMessage } from '../../../domain/outbox/message.ts';
import type { Change, PersonKey } from '../../../ports/index.ts';

/** What a caller waits for: a change of one call, a new call, or entries of the audit alone. */
export type GroupItem = ChangeItem | CreateItem | AuditItem;

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

export interface ChangeItem extends Waiting<{ answer: unknown } | 'repeated' | undefined> {
  readonly kind: 'change';
  readonly callId: string;
  readonly decide: (call: Call, otherCalls: readonly OtherCall[]) => Change<unknown>;
  readonly callbackKey?: string;
  /** Kept even when the call is unknown or the callback a repeated one. */
  readonly report?: CarrierReport;
  /** Whose other live calls are looked up, one request of theirs at a time. */
  readonly supervisor?: PersonKey;
}

export interface CreateItem extends Waiting<boolean> {
  readonly kind: 'create';
  readonly callId: string;
  readonly call: Call;
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxMessage[];
}

interface AuditItem extends Waiting<void> {
  readonly kind: 'audit';
  readonly callId?: undefined;
  readonly audit: readonly AuditEntry[];
}

/** One request of a supervisor at a time: the second must know what the first decided. */
export const mayJoinGroup = (item: GroupItem, taken: readonly GroupItem[]): boolean => {
  const supervisor = supervisorOf(item);
  return supervisor === undefined || !taken.some((one) => supervisorOf(one) === supervisor);
};

/** The supervisor as a text to compare; undefined for what is decided by its call alone. */
export const supervisorOf = (item: GroupItem): string | undefined =>
  item.kind === 'change' && item.supervisor
    ? `${item.supervisor.orgId}:${item.supervisor.userId}`
    : undefined;
