import type { CarrierReport } from '../../../domain/audit/carrierCrossCheck.ts';
import type { AuditEntry } from '../../../domain/audit/entries.ts';
import type { Call } from '../../../domain/call/call.ts';
import type { OtherCall } from '../../../domain/call/otherCall.ts';
import type { OutboxMessage } from '../../../domain/outbox/message.ts';
import type { Change, PersonKey } from '../../../ports/index.ts';

/** A request that waits for a commit: to change a call, to create one, or to write audit entries. */
export type GroupItem = ChangeItem | CreateItem | AuditItem;

interface PendingItem<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

export interface ChangeItem extends PendingItem<{ answer: unknown } | 'repeated' | undefined> {
  readonly kind: 'change';
  readonly callId: string;
  readonly decide: (call: Call, otherCalls: readonly OtherCall[]) => Change<unknown>;
  readonly callbackKey?: string;
  /** Stored even if the call is unknown or the callback is repeated. */
  readonly report?: CarrierReport;
  /** If it is set, this person's other live calls are passed to `decide`. */
  readonly supervisor?: PersonKey;
}

export interface CreateItem extends PendingItem<boolean> {
  readonly kind: 'create';
  readonly callId: string;
  readonly call: Call;
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxMessage[];
}

interface AuditItem extends PendingItem<void> {
  readonly kind: 'audit';
  readonly callId?: undefined;
  readonly audit: readonly AuditEntry[];
}

/**
 * Whether a group with these items can have this one too. It cannot have two requests of one
 * supervisor, because the other live calls are read before either of them is decided.
 */
export const mayJoinGroup = (item: GroupItem, group: readonly GroupItem[]): boolean => {
  const supervisor = supervisorKeyOf(item);
  return supervisor === undefined || !group.some((one) => supervisorKeyOf(one) === supervisor);
};

/** Identifies the supervisor; undefined if the item's decision needs no other calls. */
export const supervisorKeyOf = (item: GroupItem): string | undefined =>
  item.kind === 'change' && item.supervisor
    ? `${item.supervisor.orgId}:${item.supervisor.userId}`
    : undefined;
