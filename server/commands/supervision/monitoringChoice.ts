import type { Call, Customer } from '../../domain/call/call.ts';
import type { MonitoringChoice } from '../../domain/call/moments.ts';
import type { Person } from '../../domain/call/people.ts';
import { decideMonitoringChoice, isUnwelcome } from '../../domain/supervision/monitoringChoice.ts';
import { revokeSupervisor } from '../../domain/supervision/revoke.ts';
import type { Clock, CoachingRulesSource, CustomerChoices } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';
import { removeSupervisor } from './removeSupervisor.ts';

export interface MonitoringChoiceDeps extends CallDeps, DecideOnDeps {
  readonly store: CallDeps['store'] & DecideOnDeps['store'];
  readonly coachingRules: CoachingRulesSource;
}

/**
 * The rep says whether the customer wants to be monitored. Supervisors who only listen are taken
 * off the call at once; the round over lost rights takes off those whom this misses.
 */
export async function giveMonitoringChoice(
  deps: MonitoringChoiceDeps,
  rep: Person,
  { callId, isDeclined }: { readonly callId: string; readonly isDeclined: boolean },
): Promise<Result<Call>> {
  const { declinedReasons: exceptReasons } = deps.coachingRules.of(rep.orgId);
  const decided = callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'GiveMonitoringChoice', actor: actorOf(rep) },
      (call, now) => decideMonitoringChoice(call, { rep, isDeclined, exceptReasons }, now),
    ),
  );
  if ('refusal' in decided) return decided;
  const unwelcome = decided.ok.interventions.filter((one) => isUnwelcome(decided.ok, one));
  for (const { interventionId } of unwelcome)
    await removeSupervisor(
      deps,
      { callId, interventionId, cause: 'monitoring_declined' },
      (call, now) =>
        revokeSupervisor(call, interventionId, { because: 'monitoring_declined', now }),
    );
  return { ok: (await deps.store.loadCall(callId)) ?? decided.ok };
}

export interface EarlierChoiceDeps {
  readonly coachingRules: CoachingRulesSource;
  readonly customerChoices: CustomerChoices;
  readonly clock: Clock;
}

/**
 * The choice that a new call begins with, if the customer declined monitoring on an earlier call.
 */
export async function earlierChoice(
  { coachingRules, customerChoices, clock }: EarlierChoiceDeps,
  orgId: string,
  customer: Pick<Customer, 'contactId' | 'phone'>,
): Promise<{ readonly monitoringChoice?: MonitoringChoice }> {
  const { declinedStays, declinedReasons: exceptReasons } = coachingRules.of(orgId);
  if (!declinedStays || !(await customerChoices.declines(orgId, customer))) return {};
  return {
    monitoringChoice: {
      isDeclined: true,
      source: 'earlier_call',
      exceptReasons,
      at: clock.now(),
    },
  };
}
