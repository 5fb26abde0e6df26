import type { Announcement } from '../../domain/call/announcement.ts';
import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import { guestParticipant } from '../../domain/call/guest.ts';
import { endAnnouncement } from '../../domain/notices/playAnnouncements.ts';
import { CarrierProblem } from '../../ports/index.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { AppliedChange } from '../transact/changeCall.ts';
import { attemptAction } from './attempt.ts';
import type { CallDeps } from './callDeps.ts';
import { releaseIfDue } from './customerHold.ts';
import { ring } from './ring.ts';

/**
 * Carries out the events of a change at the carrier: rings dialed participants, then plays
 * announcements.
 */
export async function performEffects(
  deps: Omit<CallDeps, 'locks'>,
  { call, events }: Pick<AppliedChange, 'call' | 'events'>,
): Promise<void> {
  for (const event of events)
    if (event.type === 'ParticipantDialled') await ring(deps, call, event.party);
  if (events.some(({ type }) => type === 'AnnouncementRequested' || type === 'RepLossEnded'))
    await attemptAction(deps, call, {
      action: 'release customer',
      act: () => releaseIfDue(deps, call),
    });
  for (const event of events)
    if (event.type === 'AnnouncementRequested')
      await playAnnouncement(deps, call, event.announcement);
}

/**
 * An announcement that cannot be played counts as failed, so that no join or mode change waits for
 * its end.
 */
async function playAnnouncement(
  deps: Omit<CallDeps, 'locks'>,
  call: Call,
  { announcementId, to, guestId = '' }: Announcement,
): Promise<void> {
  const { callId, conferenceId } = call;
  const participant =
    to === 'everyone'
      ? undefined
      : to === 'guest'
        ? guestParticipant(call, guestId)
        : connectedParticipant(call, to);
  const isHeld =
    to === 'everyone'
      ? call.participants.some(({ status, onHold }) => status === 'connected' && onHold)
      : participant?.onHold !== false;
  try {
    if (!conferenceId || isHeld)
      throw new CarrierProblem(
        'refused',
        'somebody whom the announcement is for is on hold or gone',
      );
    await deps.control.announce(
      { conferenceId, connectionId: participant?.connectionId },
      { callId, announcementId },
    );
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn(
      { callId, announcementId, fault: problem.kind, code: problem.code },
      'announcement not played',
    );
    await applyEvents(deps, { callId }, (current, now) =>
      endAnnouncement(current, announcementId, { status: 'failed', now }),
    );
  }
}
