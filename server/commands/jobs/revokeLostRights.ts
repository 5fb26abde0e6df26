import { isActive, type Call, type Intervention } from '../../domain/call/call.ts';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import { lostRight, revokeSupervisor } from '../../domain/supervision/revoke.ts';
import { CrmUnavailable, type Directory, type DueCalls, type Policies } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { removeSupervisor } from '../supervision/removeSupervisor.ts';

export interface RevokeLostRightsDeps extends CallDeps {
  readonly dueCalls: Pick<DueCalls, 'supervisedCalls'>;
  readonly directory: Pick<Directory, 'current'>;
  readonly policies: Pick<Policies, 'inForce'>;
  /** How long an intervention of the org goes on while rights cannot be checked, in milliseconds. */
  readonly goingOnMs: (orgId: string) => number;
}

/**
 * By intervention: since when the supervisor's rights could not be checked, in epoch milliseconds.
 */
export type UnknownSince = Map<string, number>;

/**
 * One round over the running interventions: a supervisor who has lost the right to be on a call is
 * removed.
 */
export async function revokeLostRights(
  deps: RevokeLostRightsDeps,
  unknownSince: UnknownSince,
): Promise<void> {
  const running = new Set<string>();
  const calls = await deps.dueCalls.supervisedCalls();
  await readEverybody(deps, calls);
  for (const call of calls) {
    for (const intervention of call.interventions) {
      if (intervention.status === 'ended') continue;
      running.add(intervention.interventionId);
      const because = await lostRightOf(deps, call, intervention, unknownSince);
      if (because) await revoke(deps, call, intervention, because);
    }
  }
  for (const known of unknownSince.keys()) if (!running.has(known)) unknownSince.delete(known);
}

/** Has whoever is not known yet read at once, rather than one after the other. */
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

async function lostRightOf(
  { directory, policies, goingOnMs, clock }: RevokeLostRightsDeps,
  call: Call,
  intervention: Intervention,
  unknownSince: UnknownSince,
): Promise<RefusalCode | undefined> {
  const { interventionId } = intervention;
  try {
    const [policy, supervisor, rep] = await Promise.all([
      policies.inForce(call.orgId),
      directory.current(call.orgId, intervention.supervisor.userId),
      directory.current(call.orgId, call.rep.userId),
    ]);
    unknownSince.delete(interventionId);
    return lostRight(call, intervention, { policy, supervisor, rep }, clock.now());
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    const now = Date.parse(clock.now());
    const since = unknownSince.get(interventionId) ?? now;
    unknownSince.set(interventionId, since);
    return now - since >= goingOnMs(call.orgId) ? 'rights_unknown' : undefined;
  }
}

const revoke = (
  deps: RevokeLostRightsDeps,
  { callId }: Call,
  { interventionId }: Intervention,
  because: RefusalCode,
): Promise<void> =>
  removeSupervisor(deps, { callId, interventionId, cause: because }, (call, now) =>
    revokeSupervisor(call, interventionId, because, now),
  );
