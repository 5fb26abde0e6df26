import type { Call } from '../../domain/call/call.ts';
import { repsReady } from '../../domain/carrier/ringOn.ts';
import { lookUpAwaited } from '../../domain/inbound/awaitedReps.ts';
import { AFTER_CALL_SECONDS } from '../../domain/presence/presence.ts';
import type { InboundSource, OpenCallsOfOrg, PersonKey, RepActivities } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { withLockOrWithout } from '../carrier/conferenceLocks.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { unknownWhenAway } from './ringGroup.ts';

export interface ReadyRepsDeps extends CallDeps {
  readonly inboundRules: InboundSource;
  readonly activities: Pick<RepActivities, 'of'>;
}

export interface EndAfterCallDeps extends ReadyRepsDeps {
  readonly openCalls: OpenCallsOfOrg;
  readonly activities: Pick<RepActivities, 'of' | 'setReady'>;
}

/** How long after-call lasts in an org; undefined while the CRM does not answer. */
export async function orgAfterCallSeconds(
  { inboundRules }: Pick<ReadyRepsDeps, 'inboundRules'>,
  orgId: string,
): Promise<number | undefined> {
  const read = await inboundRules.of(orgId).catch(unknownWhenAway);
  return read && (read.rules.afterCallSeconds ?? AFTER_CALL_SECONDS);
}

/**
 * Rings the reps who were finishing a call when this caller came, and are ready now. One caller of
 * the org at a time, so that a rep is rung for one of two who wait for them.
 */
export async function ringReadyReps(deps: ReadyRepsDeps, call: Call): Promise<void> {
  const { orgId, callId } = call;
  const applied = await withLockOrWithout(deps.locks, `ready ${orgId}`, async () => {
    const userIds = (call.ringing?.finishing ?? []).map(({ rep }) => rep.userId);
    const [orgSeconds, activity] = await Promise.all([
      orgAfterCallSeconds(deps, orgId),
      deps.activities.of(orgId, userIds),
    ]);
    const signsOf = (userId: string) => activity.get(userId) ?? { isBusy: false };
    const lookedUp = lookUpAwaited(call, signsOf, { now: deps.clock.now(), orgSeconds });
    return applyEvents(deps, { callId, actor: { kind: 'system' } }, (current, at) =>
      repsReady(current, lookedUp, at),
    );
  });
  if (applied.status !== 'applied') return;
  await performEffects(deps, applied);
  await runPendingActions(deps, applied.call);
}

/** The rep is ready: after-call is over, and callers who wait ring, the longest waiting first. */
export async function endAfterCall(
  deps: EndAfterCallDeps,
  { orgId, userId }: PersonKey,
): Promise<void> {
  await deps.activities.setReady({ orgId, userId }, deps.clock.now());
  const waiting = (await deps.openCalls.of(orgId)).filter(
    ({ status, ringing }) =>
      status === 'ringing' && ringing?.finishing?.some(({ rep }) => rep.userId === userId),
  );
  for (const call of waiting.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)))
    await ringReadyReps(deps, call);
}
