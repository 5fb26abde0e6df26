import type { Call, Intervention, Notice } from '../call/call.ts';
import { isCovert } from '../call/covert.ts';
import type { CallEvent } from '../call/events.ts';
import type { Mode } from '../call/modes.ts';
import { requestNoticeAnnouncements } from './playAnnouncements.ts';

/** The notice to the rep of a mode, with its announcements. None for covert monitoring. */
export function noticesFor(
  call: Call,
  intervention: Intervention,
  { mode, now }: { readonly mode: Mode; readonly now: string },
): CallEvent[] {
  if (isCovert(intervention)) return [];
  const given = call.notices.filter((n) => n.interventionId === intervention.interventionId).length;
  const reason = intervention.status === 'joining' ? undefined : intervention.reason;
  const notice: Notice = {
    noticeId: `${intervention.interventionId}.${given + 1}`,
    interventionId: intervention.interventionId,
    supervisor: intervention.supervisor,
    mode,
    reasonCode: reason?.code,
    at: now,
  };
  return [
    { type: 'NoticeGiven', notice, at: now },
    ...requestNoticeAnnouncements(call, intervention, { notice, now }),
  ];
}
