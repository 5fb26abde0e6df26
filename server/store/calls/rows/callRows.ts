import type { Call, CallEndReason } from '../../../domain/call/call.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { callFacts, callRow, type CallRow } from './callRow.ts';
import { inOrder, iso } from './columns.ts';
import { interventionOf, interventionRow, type InterventionRow } from './interventionRow.ts';
import { noticeOf, noticeRow, type NoticeRow } from './noticeRow.ts';
import { participantOf, participantRow, type ParticipantRow } from './participantRow.ts';
import { recordingOf, recordingRow, type RecordingRow } from './recordingRow.ts';

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
    call: callRow(call),
    participants: call.participants.map((one, position) => participantRow(callId, one, position)),
    interventions: call.interventions.map((one, position) =>
      interventionRow(callId, one, position),
    ),
    recordings: call.recordings.map((one) => recordingRow(callId, one)),
    notices: call.notices.map((one, position) => noticeRow(callId, one, position)),
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
    ...callFacts(row),
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
