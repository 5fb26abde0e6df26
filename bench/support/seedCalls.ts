import { randomUUID } from 'node:crypto';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { CarrierReport } from '../../server/domain/audit/carrierCrossCheck.ts';
import { auditEvents } from '../../server/domain/audit/entries.ts';
import type { Call, Intervention, Participant, Party } from '../../server/domain/call/call.ts';
import type { CallEvent } from '../../server/domain/call/events.ts';
import { WITH_CUSTOMER } from '../../server/domain/call/purpose.ts';
import { createAuditTrail } from '../../server/store/audit/auditTrail.ts';
import { createCarrierCrossCheck } from '../../server/store/audit/carrierCrossCheck.ts';
import { createPostgresStore } from '../../server/store/calls/postgresStore.ts';
import {
  callIdOf,
  conferenceIdOf,
  customerConnection,
  interventionIdOf,
  repConnection,
  repOf,
  supervisorConnection,
  supervisorOn,
  teamOf,
  type Staff,
} from './floor.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const AT_ONCE = 12;
/** So long nothing has happened on these calls. */
const LIVE_FOR_MS = 3_600_000;

/**
 * Writes this many live calls through the store, with the audit entries of their participants, and
 * what the carrier reported of them: nothing contradicts.
 */
export async function seedCalls(databaseUrl: string, calls: number, staff: Staff): Promise<void> {
  const store = createPostgresStore(databaseUrl, SILENT, { queryTimeoutMs: 60_000 });
  const crossCheck = createCarrierCrossCheck(store.pool);
  const since = Date.now() - LIVE_FOR_MS;
  const reports: CarrierReport[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < calls) {
        const at = new Date(since + (next % 60_000)).toISOString();
        const call = liveCall(next++, at, staff);
        const events = eventsOf(call, at);
        const audit = auditEvents(call, events, {
          actor: { kind: 'carrier' },
          nextId: randomUUID,
        });
        await store.createCall(call, audit, []);
        reports.push(...reportsOf(call, at));
      }
    }),
  );
  for (let from = 0; from < reports.length; from += 1_000)
    await crossCheck.storeReports(reports.slice(from, from + 1_000), LOCAL_ORG_ID);
  const [head] = await createAuditTrail(store.pool).heads();
  const newest = await crossCheck.newestReports();
  if (head)
    await crossCheck.advance(LOCAL_ORG_ID, {
      position: head.position,
      reportId: newest.get(LOCAL_ORG_ID) ?? 0,
    });
  await store.close();
}

function liveCall(call: number, at: string, { supervisors, reps }: Staff): Call {
  const team = supervisors[teamOf(call)]!;
  const place = supervisorOn(call);
  const interventionId = interventionIdOf(call);
  const there = (party: Party, connectionId: string): Participant => ({
    party,
    connectionId,
    status: 'connected',
    audibleTo: party.role === 'supervisor' ? 'nobody' : 'everyone',
    onHold: false,
    joinedAt: at,
  });
  return {
    orgId: LOCAL_ORG_ID,
    callId: callIdOf(call),
    status: 'live',
    direction: 'outbound',
    purpose: WITH_CUSTOMER,
    startedAt: at,
    answeredAt: at,
    rep: {
      userId: reps[repOf(call)]!,
      name: `Rep ${repOf(call)}`,
      managerIds: [...team],
      timeZone: 'America/Los_Angeles',
    },
    customer: {
      name: `Customer ${call}`,
      phone: `+1415555${String(call % 10_000).padStart(4, '0')}`,
      accountName: `Account ${call}`,
    },
    opportunity: {
      opportunityId: `006Flr${String(call).padStart(9, '0')}AAA`,
      name: `Deal ${call}`,
      stage: 'Negotiation',
      amount: 10_000 + call,
    },
    conferenceId: conferenceIdOf(call),
    participants: [
      there({ role: 'customer' }, customerConnection(call)),
      there({ role: 'rep' }, repConnection(call)),
      ...(place === undefined
        ? []
        : [there({ role: 'supervisor', interventionId }, supervisorConnection(call))]),
    ],
    interventions: place === undefined ? [] : [monitoring(interventionId, team[place]!, at)],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: false,
  };
}

const monitoring = (interventionId: string, userId: string, at: string): Intervention => ({
  interventionId,
  supervisor: { userId, name: `Supervisor ${interventionId}`, role: 'supervisor' },
  policyVersion: 'bench',
  policyRule: 'Managers_Own_Reports',
  noticeKinds: ['banner'],
  device: 'softphone',
  isRecorded: false,
  requestedAt: at,
  modeHistory: [{ mode: 'monitor', at }],
  whisperSkipped: false,
  status: 'active',
  joinedAt: at,
  mode: 'monitor',
  modeSince: at,
});

function eventsOf(call: Call, at: string): CallEvent[] {
  return [
    { type: 'CallPlaced', call, at },
    { type: 'ConferenceStarted', conferenceId: call.conferenceId!, at },
    ...call.interventions.map((intervention): CallEvent => ({
      type: 'InterventionRequested',
      intervention,
      at,
    })),
    ...call.participants.map(({ party, connectionId, audibleTo, onHold }): CallEvent => ({
      type: 'ParticipantJoined',
      party,
      connectionId: connectionId!,
      audibleTo,
      onHold,
      at,
    })),
    { type: 'CallAnswered', at },
    ...call.interventions.map(({ interventionId }): CallEvent => ({
      type: 'SupervisorJoined',
      interventionId,
      at,
    })),
  ];
}

const reportsOf = ({ callId, conferenceId, participants }: Call, at: string): CarrierReport[] =>
  participants.map(({ party, connectionId, audibleTo }, i) => ({
    key: `callback:${conferenceId}:${i + 1}:participant-join`,
    callId,
    conferenceId: conferenceId!,
    connectionId,
    party,
    event: 'participant-join',
    source: 'callback',
    at,
    audibleTo,
    form: { CallSid: connectionId! },
  }));
