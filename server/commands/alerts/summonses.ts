import type { Call } from '../../domain/call/call.ts';
import type { HelpOffer } from '../../domain/call/helpRequest.ts';
import type { Person } from '../../domain/call/people.ts';
import { decideSummonsAnswer, summon, summonsOffer } from '../../domain/supervision/summons.ts';
import {
  CrmUnavailable,
  type CallAlert,
  type CoachingRulesSource,
  type Log,
  type Policies,
  type RepActivities,
} from '../../ports/index.ts';
import { possibleHelpers, type HelperDeps } from '../supervision/helpers.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface SummonDeps extends DecideOnDeps, HelperDeps {
  readonly activities: Pick<RepActivities, 'of'>;
  readonly coachingRules: CoachingRulesSource;
  readonly log: Log;
}

/**
 * Summons people who may act on the call to a compliance alert, once per alert, by notification,
 * toast, desktop and phone, starting with those who are free. Other alerts cause no summons.
 */
export async function summonTo(deps: SummonDeps, call: Call, alert: CallAlert): Promise<void> {
  const { alertId, label, family, severity, status } = alert;
  if (severity !== 'compliance' || status !== 'shown') return;
  const offer = await offerOf(deps, call);
  await applyEvents(deps, { callId: call.callId, actor: { kind: 'system' } }, (current, now) =>
    summon(current, { alertId, label, family, ...(offer && { offer }) }, now),
  );
}

/** Undefined where no supervisor may act on the call, or where the CRM does not say who may. */
async function offerOf(deps: SummonDeps, call: Call): Promise<HelpOffer | undefined> {
  try {
    const helpers = await possibleHelpers(deps, call);
    const { helpStepMs } = deps.coachingRules.of(call.orgId);
    return summonsOffer(helpers, call, { stepMs: helpStepMs, now: deps.clock.now() });
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    deps.log.warn(
      { callId: call.callId },
      'reading who is free failed, everybody who may join is called to the alert',
    );
    return undefined;
  }
}

/** A supervisor says that they look after the alert, so that it stops ringing for the others. */
export async function answerSummons(
  deps: DecideOnDeps & { readonly policies: Pick<Policies, 'inForce'> },
  supervisor: Person,
  { callId, alertId }: { readonly callId: string; readonly alertId: string },
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  return callAfter(
    await decideOn(
      deps,
      { orgId: supervisor.orgId, callId, action: 'AnswerSummons', actor: actorOf(supervisor) },
      (call, now) => decideSummonsAnswer(call, { alertId, supervisor, policy }, now),
    ),
  );
}
