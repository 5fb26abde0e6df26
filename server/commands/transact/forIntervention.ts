import type { AttemptAction } from '../../domain/audit/actions.ts';
import { auditRefusal } from '../../domain/audit/entries.ts';
import { interventionOf, type Call, type Intervention } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import { actorOf } from './actor.ts';
import type { CommandSubject } from './decideOn.ts';
import type { Result } from './result.ts';

export interface ForInterventionDeps {
  readonly store: Pick<Store, 'placeOfIntervention' | 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type InterventionResult = Result<{ call: Call; intervention: Intervention }>;

/**
 * Finds the call of an intervention and runs a command on it; an intervention of another org is as
 * unknown as none.
 */
export async function forIntervention(
  deps: ForInterventionDeps,
  person: Person,
  {
    interventionId,
    action,
    act,
  }: {
    interventionId: string;
    action: AttemptAction;
    readonly act: (subject: CommandSubject) => Promise<Result<Call>>;
  },
): Promise<InterventionResult> {
  const { orgId } = person;
  const place = await deps.store.placeOfIntervention(interventionId);
  if (place?.orgId !== orgId) return unknownIntervention(deps, person, { interventionId, action });
  return withIntervention(
    await act({ orgId, callId: place.callId, interventionId, action, actor: actorOf(person) }),
    interventionId,
  );
}

/** A person's own intervention, whatever its state. */
export async function ownIntervention(
  { store }: { readonly store: Pick<Store, 'findCallByIntervention'> },
  person: Person,
  interventionId: string,
): Promise<Result<Intervention>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!intervention || call.orgId !== person.orgId)
    return { refusal: refusal('intervention_not_found') };
  return intervention.supervisor.userId === person.userId
    ? { ok: intervention }
    : { refusal: refusal('not_your_intervention') };
}

/** A command's result about a call, as one about an intervention on it. */
export function withIntervention(result: Result<Call>, interventionId: string): InterventionResult {
  if ('refusal' in result) return result;
  return { ok: { call: result.ok, intervention: interventionOf(result.ok, interventionId)! } };
}

async function unknownIntervention(
  { store, clock, ids }: ForInterventionDeps,
  person: Person,
  { interventionId, action }: { readonly interventionId: string; readonly action: AttemptAction },
): Promise<InterventionResult> {
  const why = refusal('intervention_not_found');
  await store.recordAudit([
    auditRefusal(
      why,
      { orgId: person.orgId, at: clock.now(), action, interventionId },
      { actor: actorOf(person), nextId: () => ids.next() },
    ),
  ]);
  return { refusal: why };
}
