import { passkeyPage } from '../http/pages/passkeyPage.ts';
import { softphonePage } from '../http/pages/softphonePage.ts';
import type { Routes } from '../http/routes.ts';
import { employeeNoticeRoutes } from '../http/routes/employeeNotices.ts';
import { healthRoutes } from '../http/routes/health.ts';
import { meRoutes } from '../http/routes/me.ts';
import { repCallRoutes } from './routes/calls.ts';
import { carrierRoutes } from './routes/carrier.ts';
import { coachingRoutes } from './routes/coaching.ts';
import { operationsRoutes } from './routes/operations.ts';
import { recordRoutes } from './routes/records.ts';
import { commonDeps, type AppParts } from './routes/routeParts.ts';
import { ruleRoutes } from './routes/rules.ts';
import { supervisionRoutes } from './routes/supervision.ts';
import { teamRoutes } from './routes/team.ts';
import { wordsRoutes } from './routes/words.ts';

/** Every route of the server, each with its dependencies. */
export function allRoutes(parts: AppParts): readonly Routes[] {
  const common = commonDeps(parts);
  const { authenticate, store, crm, policies } = parts;
  return [
    // Requests are matched in this order, so the most frequent routes come first.
    ...carrierRoutes(parts, common),
    ...supervisionRoutes(parts, common),
    healthRoutes({ isReady: () => store.isReady() }),
    meRoutes({
      authenticate,
      directory: crm.directory,
      policies,
      softphoneTokens: parts.softphoneTokens,
      relays: parts.relays,
      shortcuts: parts.shortcuts,
      coachingRules: crm.coachingRules,
    }),
    ...repCallRoutes(parts, common),
    employeeNoticeRoutes({ authenticate, employeeNotices: { ...parts.notified, ids: parts.ids } }),
    ...coachingRoutes(parts),
    ...teamRoutes(parts, common),
    ...operationsRoutes(parts, common),
    ...recordRoutes(parts, common),
    ...ruleRoutes(parts, common),
    ...wordsRoutes(parts),
    softphonePage(parts.softphone),
    passkeyPage(parts.softphone),
  ];
}
