import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import type { Active, Call, Intervention } from '../../domain/call/call.ts';
import { NO_CONSENT_SETTINGS } from '../../domain/consent/decide.ts';
import { HEALTHY } from '../../domain/audioCheck/audioCheck.ts';
import type { CallEvent, Decision } from '../../domain/call/events.ts';
import type { Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import { NO_PROOFS } from '../../domain/stepUp/proofs.ts';
import { decideModeChange, type ChangeMode } from '../../domain/supervision/supervise.ts';
import { silenceSteps, switchSteps } from '../../domain/carrier/switchSteps.ts';
import type { AudioCheckRuns, ConsentSource, CarrierProblem, ProofSource } from '../../ports/index.ts';
import { performEffects, applyToCall, type AppliedChange } from '../transact/applyToCall.ts';
import { decideForSupervisor, decideOn, type Result } from '../transact/decideOn.ts';
import { activeIntervention, attemptAtCarrier, CONFIRMATION_PATIENCE_MS, forIntervention, type InterventionResult, type SupervisionDeps } from '../transact/forIntervention.ts';
import { measureInOrder, type MeasureDeps } from './measureLatency.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { followUp } from '../carrier/recordFact.ts';
import { runSteps } from '../carrier/runSteps.ts';

export interface ChangeModeDeps extends SupervisionDeps, MeasureDeps {
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'carrierHealth'>;
  readonly consent: ConsentSource;
  readonly proofs: ProofSource;
}

export type ChangeModeRequest = Omit<ChangeMode, 'supervisor' | 'policy' | 'carrierHealth' | 'proofs' | 'runningElsewhere' | 'consent'> & {
  /** From the click until the request was sent, as the browser measured it. */
  readonly sinceClickMs?: number;
};

/** Asks the carrier for another mode; the screen shows it once the carrier confirmed it. */
export async function changeMode(deps: ChangeModeDeps, person: Person, command: ChangeModeRequest): Promise<InterventionResult> {
  // Silence waits for nobody, Salesforce included.
  const policy = command.mode === 'monitor' ? deps.policies.lastKnown(person.orgId) : await deps.policies.inForce(person.orgId);
  const [carrierHealth, proofs, consent] = command.mode === 'monitor'
    ? [HEALTHY, NO_PROOFS, NO_CONSENT_SETTINGS]
    : await Promise.all([deps.audioCheckRuns.carrierHealth(), deps.proofs.of(person), deps.consent.of(person.orgId)]);
  return forIntervention(deps, person, command.interventionId, 'ChangeMode', async (subject) => {
    let interrupts: Mode | undefined;
    let events: readonly CallEvent[] = [];
    const decide = (call: Call, now: string, runningElsewhere = 0): Decision => {
      interrupts = activeIntervention(call, command.interventionId)?.pending?.mode;
      const decision = decideModeChange(call, { ...command, supervisor: person, policy, carrierHealth, proofs, consent, runningElsewhere }, now);
      if ('events' in decision) ({ events } = decision);
      return decision;
    };
    const asked = { ...subject, details: { mode: command.mode, reasonCode: command.reasonCode } };
    const decided = command.mode === 'monitor' ? await decideOn(deps, asked, (call, now) => decide(call, now)) : await decideForSupervisor(deps, asked, person, decide);
    if ('refusal' in decided) return decided;
    const intervention = activeIntervention(decided.ok, command.interventionId);
    if (intervention?.pending?.requestId !== command.requestId) return decided;
    if (awaitedAnnouncement(decided.ok, intervention)) return announceAndReload(deps, { call: decided.ok, events }, command);
    const { mode, repAfterTakeover, requestedAt } = intervention.pending;
    const { interventionId, requestId, sinceClickMs } = command;
    const measured = measureInOrder(deps);
    measured((ledger) => ledger.requested({ orgId: person.orgId, interventionId, requestId, kind: 'switch', mode, requestedAt, sinceClickMs }));
    const steps = switchSteps(decided.ok, intervention, mode, { repAfter: repAfterTakeover, interrupts });
    const problem = await attemptAtCarrier(decided.ok, () => runSteps(deps, decided.ok, steps, () => isStillWanted(deps, decided.ok, intervention)));
    if (problem) return failSwitch(deps, decided.ok, intervention, problem);
    const answeredAt = deps.clock.now();
    measured((ledger) => ledger.carrierAnswered(interventionId, requestId, answeredAt));
    deps.later(CONFIRMATION_PATIENCE_MS, () => confirmByAsking(deps, subject.callId, command));
    return decided;
  });
}

/** Has it announced who is about to be heard; the switch goes on, as a pending action, when the carrier says that it was played to its end. */
async function announceAndReload(deps: SupervisionDeps, asked: AppliedChange, { interventionId }: ChangeModeRequest): Promise<Result<Call>> {
  await performEffects(deps, asked);
  const call = (await deps.store.loadCall(asked.call.callId)) ?? asked.call;
  return activeIntervention(call, interventionId)?.problem?.code === 'announcement_failed' ? { refusal: refusal('announcement_failed') } : { ok: call };
}

/** Whoever asked for something newer meanwhile, silence above all, is not overtaken by what is left of this switch. */
async function isStillWanted({ store }: SupervisionDeps, { callId }: Call, { interventionId, pending }: Intervention & Active): Promise<boolean> {
  const call = await store.loadCall(callId);
  const now = call && activeIntervention(call, interventionId);
  if (!now || now.leaving) return false;
  return now.pending ? now.pending.requestId === pending!.requestId : now.mode === pending!.mode;
}

/** A switch that failed falls to silence, never to louder; only then is the failure told. */
async function failSwitch(deps: SupervisionDeps, call: Call, intervention: Intervention & Active, problem: CarrierProblem): Promise<Result<Call>> {
  deps.log.warn({ callId: call.callId, interventionId: intervention.interventionId, problem: problem.kind, code: problem.code }, 'a switch failed');
  await attemptAtCarrier(call, () => runSteps(deps, call, silenceSteps(call, intervention), () => isStillWanted(deps, call, intervention)));
  const why = refusal('carrier_unavailable', problem.kind === 'refused' ? { wording: 'carrier_unavailable.switch_refused' } : {});
  const { interventionId } = intervention;
  const applied = await applyToCall(deps, call.callId, (after, now) => activeIntervention(after, interventionId)?.pending?.requestId !== intervention.pending!.requestId ? [] : [{
    type: 'ModeFailed', interventionId, mode: intervention.pending!.mode, at: now,
    problem: { code: why.code, ...(why.wording && { wording: why.wording }), at: now },
  }]);
  if (applied && applied !== 'repeated') void followUp(deps, applied);
  deps.later(CONFIRMATION_PATIENCE_MS, () => reconcileCall(deps, call.callId));
  return { refusal: why };
}

async function confirmByAsking(deps: SupervisionDeps, callId: string, { interventionId, requestId }: { interventionId: string; requestId: string }): Promise<void> {
  const call = await deps.store.loadCall(callId);
  const stillPending = call && activeIntervention(call, interventionId)?.pending?.requestId === requestId;
  if (stillPending) await reconcileCall(deps, callId);
}
