import type { Announcement } from '../call/announcement.ts';
import { participantByConnection, type Call } from '../call/call.ts';

/** The end of an announcement as the carrier reports it. */
export interface ReportedEnd {
  /** As the carrier repeats it; it need not be whole, or be there. */
  readonly announcementId?: string;
  /** The connection that it was played to; none when it was played to everyone. */
  readonly connectionId?: string;
  readonly status: 'played' | 'failed';
}

/**
 * The announcements that a report means: the one that it names, else the one that is outstanding.
 * When several are, nothing counts as played that somebody waits for, unless one supervisor alone
 * waits; and all of them count as failed.
 */
export function announcementsMeant(
  call: Call,
  { announcementId, connectionId, status }: ReportedEnd,
): readonly string[] {
  const named = call.announcements.find((one) => one.announcementId === announcementId);
  if (named) return [named.announcementId];
  const outstanding = outstandingTo(call, connectionId);
  if (status === 'failed') return idsOf(outstanding);
  const unawaited = outstanding.find(({ before }) => before === undefined);
  const waits = new Set(
    outstanding.map(({ interventionId, before }) => `${interventionId} ${before}`),
  );
  const meant = unawaited ?? (waits.size === 1 ? outstanding[0] : undefined);
  return meant ? [meant.announcementId] : [];
}

const idsOf = (announcements: readonly Announcement[]): readonly string[] =>
  announcements.map(({ announcementId }) => announcementId);

/**
 * Without a connection, the ones to everyone; if there are none, any, because the carrier's report
 * may be incomplete.
 */
function outstandingTo(call: Call, connectionId: string | undefined): readonly Announcement[] {
  const outstanding = call.announcements.filter(({ status }) => status === 'requested');
  const role =
    connectionId === undefined
      ? 'everyone'
      : participantByConnection(call, connectionId)?.party.role;
  const addressed = outstanding.filter(({ to }) => to === role);
  return addressed.length === 0 && connectionId === undefined ? outstanding : addressed;
}
