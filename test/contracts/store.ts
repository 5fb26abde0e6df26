import { storedCallContract } from './store/calls.ts';
import { callChangeContract } from './store/changes.ts';
import { dueCallsContract } from './store/dueCalls.ts';
import { groupContract } from './store/groups.ts';
import { outboxContract } from './store/outbox.ts';
import type { StoreParts } from './store/parts.ts';

/** What every store promises; run on the fake and on PostgreSQL. */
export function storeContract(parts: () => StoreParts): void {
  storedCallContract(parts);
  callChangeContract(parts);
  groupContract(parts);
  dueCallsContract(parts);
  outboxContract(parts);
}
