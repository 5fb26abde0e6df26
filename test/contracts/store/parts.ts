import assert from 'node:assert/strict';
import type { AuditEntry } from '../../../server/domain/audit/entries.ts';
import type { Call } from '../../../server/domain/call/call.ts';
import type { OutboxMessage } from '../../../server/domain/outbox/message.ts';
import type { CallChanges, DueCalls, Outbox, Store } from '../../../server/ports/index.ts';
import { at, ORG } from '../../support/builders.ts';

export interface StoreParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly changes: CallChanges;
  readonly dueCalls: DueCalls;
}

let counter = 0;
export const unique = (name: string): string => `${name}-${(counter += 1)}`;

export const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  auditId: unique('audit'),
  orgId: ORG,
  at: at(1),
  actor: { kind: 'system' },
  action: 'AuditVerified',
  result: 'done',
  details: {},
  ...more,
});
export const message = (key: string): OutboxMessage => ({
  key,
  orgId: ORG,
  topic: 'crm.intervention',
  payload: { callId: 'c', interventionId: 'i' },
});

/** Writes a new call into the store. */
export async function create(store: Store, call: Call): Promise<Call> {
  assert.equal(await store.createCall(call, [], []), true);
  return call;
}

/** A call with ids of its own, so that cases do not meet. */
export function own<C extends Call>(call: C): C {
  const callId = unique('call');
  const interventions = call.interventions.map((i) => ({ ...i, interventionId: unique('i') }));
  return { ...call, callId, orgId: unique('org'), interventions };
}

/** Without keys that are undefined: absent and undefined mean the same. */
export const clean = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
