import type { Call, FinishingRep } from '../../domain/call/call.ts';
import { repsReady } from '../../domain/carrier/ringOn.ts';
import { finishesUntil } from '../../domain/presence/presence.ts';
import type { InboundSource, OpenCallsOfOrg, PersonKey, RepActivities } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
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
export const orgAfterCallSeconds = async (
  { inboundRules }: Pick<ReadyRepsDeps, 'inboundRules'>,
  orgId: string,
): Promise<number | undefined> =>
  (await inboundRules.of(orgId).catch(unknownWhenAway))?.rules.afterCallSeconds;

/**
 * Rings the reps who were finishing a call when this caller came, and are ready now. Those who went
 * on another call or away are waited for no longer.
 */
export async function ringReadyReps(deps: ReadyRepsDeps, call: Call): Promise<void> {
  const { orgId, callId, ringing } = call;
  const waitedFor = ringing?.finishing ?? [];
  const [orgSeconds, activity] = await Promise.all([
    orgAfterCallSeconds(deps, orgId),
    deps.activities.of(
      orgId,
      waitedFor.map(({ rep }) => rep.userId),
    ),
  ]);
  const now = deps.clock.now();
  const [ready, finishing]: [FinishingRep[], FinishingRep[]] = [[], []];
  for (const one of waitedFor) {
    const signs = activity.get(one.rep.userId) ?? { isBusy: false };
    if (signs.isBusy || signs.awaySince) continue;
    const until = finishesUntil(signs, { now, orgSeconds });
    if (until) finishing.push({ ...one, until });
    else ready.push(one);
  }
  const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, (current, at) =>
    repsReady(current, { ready, finishing }, at),
  );
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
