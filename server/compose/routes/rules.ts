import type { Routes } from '../../http/routes.ts';
import { permissionRoutes } from '../../http/routes/permissions.ts';
import { policyRoutes } from '../../http/routes/policy.ts';
import { simulationRoutes } from '../../http/routes/simulations.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of the policy, of permissions, and of simulations of another policy. */
export function ruleRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { viewing, store, clock, ids, log, policies, policyHistory, consent, crm } = parts;
  const { admin } = common;
  const { directory, roster } = crm;
  return [
    policyRoutes({
      ...admin,
      store,
      policyCache: policies,
      policyHistory,
      directory,
      roster,
      consent,
      dialing: parts.dialing,
      callerIds: parts.callerIds,
      numbers: parts.carrier.ownNumbers,
      viewing,
      transcriptDays: parts.config.KEEP_TRANSCRIPTS_DAYS,
      policyText: {
        policies,
        acknowledgements: parts.notified.acknowledgements,
        clock,
        ids,
      },
    }),
    permissionRoutes({ ...admin, store, openCalls: parts.openCalls, directory, roster }),
    simulationRoutes({
      ...admin,
      policyCache: policies,
      policyHistory,
      simulation: {
        pastCalls: parts.pastCalls,
        simulations: parts.simulations,
        roster,
        directory,
        consent,
        store,
        clock,
        ids,
        log,
      },
    }),
  ];
}
