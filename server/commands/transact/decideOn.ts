import type { AttemptAction } from '../../domain/audit/actions.ts';
import { auditRefusal, type Actor } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import { refuse } from '../../domain/call/events.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, PersonKey, Store } from '../../ports/index.ts';
import { changeCall, type AppliedChange, type DecideOnCall } from './changeCall.ts';
import type { Result } from './result.ts';

export interface DecideOnDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What a person asks of a call, as the audit names it. */
export interface CommandSubject {
  readonly orgId: string;
  readonly callId: string;
  readonly interventionId?: string;
  readonly action: AttemptAction;
  readonly actor: Actor;
  /** What was asked for, in codes, should it be refused. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Set for what depends on the other calls that a supervisor is on. */
  readonly supervisor?: PersonKey;
}

/**
 * A person's command on a call. A refusal leaves its audit entry. A call of another org is as
 * unknown as one that does not exist.
 */
export async function decideOn(
  deps: DecideOnDeps,
  subject: CommandSubject,
  decide: DecideOnCall,
): Promise<Result<AppliedChange>> {
  const { orgId, action, callId, interventionId, details, actor, supervisor } = subject;
  const about = { orgId, action, callId, interventionId, details };
  const isOwn = (call: Call): boolean => call.orgId === orgId;
  const at = deps.clock.now();

  const change = await changeCall(
    deps,
    {
      callId,
      actor,
      supervisor,
      refusalEntry: (why, call, { now, context }) =>
        auditRefusal(why, { ...about, at: now, call: isOwn(call) ? call : undefined }, context),
    },
    (call, now, otherCalls) =>
      isOwn(call) ? decide(call, now, otherCalls) : refuse(refusal('call_not_found')),
  );

  if (change.status === 'applied') return { ok: change };
  if (change.status === 'refused') {
    if (change.entry) await deps.store.recordAudit([change.entry]);
    return { refusal: change.refusal };
  }
  const unknown = refusal('call_not_found');
  await deps.store.recordAudit([
    auditRefusal(unknown, { ...about, at }, { actor, nextId: () => deps.ids.next() }),
  ]);
  return { refusal: unknown };
}

/** The call after a command, for callers that do not need its events. */
export const callAfter = (decided: Result<AppliedChange>): Result<Call> =>
  'ok' in decided ? { ok: decided.ok.call } : decided;
