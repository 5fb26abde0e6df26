import type { Routes } from '../../http/routes.ts';
import { interventionRoutes } from '../../http/routes/interventions.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of a supervisor on a call: modes, leaving, outcomes. */
export function supervisionRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { authenticate, store, clock, crm } = parts;
  const { admin, pin, supervision, admission } = common;
  const { directory } = crm;
  return [
    interventionRoutes({
      authenticate,
      store,
      supervision,
      outcomes: { ...supervision, coachingRules: crm.coachingRules },
      notices: admin,
      leases: admission,
      coaching: {
        habits: parts.habits,
        quiet: { ...parts.calls, coachingRules: crm.coachingRules },
      },
      pin,
      late: {
        dueOutcomes: parts.dueOutcomes,
        directory,
        coachingRules: crm.coachingRules,
        clock,
      },
    }),
  ];
}
