import { createHash } from 'node:crypto';
import type { AttemptAction } from '../../domain/audit/actions.ts';
import { auditRefusal } from '../../domain/audit/entries.ts';
import type { Active, Call, Intervention } from '../../domain/call/call.ts';
import { interventionOf, connectedParticipant } from '../../domain/call/call.ts';
import type { Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import { CarrierProblem, type Policies, type Store } from '../../ports/index.ts';
import { actorOf, type DecisionDeps, type Result, type DecisionSubject } from './decideOn.ts';
import type { CarrierActionDeps } from '../carrier/runPendingActions.ts';

export interface SupervisionDeps extends DecisionDeps, CarrierActionDeps {
  readonly store: Store;
  readonly policies: Policies;
  /** Runs something after a while, and never keeps the process alive. */
  readonly later: (delayMs: number, act: () => Promise<void>) => void;
}

/** How long the carrier's callback may take before we ask ourselves. */
export const CONFIRMATION_PATIENCE_MS = 1_200;

export type InterventionResult = Result<{ call: Call; intervention: Intervention }>;

type OnCall = (subject: DecisionSubject) => Promise<Result<Call>>;

/** Finds the call of an intervention and acts on it; one of another org is as unknown as none. */
export async function forIntervention(deps: SupervisionDeps, person: Person, interventionId: string, action: AttemptAction, act: OnCall): Promise<InterventionResult> {
  const call = await deps.store.findCallByIntervention(interventionId);
  const subject = { orgId: person.orgId, callId: call?.callId ?? '', interventionId, action, actor: actorOf(person) };
  if (!call || call.orgId !== person.orgId) return unknownIntervention(deps, subject);
  return withIntervention(await act(subject), interventionId);
}

/** A person's own intervention, whatever has become of it. */
export async function ownIntervention({ store }: { readonly store: Pick<Store, 'findCallByIntervention'> }, person: Person, interventionId: string): Promise<Result<Intervention>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!intervention || call.orgId !== person.orgId) return { refusal: refusal('intervention_not_found') };
  return intervention.supervisor.userId === person.userId ? { ok: intervention } : { refusal: refusal('not_your_intervention') };
}

async function unknownIntervention({ store, clock, ids }: DecisionDeps, subject: DecisionSubject): Promise<InterventionResult> {
  const why = refusal('intervention_not_found');
  const { orgId, action, actor, interventionId } = subject;
  await store.recordAudit([auditRefusal(why, { orgId, at: clock.now(), action, interventionId }, { actor, nextId: () => ids.next() })]);
  return { refusal: why };
}

/** Acts at the carrier while the customer is there; answers the problem, if any. */
export async function attemptAtCarrier(call: Call, act: () => Promise<void>): Promise<CarrierProblem | undefined> {
  if (!call.conferenceId || !connectedParticipant(call, 'customer')) return new CarrierProblem('gone', 'the conference is over');
  try {
    await act();
    return undefined;
  } catch (problem) {
    if (problem instanceof CarrierProblem) return problem;
    throw problem;
  }
}

/** The intervention, while its supervisor is on the call. */
export function activeIntervention(call: Call, interventionId: string): (Intervention & Active) | undefined {
  const intervention = interventionOf(call, interventionId);
  return intervention?.status === 'active' ? intervention : undefined;
}

/** A command’s answer about a call, as one about an intervention on it. */
export function withIntervention(result: Result<Call>, interventionId: string): InterventionResult {
  if ('refusal' in result) return result;
  return { ok: { call: result.ok, intervention: interventionOf(result.ok, interventionId)! } };
}

/** The same person's same request has the same id, however often it arrives. */
export function idFrom(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
