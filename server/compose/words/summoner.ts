import { summonTo } from '../../commands/alerts/summonses.ts';
import type { Call } from '../../domain/call/call.ts';
import { warning } from '../../everyMs.ts';
import type { CallAlert } from '../../ports/index.ts';
import { createRepActivities } from '../../store/calls/repActivities.ts';
import type { Shared } from '../shared.ts';

/** By this age of an alert, the instance that raised it has summoned people, unless it stopped. */
const MISSED_AFTER_MS = 10_000;

export interface Summoner {
  summon(call: Call, alert: CallAlert): void;
  /** Summons people to alerts of an instance that stopped before it could do so. */
  summonToMissed(call: Call, alerts: readonly CallAlert[]): Promise<void>;
}

/** Brings people to calls on which an alert was raised. */
export function composeSummoner(shared: Shared): Summoner {
  const { store, crm, policies, clock, ids, log } = shared;
  const deps = {
    store,
    clock,
    ids,
    log,
    policies,
    roster: crm.roster,
    directory: crm.directory,
    coachingRules: crm.coachingRules,
    activities: createRepActivities(store.pool),
  };
  return {
    summon: (call, alert) =>
      void summonTo(deps, call, alert).catch(warning(log, 'people not summoned to an alert')),
    async summonToMissed(call, alerts) {
      for (const alert of alerts) {
        if (alert.severity !== 'compliance') continue;
        const isSent = call.summonses?.some(({ alertId }) => alertId === alert.alertId);
        const age = Date.parse(clock.now()) - Date.parse(alert.raisedAt);
        if (!isSent && age > MISSED_AFTER_MS) await summonTo(deps, call, alert);
      }
    },
  };
}
