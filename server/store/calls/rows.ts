import type { Announcement } from '../../domain/notices/announcement.ts';
import type { SpokenLanguage } from '../../domain/notices/language.ts';
import type { HelpRequest, TextWhisper } from '../../domain/help/helpRequest.ts';
import type {
  Call,
  CallEndReason,
  Intervention,
  InterventionEndReason,
  ModeChange,
  Notice,
  Outcome,
  Participant,
  Party,
  PastRep,
  ConsentOnFile,
  PendingSwitch,
  RepOnCall,
  Recording,
  Transfer,
} from '../../domain/call/call.ts';
import type { Problem } from '../../domain/refusals.ts';
import type { Place } from '../../domain/consent/places.ts';
import type { Mode, RepAfterTakeover, AudibleTo } from '../../domain/call/modes.ts';
import type { Device } from '../../domain/people/people.ts';
import type { NoticeKind } from '../../domain/policy/policy.ts';
import type { OutcomeCode, ReasonCode } from '../../domain/supervision/reasons.ts';
import { unreachable } from '../../domain/unreachable.ts';

/** A time in a row: a Date from Prisma, a string from JSON. */
type Time = Date | string;
type Maybe<T> = T | null | undefined;

export interface CallRow {
  callId: string;
  orgId: string;
  status: string;
  direction: string;
  startedAt: Time;
  answeredAt?: Maybe<Time>;
  endedAt?: Maybe<Time>;
  endReason?: Maybe<string>;
  conferenceId?: Maybe<string>;
  repUserId: string;
  repName: string;
  repManagerIds: string[];
  repTimeZone?: Maybe<string>;
  repQueueIds: Maybe<string[]>;
  repGroupIds: Maybe<string[]>;
  repTerritoryIds: Maybe<string[]>;
  repSkills: Maybe<string[]>;
  customerName: string;
  customerPhone?: Maybe<string>;
  contactId?: Maybe<string>;
  accountId?: Maybe<string>;
  accountName?: Maybe<string>;
  opportunityId?: Maybe<string>;
  opportunityName?: Maybe<string>;
  stage?: Maybe<string>;
  amount?: Maybe<number>;
  help?: unknown;
  pastHelp?: unknown;
  textWhispers?: unknown;
  transfer?: unknown;
  pastReps?: unknown;
  announcements?: unknown;
  opensWithDisclosure: boolean;
  language?: Maybe<string>;
  languageChoice?: unknown;
  customerPlace?: unknown;
  repPlace?: unknown;
}

interface ParticipantRow {
  callId: string;
  position: number;
  role: string;
  interventionId?: Maybe<string>;
  colleagueUserId?: Maybe<string>;
  connectionId?: Maybe<string>;
  status: string;
  audibleTo: string;
  onHold: boolean;
  joinedAt?: Maybe<Time>;
  leftAt?: Maybe<Time>;
}

interface InterventionRow {
  interventionId: string;
  callId: string;
  position: number;
  status: string;
  supervisorUserId: string;
  supervisorName: string;
  supervisorRole: string;
  policyVersion: string;
  policyRule: string;
  noticeKinds: string[];
  device: string;
  consent?: unknown;
  isRecorded: boolean;
  requestedAt: Time;
  joinedAt?: Maybe<Time>;
  leftAt?: Maybe<Time>;
  endReason?: Maybe<string>;
  mode?: Maybe<string>;
  modeSince?: Maybe<Time>;
  modeHistory: unknown;
  pending?: unknown;
  problem?: unknown;
  leaving: boolean;
  whisperSkipped: boolean;
  repAfterTakeover?: Maybe<string>;
  reasonCode?: Maybe<string>;
  reasonNote?: Maybe<string>;
  outcomeStatus?: Maybe<string>;
  outcomeCode?: Maybe<string>;
  outcomeNote?: Maybe<string>;
  outcomeAt?: Maybe<Time>;
  coachingDueOn?: Maybe<string>;
  coachingNote?: Maybe<string>;
  floorRequestedAt?: Maybe<Time>;
}

interface NoticeRow {
  noticeId: string;
  callId: string;
  position: number;
  interventionId: string;
  supervisorUserId: string;
  supervisorName: string;
  supervisorRole: string;
  mode: string;
  reasonCode?: Maybe<string>;
  at: Time;
  acknowledgedAt?: Maybe<Time>;
}

interface RecordingRow {
  recordingId: string;
  callId: string;
  interventionId?: Maybe<string>;
  status: string;
  startedAt: Time;
  durationSeconds?: Maybe<number>;
}

export interface CallRows {
  call: CallRow;
  participants: ParticipantRow[];
  interventions: InterventionRow[];
  notices: NoticeRow[];
  recordings: RecordingRow[];
}

/** Converts a call to the rows of its tables. */
export function rowsOf(call: Call): CallRows {
  const { callId } = call;
  return {
    call: {
      callId,
      orgId: call.orgId,
      status: call.status,
      direction: call.direction,
      startedAt: call.startedAt,
      answeredAt: call.status === 'ringing' ? null : call.answeredAt,
      endedAt: call.status === 'ended' ? call.endedAt : null,
      endReason: call.status === 'ended' ? call.endReason : null,
      conferenceId: call.conferenceId,
      repUserId: call.rep.userId,
      repName: call.rep.name,
      repManagerIds: [...call.rep.managerIds],
      repTimeZone: call.rep.timeZone,
      repQueueIds: [...(call.rep.queueIds ?? [])],
      repGroupIds: [...(call.rep.groupIds ?? [])],
      repTerritoryIds: [...(call.rep.territoryIds ?? [])],
      repSkills: [...(call.rep.skills ?? [])],
      customerName: call.customer.name,
      customerPhone: call.customer.phone,
      contactId: call.customer.contactId,
      accountId: call.customer.accountId,
      accountName: call.customer.accountName,
      opportunityId: call.opportunity?.opportunityId,
      opportunityName: call.opportunity?.name,
      stage: call.opportunity?.stage,
      amount: call.opportunity?.amount,
      help: call.help,
      pastHelp: call.pastHelp,
      textWhispers: call.textWhispers,
      transfer: call.transfer,
      pastReps: call.pastReps,
      announcements: call.announcements,
      opensWithDisclosure: call.opensWithDisclosure,
      language: call.language?.code,
      languageChoice: call.language,
      customerPlace: call.customer.place,
      repPlace: call.rep.place,
    },
    participants: call.participants.map(({ party, ...participant }, position) => ({
      callId,
      position,
      role: party.role,
      interventionId: party.role === 'supervisor' ? party.interventionId : null,
      colleagueUserId: party.role === 'colleague' ? party.userId : null,
      connectionId: participant.connectionId,
      status: participant.status,
      audibleTo: participant.audibleTo,
      onHold: participant.onHold,
      joinedAt: participant.joinedAt,
      leftAt: participant.leftAt,
    })),
    interventions: call.interventions.map((intervention, position) =>
      interventionRow(callId, intervention, position),
    ),
    recordings: call.recordings.map(({ of, ...recording }) => ({
      ...recording,
      callId,
      interventionId: of.kind === 'supervisor' ? of.interventionId : null,
    })),
    notices: call.notices.map(({ supervisor, ...notice }, position) => ({
      noticeId: notice.noticeId,
      callId,
      position,
      interventionId: notice.interventionId,
      supervisorUserId: supervisor.userId,
      supervisorName: supervisor.name,
      supervisorRole: supervisor.role,
      mode: notice.mode,
      reasonCode: notice.reasonCode,
      at: notice.at,
      acknowledgedAt: notice.acknowledgedAt,
    })),
  };
}

// Every status sets every column: the upsert leaves out columns that are missing, which would keep
// old values.
function interventionRow(callId: string, i: Intervention, position: number): InterventionRow {
  const active = i.status === 'active' ? i : undefined;
  const ended = i.status === 'ended' ? i : undefined;
  const outcome = ended?.outcome.status === 'given' ? ended.outcome : undefined;
  const { joinedAt } = active ?? ended ?? {};
  const { reason } = i;
  return {
    interventionId: i.interventionId,
    callId,
    position,
    status: i.status,
    supervisorUserId: i.supervisor.userId,
    supervisorName: i.supervisor.name,
    supervisorRole: i.supervisor.role,
    policyVersion: i.policyVersion,
    policyRule: i.policyRule,
    noticeKinds: [...i.noticeKinds],
    device: i.device,
    consent: i.consent,
    isRecorded: i.isRecorded,
    requestedAt: i.requestedAt,
    modeHistory: i.modeHistory,
    whisperSkipped: i.whisperSkipped,
    joinedAt,
    reasonCode: reason?.code,
    reasonNote: reason?.note,
    mode: active?.mode,
    modeSince: active?.modeSince,
    pending: active?.pending,
    problem: active?.problem,
    leaving: active?.leaving === true,
    repAfterTakeover: active?.repAfterTakeover,
    floorRequestedAt: active?.floorRequestedAt,
    leftAt: ended?.leftAt,
    endReason: ended?.endReason,
    outcomeStatus: ended?.outcome.status,
    outcomeCode: outcome?.code,
    outcomeNote: outcome?.note,
    outcomeAt: outcome?.at,
    coachingDueOn: outcome?.coaching?.dueOn,
    coachingNote: outcome?.coaching?.note,
  };
}

/** Converts the rows of a call, in any order, to the call. */
export function callOf({
  call: row,
  participants,
  interventions,
  notices,
  recordings,
}: CallRows): Call {
  const facts = {
    orgId: row.orgId,
    callId: row.callId,
    direction: row.direction as Call['direction'],
    startedAt: iso(row.startedAt),
    conferenceId: row.conferenceId ?? undefined,
    rep: repOf(row),
    customer: withoutNulls({
      name: row.customerName,
      phone: row.customerPhone,
      contactId: row.contactId,
      accountId: row.accountId,
      accountName: row.accountName,
      place: row.customerPlace as Place | null,
    }),
    opportunity: row.opportunityId
      ? withoutNulls({
          opportunityId: row.opportunityId,
          name: row.opportunityName ?? '',
          stage: row.stage,
          amount: row.amount,
        })
      : undefined,
    ...(row.help != null && { help: row.help as HelpRequest }),
    ...(row.pastHelp != null && { pastHelp: row.pastHelp as HelpRequest[] }),
    ...(row.textWhispers != null && { textWhispers: row.textWhispers as TextWhisper[] }),
    announcements: (row.announcements as Announcement[] | null) ?? [],
    opensWithDisclosure: row.opensWithDisclosure,
    ...(row.languageChoice != null && { language: row.languageChoice as SpokenLanguage }),
    ...(row.transfer != null && { transfer: row.transfer as Transfer }),
    ...(row.pastReps != null && { pastReps: row.pastReps as PastRep[] }),
    participants: inOrder(participants).map(participantOf),
    interventions: inOrder(interventions).map(interventionOf),
    notices: inOrder(notices).map(noticeOf),
    recordings: recordings
      .map(recordingOf)
      .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)),
  };
  const answeredAt = row.answeredAt ? iso(row.answeredAt) : undefined;
  const status = row.status as Call['status'];
  switch (status) {
    case 'ringing':
      return { ...facts, status };
    case 'live':
      return { ...facts, status, answeredAt: answeredAt! };
    case 'ended':
      return {
        ...facts,
        status,
        answeredAt,
        endedAt: iso(row.endedAt!),
        endReason: row.endReason as CallEndReason,
      };
    default:
      return unreachable(status);
  }
}

export const repOf = (row: CallRow): RepOnCall =>
  withoutNulls({
    userId: row.repUserId,
    name: row.repName,
    managerIds: row.repManagerIds,
    timeZone: row.repTimeZone,
    place: row.repPlace as Place | null,
    queueIds: nonEmpty(row.repQueueIds),
    groupIds: nonEmpty(row.repGroupIds),
    territoryIds: nonEmpty(row.repTerritoryIds),
    skills: nonEmpty(row.repSkills),
  });

function participantOf(row: ParticipantRow): Participant {
  return withoutNulls({
    party: partyIn(row),
    connectionId: row.connectionId,
    status: row.status as Participant['status'],
    audibleTo: row.audibleTo as AudibleTo,
    onHold: row.onHold,
    joinedAt: row.joinedAt && iso(row.joinedAt),
    leftAt: row.leftAt && iso(row.leftAt),
  });
}

function partyIn({ role: storedRole, interventionId, colleagueUserId }: ParticipantRow): Party {
  const role = storedRole as Party['role'];
  switch (role) {
    case 'customer':
    case 'rep':
      return { role };
    case 'supervisor':
      return { role, interventionId: interventionId! };
    case 'colleague':
      return { role, userId: colleagueUserId! };
    default:
      return unreachable(role);
  }
}

function interventionOf(row: InterventionRow): Intervention {
  const facts = {
    interventionId: row.interventionId,
    supervisor: supervisorOf(row),
    policyVersion: row.policyVersion,
    policyRule: row.policyRule,
    noticeKinds: row.noticeKinds as NoticeKind[],
    device: row.device as Device,
    ...(row.consent != null && { consent: row.consent as ConsentOnFile }),
    isRecorded: row.isRecorded,
    requestedAt: iso(row.requestedAt),
    modeHistory: row.modeHistory as ModeChange[],
    whisperSkipped: row.whisperSkipped,
  };
  const reason = row.reasonCode
    ? withoutNulls({ code: row.reasonCode as ReasonCode, note: row.reasonNote })
    : undefined;
  const status = row.status as Intervention['status'];
  switch (status) {
    case 'joining':
      return { ...facts, status, ...(reason && { reason }) };
    case 'active':
      return {
        ...facts,
        status,
        joinedAt: iso(row.joinedAt!),
        mode: row.mode as Mode,
        modeSince: iso(row.modeSince!),
        reason,
        repAfterTakeover: (row.repAfterTakeover as RepAfterTakeover | null) ?? undefined,
        pending: (row.pending as PendingSwitch | null) ?? undefined,
        problem: (row.problem as Problem | null) ?? undefined,
        ...(row.leaving && { leaving: true as const }),
        ...(row.floorRequestedAt && { floorRequestedAt: iso(row.floorRequestedAt) }),
      };
    case 'ended':
      return {
        ...facts,
        status,
        joinedAt: row.joinedAt ? iso(row.joinedAt) : undefined,
        leftAt: iso(row.leftAt!),
        endReason: row.endReason as InterventionEndReason,
        reason,
        outcome: outcomeOf(row),
      };
    default:
      return unreachable(status);
  }
}

function outcomeOf(row: InterventionRow): Outcome {
  if (row.outcomeStatus !== 'given') return { status: row.outcomeStatus as 'due' | 'not_asked' };
  const coaching = row.coachingDueOn
    ? withoutNulls({ dueOn: row.coachingDueOn, note: row.coachingNote })
    : undefined;
  return withoutNulls({
    status: 'given' as const,
    code: row.outcomeCode as OutcomeCode,
    note: row.outcomeNote,
    at: iso(row.outcomeAt!),
    coaching,
  });
}

function recordingOf({
  recordingId,
  interventionId,
  status,
  startedAt,
  durationSeconds,
}: RecordingRow): Recording {
  return withoutNulls({
    recordingId,
    of: interventionId
      ? { kind: 'supervisor' as const, interventionId }
      : { kind: 'call' as const },
    status: status as Recording['status'],
    startedAt: iso(startedAt),
    durationSeconds,
  });
}

function noticeOf(row: NoticeRow): Notice {
  return withoutNulls({
    noticeId: row.noticeId,
    interventionId: row.interventionId,
    supervisor: supervisorOf(row),
    mode: row.mode as Mode,
    reasonCode: row.reasonCode as Maybe<ReasonCode>,
    at: iso(row.at),
    acknowledgedAt: row.acknowledgedAt && iso(row.acknowledgedAt),
  });
}

const supervisorOf = (row: {
  supervisorUserId: string;
  supervisorName: string;
  supervisorRole: string;
}) => ({
  userId: row.supervisorUserId,
  name: row.supervisorName,
  role: row.supervisorRole,
});

const inOrder = <T extends { position: number }>(rows: T[]): T[] =>
  [...rows].sort((a, b) => a.position - b.position);
const nonEmpty = (ids: Maybe<string[]>): string[] | undefined => (ids?.length ? ids : undefined);
const iso = (time: Time): string => new Date(time).toISOString();

type WithoutNulls<T> = {
  [K in keyof T]:
    | Exclude<T[K], null | undefined>
    | (null extends T[K] ? undefined : never)
    | (undefined extends T[K] ? undefined : never);
};

/** Drops the columns that are null, which the domain has as absent values. */
function withoutNulls<T extends object>(value: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== null && v !== undefined),
  ) as WithoutNulls<T>;
}
