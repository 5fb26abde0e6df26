import type { RepPages } from '../../commands/calls/repPages.ts';
import { lacksCourse } from '../../commands/people/courses.ts';
import { isUnnotified } from '../../commands/people/employeeNotices.ts';
import type { RepOnCall } from '../../domain/call/call.ts';
import type { Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import type { WebParts } from '../webParts.ts';
import type { Words } from '../words.ts';

/** The parts of the web role from which routes are made. */
export type AppParts = WebParts & {
  readonly words: Words;
  readonly repPages: Pick<RepPages, 'heartbeat'>;
};

export type CommonDeps = ReturnType<typeof commonDeps>;

/** The dependencies that routes of several groups share. */
export function commonDeps(parts: AppParts) {
  const { authenticate, store, clock, ids, log, leases, latency } = parts;
  return {
    admin: { authenticate, store, clock, ids },
    ...stepUpDeps(parts),
    calls: callDeps(parts),
    supervision: supervisionDeps(parts),
    admission: { store, leases, clock, latency, log },
  };
}

function stepUpDeps({ crm, stepUpRules, store, clock, ids, ...parts }: AppParts) {
  const common = { stepUpRules, directory: crm.directory, store, clock, ids };
  return {
    pin: { ...common, pins: parts.pins, pinHash: parts.pinHash },
    passkeys: {
      ...common,
      passkeys: parts.passkeys,
      ceremony: parts.ceremony,
      secrets: parts.secrets,
      proofs: parts.proofs,
    },
  };
}

function callDeps(parts: AppParts) {
  const { crm, config } = parts;
  return {
    ...parts.calls,
    customers: crm.customers,
    directory: crm.directory,
    consent: parts.consent,
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
    policies: parts.policies,
    reaches: parts.reaches,
    later: parts.later,
    openCalls: parts.openCalls,
  };
}

function supervisionDeps(parts: AppParts) {
  return {
    ...parts.calls,
    lacksCourse: (person: Person, mode: Mode) =>
      lacksCourse({ ...parts.notified, coachingRules: parts.crm.coachingRules }, person, { mode }),
    isRepUnnotified: (orgId: string, rep: RepOnCall) => isUnnotified(parts.notified, orgId, rep),
    policies: parts.policies,
    consent: parts.consent,
    proofs: parts.proofs,
    claims: {
      ofCall: parts.claims.ofCall,
      async giveBack(orgId: string, callId: string, userId: string) {
        const isGiven = await parts.claims.giveBack(orgId, callId, userId);
        if (isGiven) parts.words.words.onChanged({ orgId, callId });
        return isGiven;
      },
    },
    audioCheckRuns: parts.audioCheckRuns,
    latency: parts.latency,
    later: parts.later,
  };
}
