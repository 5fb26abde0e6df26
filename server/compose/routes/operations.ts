import { certificateUntil } from '../../configOrgs.ts';
import { readNeededPackage } from '../../crm/setup/packageVersions.ts';
import type { Routes } from '../../http/routes.ts';
import { audioCheckRoutes } from '../../http/routes/audioChecks.ts';
import { auditRoutes } from '../../http/routes/audit.ts';
import { deadLetterRoutes } from '../../http/routes/deadLetters.ts';
import { incidentRoutes } from '../../http/routes/incidents.ts';
import { latencyRoutes } from '../../http/routes/latency.ts';
import { peopleRoutes } from '../../http/routes/people.ts';
import { setupRoutes } from '../../http/routes/setup.ts';
import { outcomeDropOf } from '../../store/outcomes/outcomeDrop.ts';
import type { AppParts, CommonDeps } from './routeParts.ts';

/** The routes of operations: incidents, audit, audio checks, dead letters, latency, setup. */
export function operationsRoutes(parts: AppParts, common: CommonDeps): readonly Routes[] {
  const { store, clock, log, policies, latency, audit, config, crm } = parts;
  const { admin } = common;
  const { directory } = crm;
  return [
    incidentRoutes({ ...admin, calls: store, crossCheck: audit.crossCheck }),
    peopleRoutes({ ...admin, people: audit.people }),
    auditRoutes({
      ...admin,
      trail: audit.trail,
      evidence: audit.evidence,
      directory,
      calls: store,
      checkpointing: audit.checkpointing,
    }),
    audioCheckRoutes({ ...admin, audioCheck: parts.audioCheck }),
    deadLetterRoutes({ ...admin, calls: store, outbox: parts.outbox, crm: parts.crm }),
    latencyRoutes({ ...admin, store, latency, audioCheckRuns: parts.audioCheckRuns }),
    setupRoutes({
      ...admin,
      crmSetup: parts.crmSetup,
      callDays: parts.callDays,
      inboundNumbers: parts.carrier.inboundNumbers,
      inboundAddresses: {
        asks: `${config.PUBLIC_URL}/telephony/inbound`,
        tells: `${config.PUBLIC_URL}/telephony/participant`,
      },
      setup: {
        crmSetup: parts.crmSetup,
        crm: parts.crm,
        inboundNumbers: parts.carrier.inboundNumbers,
        inboundRules: parts.inboundRules,
        directory,
        ringGroups: parts.ringGroups,
        callbackTimes: parts.callbackTimes,
        relays: parts.relays,
        audioCheckRuns: parts.audioCheckRuns,
        policies,
        outbox: parts.outbox,
        crossCheck: audit.crossCheck,
        outcomeDrop: outcomeDropOf(config),
        surveys: parts.surveys,
        ratings: parts.ratings,
        scorecardStanding: parts.scorecards.standing,
        clock,
        log,
        publicUrl: config.PUBLIC_URL,
        neededPackage: readNeededPackage,
        certificateUntil: (orgId) => certificateUntil(config.orgs, orgId),
      },
    }),
  ];
}
