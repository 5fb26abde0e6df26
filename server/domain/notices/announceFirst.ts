import { BEFORE_JOIN, type Announcement, type AnnouncementKind } from './announcement.ts';
import type { Active, Call, Intervention } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { AUDIBLE_TO, type Mode } from '../call/modes.ts';
import type { NoticeKind } from '../policy/policy.ts';

/**
 * Announce first: a supervisor neither hears nor is heard before those concerned were told, to the end of the announcement.
 * Nobody waits in vain: an announcement that fails, or whose end is never told, leaves the supervisor out, or silent.
 */

export type AudibleNoticeKind = Exclude<NoticeKind, 'banner'>;

export const audibleKinds = (kinds: readonly NoticeKind[]): AudibleNoticeKind[] => kinds.flatMap((kind) => (kind === 'banner' ? [] : [kind]));

/** What has to be played to its end before this supervisor may be heard in this mode. */
export function announcementsNeededFirst(
  call: Call, { interventionId, mode: current }: Intervention & Active, mode: Mode,
  { byLaw, byRule }: { readonly byLaw: boolean; readonly byRule: readonly NoticeKind[] },
): AudibleNoticeKind[] {
  const toldOf = announcedKinds(call, interventionId);
  const becomesHeard = AUDIBLE_TO[mode] === 'everyone' && AUDIBLE_TO[current] !== 'everyone';
  return [...new Set<AudibleNoticeKind>([...(byLaw && becomesHeard ? ['spoken_to_everyone' as const] : []), ...audibleKinds(byRule).filter((kind) => !toldOf.includes(kind))])];
}

const announcedKinds = (call: Call, interventionId: string): AnnouncementKind[] =>
  call.announcements.filter((one) => one.interventionId === interventionId && one.status === 'played').map(({ kind: what }) => what);

/** Whether everybody was told of this supervisor before one of the switches. */
export const wasAnnouncedFirst = (call: Call, interventionId: string): boolean =>
  call.announcements.some((one) => one.interventionId === interventionId && one.before !== undefined && one.before !== BEFORE_JOIN && one.kind === 'spoken_to_everyone' && one.status === 'played');

/** The announcements on whose end this supervisor's join, or the switch on its way, depends. */
export function blockingAnnouncements(call: Call, intervention: Intervention): readonly Announcement[] {
  const begins = intervention.status === 'joining' ? BEFORE_JOIN : intervention.status === 'active' ? intervention.pending?.requestId : undefined;
  return begins === undefined ? [] : call.announcements.filter(({ interventionId, before }) => interventionId === intervention.interventionId && before === begins);
}

/** What this supervisor waits for still. */
export const awaitedAnnouncement = (call: Call, intervention: Intervention): Announcement | undefined =>
  blockingAnnouncements(call, intervention).find(({ status }) => status !== 'played');

/** Whether a switch that had to wait may go on now. */
export const maySwitchResume = (call: Call, intervention: Intervention): boolean =>
  intervention.status === 'active' && blockingAnnouncements(call, intervention).length > 0 && awaitedAnnouncement(call, intervention) === undefined;

/** Since when a switch has been under way at the carrier: not before its announcements were over. */
export const switchBeganAt = (call: Call, intervention: Intervention & Active): string =>
  blockingAnnouncements(call, intervention).reduce((latest, { endedAt = latest }) => (endedAt > latest ? endedAt : latest), intervention.pending!.requestedAt);

/** What follows for those who waited for an announcement that was not played to its end. */
export function announcementNotPlayed(call: Call, announcementId: string, now: string): CallEvent[] {
  return call.interventions.flatMap((intervention): CallEvent[] => {
    const { interventionId } = intervention;
    if (!blockingAnnouncements(call, intervention).some((one) => one.announcementId === announcementId)) return [];
    if (intervention.status !== 'active') return [{ type: 'InterventionEnded', interventionId, endReason: 'announcement_failed', at: now }];
    return [{ type: 'ModeFailed', interventionId, mode: intervention.pending!.mode, problem: { code: 'announcement_failed', at: now }, at: now }];
  });
}
