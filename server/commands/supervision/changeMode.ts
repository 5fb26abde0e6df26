import { HEALTHY } from '../../domain/audioCheck/audioCheck.ts';
import { activeIntervention, type Call } from '../../domain/call/call.ts';
import { isSilent, type Mode } from '../../domain/call/modes.ts';
import { supervisedOf } from '../../domain/call/otherCall.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { switchSteps } from '../../domain/carrier/switchSteps.ts';
import { NO_CONSENT_SETTINGS } from '../../domain/consent/decide.ts';
import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { NO_PROOFS } from '../../domain/stepUp/proofs.ts';
import { decideModeChange, type ChangeMode } from '../../domain/supervision/changeMode.ts';
import type {
  AudioCheckRuns,
  ConsentSource,
  Later,
  Policies,
  ProofSource,
  Store,
} from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { reconcileLater } from '../carrier/reconcileLater.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { proofsFor } from '../stepUp/proofs.ts';
import type { AppliedChange } from '../transact/changeCall.ts';
import { decideOn, type CommandSubject } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult } from '../transact/forIntervention.ts';
import type { Result } from '../transact/result.ts';
import { failModeChange, isPendingOf, isStillWanted } from './failModeChange.ts';
import { measureInOrder, type RequestLedger } from './measureLatency.ts';

export interface ChangeModeDeps extends CallDeps {
  readonly store: Pick<
    Store,
    'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'placeOfIntervention' | 'recordAudit'
  >;
  readonly policies: Policies;
  readonly consent: ConsentSource;
  readonly proofs: ProofSource;
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'carrierHealth'>;
  readonly latency: RequestLedger;
  /** Whether this person has to finish the course before the mode. */
  readonly lacksCourse: (person: Person, mode: Mode) => Promise<boolean>;
  readonly later: Later;
}

/** The inputs of a mode change besides the call. */
type Grounds = Pick<ChangeMode, 'policy' | 'consent' | 'proofs' | 'carrierHealth' | 'lacksCourse'>;

export type ChangeModeRequest = Omit<
  ChangeMode,
  keyof Grounds | 'supervisor' | 'runningElsewhere'
> & {
  /** From the click until the request was sent, as the browser measured it. */
  readonly sinceClickMs?: number;
};

/**
 * Requests another mode from the carrier. The call is returned with the mode pending: the carrier's
 * confirmation comes later.
 */
export async function changeMode(
  deps: ChangeModeDeps,
  person: Person,
  command: ChangeModeRequest,
): Promise<InterventionResult> {
  // Runs while the call is looked up; a failure is thrown where it is awaited below.
  const gathering = authorize(deps, person, command);
  gathering.catch(() => undefined);
  return forIntervention(deps, person, {
    interventionId: command.interventionId,
    action: 'ChangeMode',
    act: async (subject) => {
      const grounds = await gathering;
      const requested = await request(deps, person, { subject, command, grounds });
      return 'refusal' in requested
        ? requested
        : drive(deps, person, { command, applied: requested.ok });
    },
  });
}

/**
 * Gathers what the decision needs. Monitor needs none of it, so that it never waits, not even for
 * the CRM.
 */
async function authorize(
  deps: ChangeModeDeps,
  person: Person,
  { mode }: ChangeModeRequest,
): Promise<Grounds> {
  if (isSilent(mode))
    return {
      policy: deps.policies.lastKnown(person.orgId),
      carrierHealth: HEALTHY,
      proofs: NO_PROOFS,
      consent: NO_CONSENT_SETTINGS,
    };
  const policy = await deps.policies.inForce(person.orgId);
  const [carrierHealth, proofs, consent, lacksCourse] = await Promise.all([
    deps.audioCheckRuns.carrierHealth(),
    proofsFor(deps.proofs, policy, person),
    deps.consent.of(person.orgId),
    deps.lacksCourse(person, mode),
  ]);
  return { policy, carrierHealth, proofs, consent, lacksCourse };
}

interface ModeRequest {
  readonly subject: CommandSubject;
  readonly command: ChangeModeRequest;
  readonly grounds: Grounds;
}

/**
 * Decides and writes the pending mode. Monitor does not wait until the supervisor's requests on
 * other calls are decided.
 */
function request(
  deps: ChangeModeDeps,
  person: Person,
  { subject, command, grounds }: ModeRequest,
): Promise<Result<AppliedChange>> {
  const { mode, reasonCode } = command;
  const asked = {
    ...subject,
    details: { mode, reasonCode },
    ...(!isSilent(mode) && { supervisor: person }),
  };
  return decideOn(deps, asked, (call, now, otherCalls) =>
    decideModeChange(
      call,
      {
        ...command,
        ...grounds,
        supervisor: person,
        runningElsewhere: supervisedOf(otherCalls).length,
      },
      now,
    ),
  );
}

/**
 * Has the carrier do what was written: first the announcements, else the steps; what fails ends in
 * silence.
 */
async function drive(
  deps: ChangeModeDeps,
  person: Person,
  { command, applied }: { readonly command: ChangeModeRequest; readonly applied: AppliedChange },
): Promise<Result<Call>> {
  const { before, call } = applied;
  const { interventionId, requestId, sinceClickMs } = command;
  const intervention = activeIntervention(call, interventionId);
  if (!isPendingOf(intervention, requestId)) return { ok: call };
  const { mode, repAfterTakeover, requestedAt } = intervention.pending;
  const measured = measureInOrder(deps);
  measured((ledger) =>
    ledger.requested({
      orgId: person.orgId,
      interventionId,
      requestId,
      kind: 'switch',
      mode,
      requestedAt,
      sinceClickMs,
    }),
  );
  if (awaitedAnnouncement(call, intervention)) return announceFirst(deps, applied, interventionId);

  const interrupts = activeIntervention(before, interventionId)?.pending?.mode;
  const steps = switchSteps(call, intervention, mode, { repAfter: repAfterTakeover, interrupts });
  const problem = await attemptAtCarrier(call, () =>
    runSteps(deps, call, steps, () => isStillWanted(deps, call, intervention)),
  );
  if (problem) {
    const why = await failModeChange(deps, call, { intervention, problem });
    reconcileLater(deps, call.callId);
    return { refusal: why };
  }

  const answeredAt = deps.clock.now();
  measured((ledger) => ledger.carrierAnswered(interventionId, requestId, answeredAt));
  reconcileLater(deps, call.callId, async () => {
    const now = await deps.store.loadCall(call.callId);
    return now !== undefined && isPendingOf(activeIntervention(now, interventionId), requestId);
  });
  return { ok: call };
}

/**
 * Plays the announcement of who is about to be heard. The steps follow as a pending action once the
 * carrier reports that it was played to its end.
 */
async function announceFirst(
  deps: ChangeModeDeps,
  applied: AppliedChange,
  interventionId: string,
): Promise<Result<Call>> {
  await performEffects(deps, applied);
  const call = (await deps.store.loadCall(applied.call.callId)) ?? applied.call;
  return activeIntervention(call, interventionId)?.problem?.code === 'announcement_failed'
    ? { refusal: refusal('announcement_failed') }
    : { ok: call };
}
