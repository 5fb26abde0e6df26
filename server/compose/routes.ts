import type { RepPages } from '../commands/calls/repPages.ts';
import { lacksCourse } from '../commands/people/courses.ts';
import { isUnnotified } from '../commands/people/employeeNotices.ts';
import { certificateUntil } from '../configOrgs.ts';
import type { RepOnCall } from '../domain/call/call.ts';
import type { Mode } from '../domain/call/modes.ts';
import type { Person } from '../domain/call/people.ts';
import { passkeyPage } from '../http/pages/passkeyPage.ts';
import { softphonePage } from '../http/pages/softphonePage.ts';
import type { Routes } from '../http/routes.ts';
import { audioCheckRoutes } from '../http/routes/audioChecks.ts';
import { auditRoutes } from '../http/routes/audit.ts';
import { callRoutes } from '../http/routes/calls.ts';
import { deadLetterRoutes } from '../http/routes/deadLetters.ts';
import { dialingRoutes } from '../http/routes/dialing.ts';
import { employeeNoticeRoutes } from '../http/routes/employeeNotices.ts';
import { healthRoutes } from '../http/routes/health.ts';
import { helpRoutes } from '../http/routes/help.ts';
import { incidentRoutes } from '../http/routes/incidents.ts';
import { interventionRoutes } from '../http/routes/interventions.ts';
import { latencyRoutes } from '../http/routes/latency.ts';
import { liveRoutes } from '../http/routes/live.ts';
import { meRoutes } from '../http/routes/me.ts';
import { messageRoutes } from '../http/routes/messages.ts';
import { outcomesRoutes } from '../http/routes/outcomes.ts';
import { peopleRoutes } from '../http/routes/people.ts';
import { permissionRoutes } from '../http/routes/permissions.ts';
import { policyRoutes } from '../http/routes/policy.ts';
import { practiceRoutes } from '../http/routes/practice.ts';
import { presenceRoutes } from '../http/routes/presence.ts';
import { reachRoutes } from '../http/routes/reach.ts';
import { recordingExportRoutes } from '../http/routes/recordingExports.ts';
import { recordingRoutes } from '../http/routes/recordings.ts';
import { setupRoutes } from '../http/routes/setup.ts';
import { simulationRoutes } from '../http/routes/simulations.ts';
import { stepUpRoutes } from '../http/routes/stepUp.ts';
import { telephonyRoutes } from '../http/routes/telephony.ts';
import { transferRoutes } from '../http/routes/transfers.ts';
import { wrapUpRoutes } from '../http/routes/wrapUps.ts';
import { outcomeDropOf } from '../store/outcomes/outcomeDrop.ts';
import { SERVER_VERSION } from '../version.ts';
import { coachingRoutes } from './coachingRoutes.ts';
import type { WebParts } from './webParts.ts';
import type { Words } from './words.ts';
import { wordsRoutes } from './wordsRoutes.ts';

/** Every route of the server, each with the few things it needs. */
export function allRoutes(
  parts: WebParts & { readonly words: Words; readonly repPages: Pick<RepPages, 'heartbeat'> },
): readonly Routes[] {
  const {
    authenticate,
    viewing,
    store,
    clock,
    ids,
    log,
    secrets,
    policies,
    policyHistory,
    latency,
    audit,
    webhooks,
    crm,
    config,
    consent,
  } = parts;
  const { directory, customers, roster } = crm;
  const admin = { authenticate, store, clock, ids };
  const pin = {
    pins: parts.pins,
    pinHash: parts.pinHash,
    stepUpRules: parts.stepUpRules,
    directory,
    store,
    clock,
    ids,
  };
  const passkeys = {
    passkeys: parts.passkeys,
    ceremony: parts.ceremony,
    secrets,
    proofs: parts.proofs,
    stepUpRules: parts.stepUpRules,
    directory,
    store,
    clock,
    ids,
  };
  const calls = {
    ...parts.calls,
    customers,
    directory,
    consent,
    speech: parts.speech,
    dialing: parts.dialing,
    dials: parts.dials,
    callerIds: parts.callerIds,
    numbers: parts.carrier.ownNumbers,
    recordsCalls: config.RECORD_CALLS === 'on',
    coachingRules: crm.coachingRules,
    customerChoices: parts.customerChoices,
    transcribesCalls: async (orgId: string) =>
      (await parts.wordsSettings.of(orgId)).transcribesCalls,
    policies,
    reaches: parts.reaches,
    later: parts.later,
  };
  const supervision = {
    ...parts.calls,
    lacksCourse: (person: Person, mode: Mode) =>
      lacksCourse({ ...parts.notified, coachingRules: crm.coachingRules }, person, { mode }),
    isRepUnnotified: (orgId: string, rep: RepOnCall) => isUnnotified(parts.notified, orgId, rep),
    policies,
    consent,
    proofs: parts.proofs,
    audioCheckRuns: parts.audioCheckRuns,
    latency,
    later: parts.later,
  };
  const admission = { store, leases: parts.leases, clock, latency, log };

  return [
    // First what is asked most often: a request is compared with the routes in this order.
    telephonyRoutes({
      webhooks,
      facts: parts.calls,
      hear: parts.words.hear,
      keepReports: audit.keepReports,
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
    healthRoutes({ isReady: () => store.isReady() }),
    meRoutes({
      authenticate,
      directory,
      policies,
      softphoneTokens: parts.softphoneTokens,
      relays: parts.relays,
      shortcuts: parts.shortcuts,
      coachingRules: crm.coachingRules,
    }),
    callRoutes({
      authenticate,
      viewing,
      store,
      repCommands: calls,
      disclosure: calls,
      recording: calls,
      supervision,
      interventionKeys: parts.interventionKeys,
      pin,
      reach: calls,
    }),
    messageRoutes({ authenticate, viewing, messages: calls }),
    reachRoutes({ authenticate, viewing, reach: calls, changes: calls }),
    dialingRoutes({ authenticate, dialing: calls }),
    transferRoutes({
      authenticate,
      viewing,
      directory,
      transfers: {
        ...calls,
        inboundRules: parts.inboundRules,
        ringGroups: parts.ringGroups,
        activities: parts.activities,
      },
      guests: calls,
    }),
    wrapUpRoutes({
      authenticate,
      wrapUps: { ...calls, callLogging: crm.callLogging },
    }),
    employeeNoticeRoutes({ authenticate, employeeNotices: { ...parts.notified, ids } }),
    ...coachingRoutes(parts),
    practiceRoutes({
      authenticate,
      viewing,
      store,
      practice: calls,
      calibrations: parts.calibrations,
    }),
    presenceRoutes({
      authenticate,
      directory,
      ringGroups: parts.ringGroups,
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
    incidentRoutes({ ...admin, crossCheck: audit.crossCheck }),
    peopleRoutes({ ...admin, people: audit.people }),
    auditRoutes({
      ...admin,
      trail: audit.trail,
      evidence: audit.evidence,
      directory,
      checkpointing: audit.checkpointing,
    }),
    audioCheckRoutes({ ...admin, audioCheck: parts.audioCheck }),
    deadLetterRoutes({ ...admin, outbox: parts.outbox, crm: parts.crm }),
    latencyRoutes({ ...admin, store, latency }),
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
        callbackTimes: parts.callbackTimes,
        relays: parts.relays,
        audioCheckRuns: parts.audioCheckRuns,
        policies,
        outbox: parts.outbox,
        crossCheck: audit.crossCheck,
        outcomeDrop: outcomeDropOf(config),
        surveys: parts.surveys,
        ratings: parts.ratings,
        clock,
        log,
        publicUrl: config.PUBLIC_URL,
        serverVersion: SERVER_VERSION,
        certificateUntil: (orgId) => certificateUntil(config.orgs, orgId),
      },
    }),
    outcomesRoutes({
      ...admin,
      ...parts.coachingRead,
      callDays: parts.callDays,
      proficiencyTotals: parts.proficiencyTotals,
      waitingTotals: parts.waitingTotals,
      worthTotals: parts.worthTotals,
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
      finished: { finishedCalls: parts.finishedCalls, policies, clock },
      coachingRules: crm.coachingRules,
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
    policyRoutes({
      ...admin,
      store,
      policyKeeper: policies,
      policyHistory,
      directory,
      consent,
      dialing: parts.dialing,
      callerIds: parts.callerIds,
      numbers: parts.carrier.ownNumbers,
      viewing,
      policyText: {
        policies,
        acknowledgements: parts.notified.acknowledgements,
        clock,
        ids,
      },
    }),
    permissionRoutes({ ...admin, store, directory, roster }),
    simulationRoutes({
      ...admin,
      policyKeeper: policies,
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
    ...wordsRoutes(parts),
    softphonePage(parts.softphone),
    passkeyPage(parts.softphone),
  ];
}
