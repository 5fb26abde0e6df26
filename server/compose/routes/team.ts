import type { Routes } from '../../http/routes.ts';
import { helpRoutes } from '../../http/routes/help.ts';
import { liveRoutes } from '../../http/routes/live.ts';
import { practiceRoutes } from '../../http/routes/practice.ts';
import { presenceRoutes } from '../../http/routes/presence.ts';
import { stepUpRoutes } from '../../http/routes/stepUp.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of practice calls, presence, help requests, the live feed and step-up proofs. */
export function teamRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { authenticate, viewing, store, clock, ids, log, secrets, policies, crm, config } = parts;
  const { admin, pin, passkeys, calls, supervision } = common;
  const { directory, roster } = crm;
  return [
    practiceRoutes({
      authenticate,
      viewing,
      store,
      practice: calls,
      calibrations: parts.calibrations,
    }),
    presenceRoutes({
      authenticate,
      team: { directory, roster, policies },
      ready: {
        ...parts.calls,
        inboundRules: parts.inboundRules,
        activities: parts.activities,
        openCalls: parts.openCalls,
      },
      activities: parts.activities,
      repPages: parts.repPages,
      clock,
    }),
    helpRoutes({
      authenticate,
      viewing,
      help: {
        store,
        clock,
        ids,
        policies,
        consent: parts.consent,
        proofs: parts.proofs,
        isRepUnnotified: supervision.isRepUnnotified,
        roster,
        directory,
        activities: parts.activities,
        coachingRules: crm.coachingRules,
        log,
      },
      choices: { ...parts.calls, coachingRules: crm.coachingRules },
    }),
    liveRoutes({ authenticate, limits: parts.limits, secrets, clock, ids, stream: parts.stream }),
    stepUpRoutes({
      ...admin,
      pins: pin,
      passkeys,
      publicUrl: config.PUBLIC_URL,
    }),
  ];
}
