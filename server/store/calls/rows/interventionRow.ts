import type {
  ConsentOnFile,
  Intervention,
  InterventionEndReason,
  ModeChange,
  Outcome,
  PendingSwitch,
} from '../../../domain/call/call.ts';
import type { Mode, RepAfterTakeover } from '../../../domain/call/modes.ts';
import type { NoticeKind } from '../../../domain/call/noticeKinds.ts';
import type { Device } from '../../../domain/call/people.ts';
import type { OutcomeCode } from '../../../domain/call/reasons.ts';
import type { Problem, RefusalCode } from '../../../domain/call/refusals.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { iso, withoutNulls, type Maybe, type Time } from './columns.ts';
import { supervisorOf } from './supervisorColumns.ts';

export interface InterventionRow {
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
  endedBecause?: Maybe<string>;
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
  reasonPoint?: Maybe<string>;
  outcomeStatus?: Maybe<string>;
  outcomeCode?: Maybe<string>;
  outcomeNote?: Maybe<string>;
  outcomeTag?: Maybe<string>;
  outcomePraised?: Maybe<boolean>;
  outcomeAt?: Maybe<Time>;
  coachingDueOn?: Maybe<string>;
  coachingNote?: Maybe<string>;
  floorRequestedAt?: Maybe<Time>;
}

// The row must have every column in every status: the upsert does not write columns that are
// missing, so they would keep their old values.

/** The row of an intervention. */
export function interventionRow(
  callId: string,
  i: Intervention,
  position: number,
): InterventionRow {
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
    reasonPoint: reason?.point,
    mode: active?.mode,
    modeSince: active?.modeSince,
    pending: active?.pending,
    problem: active?.problem,
    leaving: active?.leaving === true,
    repAfterTakeover: active?.repAfterTakeover,
    floorRequestedAt: active?.floorRequestedAt,
    leftAt: ended?.leftAt,
    endReason: ended?.endReason,
    endedBecause: ended?.because,
    outcomeStatus: ended?.outcome.status,
    outcomeCode: outcome?.code,
    outcomeNote: outcome?.note,
    outcomeTag: outcome?.tag,
    outcomePraised: outcome?.praised,
    outcomeAt: outcome?.at,
    coachingDueOn: outcome?.coaching?.dueOn,
    coachingNote: outcome?.coaching?.note,
  };
}

/** Builds an intervention from its row. */
export function interventionOf(row: InterventionRow): Intervention {
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
    ? withoutNulls({ code: row.reasonCode, note: row.reasonNote, point: row.reasonPoint })
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
        ...(row.endedBecause && { because: row.endedBecause as RefusalCode }),
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
    tag: row.outcomeTag,
    praised: row.outcomePraised ? (true as const) : undefined,
    at: iso(row.outcomeAt!),
    coaching,
  });
}
