import { requestNoticeAnnouncements } from './playAnnouncements.ts';
import type { Call, Intervention, Notice } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import type { Mode } from '../call/modes.ts';
import { isCovert } from '../supervision/covert.ts';

/** The rep is told of every mode, but not of covert listening. */
export function noticesFor(call: Call, intervention: Intervention, mode: Mode, now: string): CallEvent[] {
  if (isCovert(intervention)) return [];
  const given = call.notices.filter((n) => n.interventionId === intervention.interventionId).length;
  const reason = intervention.status === 'joining' ? undefined : intervention.reason;
  const told: Notice = {
    noticeId: `${intervention.interventionId}.${given + 1}`,
    interventionId: intervention.interventionId,
    supervisor: intervention.supervisor,
    mode,
    reasonCode: reason?.code,
    at: now,
  };
  return [{ type: 'NoticeGiven', notice: told, at: now }, ...requestNoticeAnnouncements(call, intervention, told, now)];
}
