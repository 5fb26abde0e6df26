import { isUnnotified } from '../../commands/people/employeeNotices.ts';
import type { RepOnCall } from '../../domain/call/call.ts';
import type { Routes } from '../../http/routes.ts';
import { calibrationRoutes } from '../../http/routes/calibrations.ts';
import { coachingRoutes as afterDebriefs } from '../../http/routes/coaching.ts';
import { courseRoutes } from '../../http/routes/courses.ts';
import { debriefRoutes } from '../../http/routes/debriefs.ts';
import { jointCallRoutes } from '../../http/routes/jointCalls.ts';
import type { WebParts } from '../webParts.ts';

/** The routes of what follows calls: debriefs and ratings, training, calibration, courses. */
export function coachingRoutes(parts: WebParts): readonly Routes[] {
  const { authenticate, crm, clock, ids, store, policies } = parts;
  const { directory } = crm;
  const common = { policies, store, clock, ids };
  const isRepUnnotified = (orgId: string, rep: RepOnCall) =>
    isUnnotified(parts.notified, orgId, rep);
  return [
    courseRoutes({ authenticate, courses: { ...parts.notified, ids } }),
    debriefRoutes({
      authenticate,
      debriefs: {
        ...common,
        debriefs: parts.debriefs,
        calendar: crm.calendar,
        notifications: crm.calendar,
        dueDebriefs: parts.dueDebriefs,
        directory,
        scorecards: parts.scorecards,
        coachingRules: crm.coachingRules,
        isRepUnnotified,
      },
      planning: {
        ...common,
        debriefs: parts.debriefs,
        finishedCalls: parts.finishedCalls,
        coachingRules: crm.coachingRules,
        isRepUnnotified,
      },
    }),
    jointCallRoutes({
      authenticate,
      joint: { ...common, jointCalls: parts.jointCalls, directory, roster: crm.roster },
    }),
    calibrationRoutes({
      authenticate,
      calibration: {
        ...common,
        calibrations: parts.calibrations,
        scorecards: parts.scorecards,
        isRepUnnotified,
      },
    }),
    afterDebriefs({
      authenticate,
      rating: { debriefs: parts.debriefs, store, clock, ids },
      training: { ...common, trainingSignals: parts.trainingSignals, directory },
      reading: { ...common, ...parts.coachingRead, callDays: parts.callDays, directory },
    }),
  ];
}
