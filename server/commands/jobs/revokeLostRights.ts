import { setImmediate } from 'node:timers/promises';
import { HEALTHY } from '../../domain/audioCheck/audioCheck.ts';
import { whileAway, type AgeLimits } from '../../domain/call/ageLimits.ts';
import {
  activeIntervention,
  isActive,
  type Call,
  type Intervention,
  type RepOnCall,
} from '../../domain/call/call.ts';
import { isSilent, JOIN_MODE, MODES, type Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import { silenceSteps } from '../../domain/carrier/silence.ts';
import type { VoiceGrounds } from '../../domain/supervision/quieterMode.ts';
import {
  afterLostRight,
  lostRight,
  revokeSupervisor,
  stepDownAfterLostRight,
  type CurrentRights,
} from '../../domain/supervision/revoke.ts';
import {
  CrmUnavailable,
  type AudioCheckRuns,
  type Directory,
  type DueCalls,
  type Policies,
} from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { moveToQuieterMode } from '../supervision/moveToQuieterMode.ts';
import { removeSupervisor } from '../supervision/removeSupervisor.ts';
import { applyEvents } from '../transact/applyEvents.ts';

/** After this many calls, a millisecond or two, clicks and callbacks get their turn. */
const CALLS_AT_ONCE = 25;

export interface RevokeLostRightsDeps extends CallDeps {
  readonly dueCalls: Pick<DueCalls, 'supervisedCalls'>;
  readonly directory: Pick<Directory, 'current'>;
  readonly policies: Pick<Policies, 'inForce'>;
  /** Whether the rep still has to acknowledge a notice that the law wants before any monitoring. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'carrierHealth'>;
  /** Whether this person has to finish the course before the mode. */
  readonly lacksCourse: (person: Person, mode: Mode) => Promise<boolean>;
  /** How long an org's interventions may continue while rights cannot be checked. */
  readonly ageLimits: (orgId: string) => AgeLimits;
}

/**
 * Since when the rights of each intervention's supervisor could not be checked, in epoch
 * milliseconds.
 */
export type UnknownSince = Map<string, number>;

/**
 * One round over the running interventions: a supervisor who has lost the right to a mode is moved
 * to a quieter one that is still theirs, and removed from the call if there is none. One whose rights
 * cannot be checked for long is silenced, and removed later.
 */
export async function revokeLostRights(
  deps: RevokeLostRightsDeps,
  unknownSince: UnknownSince,
): Promise<void> {
  const running = new Set<string>();
  const calls = await deps.dueCalls.supervisedCalls();
  await readEverybody(deps, calls);
  for (const [place, call] of calls.entries()) {
    if (place % CALLS_AT_ONCE === 0) await setImmediate();
    for (const intervention of call.interventions) {
      if (intervention.status === 'ended') continue;
      running.add(intervention.interventionId);
      const found = await checkRights(deps, call, { intervention, unknownSince });
      if (found === 'silence') await silenceUnchecked(deps, call, intervention);
      else if (found === 'remove') await revoke(deps, call, intervention, 'rights_unknown');
      else if (found) await followLostRight(deps, call, { intervention, rights: found });
    }
  }
  for (const known of unknownSince.keys()) if (!running.has(known)) unknownSince.delete(known);
}

/** Reads the people who are not known yet together, rather than one after the other. */
async function readEverybody(
  { directory }: Pick<RevokeLostRightsDeps, 'directory'>,
  calls: readonly Call[],
): Promise<void> {
  const people = calls.flatMap(({ orgId, rep, interventions }) =>
    [rep, ...interventions.filter(isActive).map(({ supervisor }) => supervisor)].map(
      ({ userId }) => ({ orgId, userId }),
    ),
  );
  await Promise.allSettled(people.map(({ orgId, userId }) => directory.current(orgId, userId)));
}

/**
 * The current rights where one is lost, and what to do where they have been unknown for too long;
 * undefined where the intervention may go on.
 */
async function checkRights(
  { directory, policies, isRepUnnotified, ageLimits, clock }: RevokeLostRightsDeps,
  call: Call,
  {
    intervention,
    unknownSince,
  }: { readonly intervention: Intervention; readonly unknownSince: UnknownSince },
): Promise<CurrentRights | 'silence' | 'remove' | undefined> {
  const { interventionId } = intervention;
  try {
    const [policy, supervisor, rep, unnotified] = await Promise.all([
      policies.inForce(call.orgId),
      directory.current(call.orgId, intervention.supervisor.userId),
      directory.current(call.orgId, call.rep.userId),
      isRepUnnotified(call.orgId, call.rep),
    ]);
    unknownSince.delete(interventionId);
    const rights = { policy, supervisor, rep, isRepUnnotified: unnotified };
    return lostRight(call, intervention, { ...rights, now: clock.now() }) && rights;
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    const now = Date.parse(clock.now());
    const limits = ageLimits(call.orgId);
    // Uses the age of the known data, so that a worker that takes over continues the count.
    const tooOldAt = fault.asOf ? Date.parse(fault.asOf) + limits.grantingMs : now;
    const since = unknownSince.get(interventionId) ?? Math.min(now, tooOldAt);
    unknownSince.set(interventionId, since);
    const { silentAt, offAt } = whileAway(since, limits);
    if (now >= Date.parse(offAt)) return 'remove';
    return now >= Date.parse(silentAt) ? 'silence' : undefined;
  }
}

/**
 * Silences the supervisor once the rep is audible again. A supervisor who is alone with the
 * customer is not silenced.
 */
async function silenceUnchecked(
  deps: RevokeLostRightsDeps,
  call: Call,
  intervention: Intervention,
): Promise<void> {
  const { interventionId } = intervention;
  const running = activeIntervention(call, interventionId);
  const steps = running ? silenceSteps(call, running) : [];
  if (!running || steps.length === 0 || (isSilent(running.mode) && !running.pending)) return;
  deps.log.warn({ callId: call.callId, interventionId }, 'supervisor silenced, rights unknown');
  const requested = await applyEvents(
    deps,
    { callId: call.callId, actor: { kind: 'system' } },
    (now, at) => {
      const still = activeIntervention(now, interventionId);
      return still && !still.leaving && !isSilent(still.pending?.mode ?? still.mode)
        ? [
            {
              type: 'ModeRequested',
              interventionId,
              pending: {
                mode: JOIN_MODE,
                requestId: `${interventionId}:rights-unknown`,
                requestedAt: at,
              },
              at,
            },
          ]
        : [];
    },
  );
  await attemptAtCarrier(call, () => runSteps(deps, call, steps));
  if (requested.status === 'applied') await followUp(deps, requested);
}

/** Moves the supervisor to the mode that is left to them, or removes them from the call. */
async function followLostRight(
  deps: RevokeLostRightsDeps,
  call: Call,
  { intervention, rights }: { readonly intervention: Intervention; readonly rights: CurrentRights },
): Promise<void> {
  const { callId } = call;
  const { interventionId } = intervention;
  const grounds = await voiceGrounds(deps, rights);
  const factsAt = (now: string) => ({ rights: { ...rights, now }, grounds });
  const lost = afterLostRight(call, intervention, factsAt(deps.clock.now()));
  if (lost?.to)
    await moveToQuieterMode(deps, { callId, interventionId }, (current, now) =>
      stepDownAfterLostRight(current, interventionId, factsAt(now)),
    );
  else if (lost) await revoke(deps, call, intervention, lost.because);
}

/** Where they cannot be read, no mode with voice has grounds. */
async function voiceGrounds(
  { audioCheckRuns, lacksCourse, log }: RevokeLostRightsDeps,
  { supervisor }: CurrentRights,
): Promise<VoiceGrounds> {
  try {
    const [carrierHealth, lacking] = await Promise.all([
      audioCheckRuns.carrierHealth(),
      Promise.all(MODES.map(async (mode) => !!supervisor && (await lacksCourse(supervisor, mode)))),
    ]);
    return { carrierHealth, lacksCourseFor: MODES.filter((_, place) => lacking[place]) };
  } catch (fault) {
    log.warn(
      { fault: String(fault) },
      'reading whether louder modes are still allowed failed, supervisors are silenced',
    );
    return { carrierHealth: HEALTHY, lacksCourseFor: MODES };
  }
}

const revoke = (
  deps: RevokeLostRightsDeps,
  { callId }: Call,
  { interventionId }: Intervention,
  because: RefusalCode,
): Promise<void> =>
  removeSupervisor(deps, { callId, interventionId, cause: because }, (call, now) =>
    revokeSupervisor(call, interventionId, { because, now }),
  );
