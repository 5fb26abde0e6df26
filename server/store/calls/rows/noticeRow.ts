import type { Notice } from '../../../domain/call/call.ts';
import type { Mode } from '../../../domain/call/modes.ts';
import { iso, withoutNulls, type Maybe, type Time } from './columns.ts';
import { supervisorOf } from './supervisorColumns.ts';

export interface NoticeRow {
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

/** The row of a notice. */
export const noticeRow = (
  callId: string,
  { supervisor, ...notice }: Notice,
  position: number,
): NoticeRow => ({
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
});

/** Builds a notice from its row. */
export function noticeOf(row: NoticeRow): Notice {
  return withoutNulls({
    noticeId: row.noticeId,
    interventionId: row.interventionId,
    supervisor: supervisorOf(row),
    mode: row.mode as Mode,
    reasonCode: row.reasonCode,
    at: iso(row.at),
    acknowledgedAt: row.acknowledgedAt && iso(row.acknowledgedAt),
  });
}
