import type {
  Active,
  Call,
  Intervention,
  Participant,
  Party,
} from '../../server/domain/call/call.ts';
import type { AudibleTo } from '../../server/domain/call/modes.ts';
import type { Person } from '../../server/domain/call/people.ts';
import { WITH_CUSTOMER } from '../../server/domain/call/purpose.ts';

export const ORG = '00DTEST00000000AAA';
export const START = '2026-11-02T17:00:00.000Z';

/** The time this many seconds after the start of the call. */
export const at = (seconds: number): string =>
  new Date(Date.parse(START) + seconds * 1000).toISOString();

export function person(facts: Partial<Person> = {}): Person {
  return {
    orgId: ORG,
    userId: 'maya',
    name: 'Maya Okafor',
    active: true,
    roles: ['supervisor'],
    permittedModes: ['monitor', 'whisper', 'barge', 'takeover'],
    seesAllCalls: false,
    phones: {},
    managerIds: ['dana'],
    timeZone: 'America/Los_Angeles',
    roleNames: [],
    queueIds: [],
    groupIds: [],
    territoryIds: [],
    skills: [],
    asOf: START,
    ...facts,
  };
}

export const qa = (facts: Partial<Person> = {}): Person =>
  person({
    userId: 'quinn',
    name: 'Quinn Ellis',
    roles: ['qa'],
    permittedModes: ['monitor', 'whisper'],
    seesAllCalls: true,
    ...facts,
  });

export const rep = (facts: Partial<Person> = {}): Person =>
  person({
    userId: 'ravi',
    name: 'Ravi Patel',
    roles: ['rep'],
    permittedModes: [],
    managerIds: ['maya', 'dana'],
    ...facts,
  });

export function participant(
  role: Party['role'],
  facts: Partial<Participant> = {},
  interventionId = 'i1',
): Participant {
  const party: Party =
    role === 'supervisor'
      ? { role, interventionId }
      : role === 'colleague'
        ? { role, userId: interventionId }
        : role === 'guest'
          ? { role, guestId: interventionId }
          : { role };
  return {
    party,
    connectionId: `CA-${role}`,
    status: 'connected',
    audibleTo: 'everyone',
    onHold: false,
    joinedAt: START,
    ...facts,
  };
}

type LiveCall = Extract<Call, { status: 'live' }>;

/** Ravi's live call with a customer; `facts` replace its fields. */
export function liveCall(facts: Partial<LiveCall> = {}): LiveCall {
  return {
    orgId: ORG,
    callId: 'c1',
    direction: 'outbound',
    purpose: WITH_CUSTOMER,
    status: 'live',
    startedAt: START,
    answeredAt: START,
    conferenceId: 'CF1',
    rep: { userId: 'ravi', name: 'Ravi Patel', managerIds: ['maya', 'dana'] },
    customer: { name: 'Priya Raman', phone: '+14155550142' },
    participants: [participant('customer'), participant('rep')],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: false,
    ...facts,
  };
}

export function ringingCall(facts: Partial<Call> = {}): Call {
  const { answeredAt: _answeredAt, ...call } = liveCall();
  return { ...call, participants: [], conferenceId: undefined, ...facts, status: 'ringing' };
}

export function active(facts: Partial<Intervention & Active> = {}): Intervention & Active {
  return {
    interventionId: 'i1',
    supervisor: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
    policyVersion: 'test',
    policyRule: 'supervisor-own-reports',
    noticeKinds: ['banner'],
    device: 'softphone',
    isRecorded: false,
    requestedAt: START,
    modeHistory: [{ mode: 'monitor', at: START }],
    whisperSkipped: false,
    status: 'active',
    joinedAt: START,
    mode: 'monitor',
    modeSince: START,
    ...facts,
  };
}

/** A live call with Maya's intervention; `audibleTo` is her participant's audience. */
export function supervisedCall(
  intervention: Partial<Intervention & Active> = {},
  audibleTo: AudibleTo = 'nobody',
  facts: Partial<LiveCall> = {},
): LiveCall {
  return liveCall({
    participants: [
      participant('customer'),
      participant('rep'),
      participant('supervisor', { audibleTo }),
    ],
    interventions: [active(intervention)],
    ...facts,
  });
}

/** A live call that its supervisor has left, and whether the outcome is due. */
export function callAfterIntervention(outcome: 'due' | 'not_asked'): LiveCall {
  const { status: _status, mode: _mode, modeSince: _since, ...facts } = active();
  return liveCall({
    interventions: [
      {
        ...facts,
        status: 'ended',
        leftAt: at(60),
        endReason: 'supervisor_left',
        outcome: { status: outcome },
      },
    ],
  });
}
