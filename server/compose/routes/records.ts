import { isUnnotified } from '../../commands/people/employeeNotices.ts';
import type { Routes } from '../../http/routes.ts';
import { outcomesRoutes } from '../../http/routes/outcomes.ts';
import { recordingExportRoutes } from '../../http/routes/recordingExports.ts';
import { recordingRoutes } from '../../http/routes/recordings.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of outcomes and recordings. */
export function recordRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { authenticate, store, clock, ids, log, secrets, policies, audit, crm } = parts;
  const { admin } = common;
  const { directory } = crm;
  return [
    outcomesRoutes({
      ...admin,
      ...parts.coachingRead,
      callDays: parts.callDays,
      programStarts: parts.programStarts,
      proficiencyTotals: parts.proficiencyTotals,
      waitingTotals: parts.waitingTotals,
      worthTotals: parts.worthTotals,
      alertTotals: parts.alertTotals,
      trustTotals: parts.trustTotals,
      receipts: parts.receipts,
      coachingRules: crm.coachingRules,
      dealTotals: parts.dealTotals,
      callsBehind: parts.callsBehind,
      queues: parts.crm.queues,
      log,
      directory,
      policies,
    }),
    recordingRoutes({
      authenticate,
      recordings: { store, media: parts.media, policies, clock, ids },
      finished: {
        finishedCalls: parts.finishedCalls,
        policies,
        clock,
        isRepUnnotified: (orgId, rep) => isUnnotified(parts.notified, orgId, rep),
      },
      coachingRules: crm.coachingRules,
      debriefs: parts.debriefs,
      secrets,
      clock,
      ids,
    }),
    recordingExportRoutes({
      ...admin,
      secrets,
      exports: {
        store,
        clock,
        ids,
        media: parts.media,
        trail: audit.trail,
        recordedCalls: parts.recordedCalls,
      },
    }),
  ];
}
