import type { Routes } from '../../http/routes.ts';
import { telephonyRoutes } from '../../http/routes/telephony.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes that the carrier calls: requests for instructions, and reports. */
export function carrierRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { store, clock, ids, log, audit, webhooks } = parts;
  const { calls, admission } = common;
  return [
    telephonyRoutes({
      webhooks,
      facts: parts.calls,
      hear: parts.words.hear,
      storeReports: audit.storeReports,
      store,
      clock,
      ids,
      instructions: {
        webhooks,
        admission,
        inbound: {
          ...calls,
          inboundRules: parts.inboundRules,
          ringGroups: parts.ringGroups,
          activities: parts.activities,
        },
        practice: parts.calls,
        orgOfNumber: parts.carrier.orgOfNumber,
        speech: parts.speech,
        keyedRatings: parts.keyedRatings,
        store,
        clock,
        ids,
        log,
      },
    }),
  ];
}
