import type { AttemptAction } from '../../domain/audit/actions.ts';
import { auditRefusal, type Actor } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Decision } from '../../domain/call/events.ts';
import { leadingRole, type Person } from '../../domain/people/people.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Change, Clock, Ids, Store } from '../../ports/index.ts';
import { changeOf } from './changeOf.ts';

/** A command's answer: what came of it, or why not. */
export type Result<T> = { readonly ok: T } | { readonly refusal: Refusal };

export interface DecisionDeps {
  readonly store: Pick<Store, 'changeCall' | 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface DecisionSubject {
  readonly orgId: string;
  readonly callId: string;
  readonly interventionId?: string;
  readonly action: AttemptAction;
  readonly actor: Actor;
  /** What was asked for, in codes, should it be refused. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const actorOf = (person: Person): Actor => ({ kind: 'person', userId: person.userId, role: leadingRole(person) });

/**
 * Decides on a call in one transaction: state, audit and outbox are written together, and a refusal
 * leaves its audit entry. A call of another org is as unknown as one that does not exist.
 */
export function decideOn(deps: DecisionDeps, subject: DecisionSubject, decide: (call: Call, now: string) => Decision): Promise<Result<Call>> {
  return decideAndWrite(deps, subject, (change) => deps.store.changeCall(subject.callId, (call) => change(call, decide)));
}

export interface SupervisorDecisionDeps extends DecisionDeps {
  readonly store: DecisionDeps['store'] & Pick<Store, 'changeSupervisedCall'>;
}

/** The same for a supervisor's wish: on how many other calls this person is holds until it is written. */
export function decideForSupervisor(
  deps: SupervisorDecisionDeps, subject: DecisionSubject, { orgId, userId }: Person, decide: (call: Call, now: string, runningElsewhere: number) => Decision,
): Promise<Result<Call>> {
  return decideAndWrite(deps, subject, (change) => deps.store.changeSupervisedCall({ orgId, userId }, subject.callId, (call, runningElsewhere) =>
    change(call, (now_, now) => decide(now_, now, runningElsewhere))));
}

type DecideChange = (call: Call, decide: (call: Call, now: string) => Decision) => Change<Result<Call>>;

async function decideAndWrite(
  { store, clock, ids }: DecisionDeps, subject: DecisionSubject, write: (change: DecideChange) => Promise<{ answer: Result<Call> } | 'repeated' | undefined>,
): Promise<Result<Call>> {
  const now = clock.now();
  const context = { actor: subject.actor, nextId: () => ids.next() };
  const { orgId, action, callId, interventionId, details } = subject;
  const refused = (why: Refusal, call?: Call) => auditRefusal(why, { orgId, at: now, action, callId, interventionId, details, call }, context);

  const changed = await write((call, decide): Change<Result<Call>> => {
    const decision = call.orgId === orgId ? decide(call, now) : { refusal: refusal('call_not_found') };
    if ('refusal' in decision) return { audit: [refused(decision.refusal, call.orgId === orgId ? call : undefined)], outbox: [], answer: decision };
    const { after, ...change } = changeOf(call, decision.events, context);
    return { ...change, answer: { ok: after } };
  });
  if (changed && changed !== 'repeated') return changed.answer;
  const unknown = refusal('call_not_found');
  await store.recordAudit([refused(unknown)]);
  return { refusal: unknown };
}
