import type { Call } from '../../domain/call/call.ts';
import { lostRep, openRepLoss } from '../../domain/call/repLoss.ts';
import { planReturn } from '../../domain/inbound/planReturn.ts';
import { DEFAULT_INBOUND_RULES, type InboundRules } from '../../domain/inbound/rules.ts';
import type { Clock, Directory, InboundSource, RepActivities } from '../../ports/index.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { ChangeCallDeps } from '../transact/changeCall.ts';
import { groupFor, rulesOfGroup, unknownWhenAway, type GroupDeps } from './ringGroup.ts';

export interface PlanRepLossDeps extends ChangeCallDeps, GroupDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly inboundRules: InboundSource;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly clock: Clock;
}

/**
 * Plans who is rung after the rep of a call was lost, and how long the call waits for the rep, by
 * the org's rules. If the CRM does not respond, the call waits for the default time and nobody else
 * is rung.
 */
export async function planRepLoss(deps: PlanRepLossDeps, call: Call): Promise<void> {
  const loss = openRepLoss(call);
  if (!loss || loss.isPlanned) return;
  const { orgId, callId } = call;
  const rep = lostRep(loss);
  const { rules, groups, holidays } = (await deps.inboundRules
    .of(orgId)
    .catch(unknownWhenAway)) ?? {
    rules: DEFAULT_INBOUND_RULES,
    groups: new Map<string, InboundRules>(),
    holidays: [],
  };
  const group = await groupFor(deps, orgId, {
    ringGroup: rules.group,
    managerId: rep.managerIds[0],
  });
  const activity = await deps.activities.of(
    orgId,
    group.map(({ userId }) => userId),
  );
  const groupRules = rulesOfGroup(rules.group, groups);
  const ringing = planReturn(
    { rules, groupRules, holidays, rep, group, activity },
    deps.clock.now(),
  );
  await applyEvents(deps, { callId, actor: { kind: 'system' } }, (current, now) =>
    openRepLoss(current)?.isPlanned === false ? [{ type: 'RepLossPlanned', ringing, at: now }] : [],
  );
}
