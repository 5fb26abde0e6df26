import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import {
  auditEvents,
  type Actor,
  type AuditContext,
  type AuditEntry,
} from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CallEvent, Decision } from '../../domain/call/events.ts';
import { evolveAll } from '../../domain/call/evolve.ts';
import type { OtherCall } from '../../domain/call/otherCall.ts';
import type { Refusal } from '../../domain/call/refusals.ts';
import { helpOfFailedJoins } from '../../domain/call/reopenHelp.ts';
import { outboxMessages } from '../../domain/outbox/outbox.ts';
import type { Change, Clock, Ids, PersonKey, Store } from '../../ports/index.ts';

export interface ChangeCallDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * What one transaction did to a call. `call` is the call after `events`; without events it is
 * `before`.
 */
export interface AppliedChange {
  readonly status: 'applied';
  readonly before: Call;
  readonly call: Call;
  readonly events: readonly CallEvent[];
}

export type CallChange =
  | AppliedChange
  /** `entry` tells the audit; it is not written yet. */
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly entry?: AuditEntry }
  /** The callback was written before; nothing was decided. */
  | { readonly status: 'repeated' }
  | { readonly status: 'unknown_call' };

/** Pure: state + now → events or refusal. It runs again when the transaction does. */
export type DecideOnCall<D extends Decision = Decision> = (
  call: Call,
  now: string,
  otherCalls: readonly OtherCall[],
) => D;

/** A decision that cannot be refused: what follows from a fact. */
export type Happened = Extract<Decision, { events: unknown }>;

interface FactRequest {
  readonly callId: string;
  readonly actor: Actor;
  /** Names the carrier's callback, so that it is applied once. */
  readonly callbackKey?: string;
  /** What the carrier reported, kept in the same transaction. */
  readonly report?: CarrierReport;
}

interface CommandRequest extends Omit<FactRequest, 'callbackKey' | 'report'> {
  /**
   * Decides one request of this supervisor at a time, on all calls: the other calls that they
   * supervise stay so until commit. Without it, there are none.
   */
  readonly supervisor?: PersonKey;
  /** The audit entry of a refusal, for the caller to write. */
  readonly refusalEntry: (
    why: Refusal,
    call: Call,
    writing: { readonly now: string; readonly context: AuditContext },
  ) => AuditEntry;
}

/**
 * The one way to change a call: locks it, decides, and writes state, audit and outbox in one
 * transaction. What the decision found out is in the answer, never in a variable outside `decide`.
 */
export async function changeCall(
  deps: ChangeCallDeps,
  request: CommandRequest,
  decide: DecideOnCall,
): Promise<CallChange>;
export async function changeCall(
  deps: ChangeCallDeps,
  request: FactRequest,
  decide: DecideOnCall<Happened>,
): Promise<Exclude<CallChange, { status: 'refused' }>>;
export async function changeCall(
  { store, clock, ids }: ChangeCallDeps,
  request: FactRequest & Partial<CommandRequest>,
  decide: DecideOnCall,
): Promise<CallChange> {
  const { callId, actor, callbackKey, report, supervisor, refusalEntry } = request;
  const now = clock.now();
  const context: AuditContext = { actor, nextId: () => ids.next() };

  const transaction = (call: Call, otherCalls: readonly OtherCall[] = []): Change<CallChange> => {
    const decision = decide(call, now, otherCalls);
    if ('refusal' in decision) {
      const entry = refusalEntry?.(decision.refusal, call, { now, context });
      const answer = { status: 'refused', refusal: decision.refusal, entry } as const;
      return { audit: [], outbox: [], answer };
    }
    const decided = evolveAll(call, decision.events);
    const following = helpOfFailedJoins(decided, decision.events);
    const events = [...decision.events, ...following];
    const after = evolveAll(decided, following);
    return {
      ...(events.length > 0 && { call: after }),
      audit: auditEvents(after, events, context),
      outbox: outboxMessages(after, events),
      answer: { status: 'applied', before: call, call: after, events },
    };
  };

  const written = supervisor
    ? await store.changeSupervisedCall(supervisor, callId, transaction)
    : await store.changeCall(callId, (call) => transaction(call), {
        callbackKey,
        report,
        lane: actor.kind === 'person' ? 'person' : 'carrier',
      });
  if (written === 'repeated') return { status: 'repeated' };
  return written ? written.answer : { status: 'unknown_call' };
}
