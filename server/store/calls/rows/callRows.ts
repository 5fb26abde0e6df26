import type { Call, CallEndReason } from '../../../domain/call/call.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { callFacts, type CallRow } from './callRow.ts';
import { inOrder, iso } from './columns.ts';
import { interventionOf, type InterventionRow } from './interventionRow.ts';
import { noticeOf, type NoticeRow } from './noticeRow.ts';
import { participantOf, type ParticipantRow } from './participantRow.ts';
import { recordingOf, type RecordingRow } from './recordingRow.ts';

export interface CallRows {
  call: CallRow;
  participants: ParticipantRow[];
  interventions: InterventionRow[];
  notices: NoticeRow[];
  recordings: RecordingRow[];
}

/** Builds a call from its rows, which can be in any order. */
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
