import { JOIN, type Announcement, type AnnouncementKind } from './announcement.ts';
import type { Active, Call, Intervention } from './call.ts';
import type { CallEvent } from './events.ts';
import { VOICE, type Mode } from './modes.ts';
import type { NoticeKind } from './policy/policy.ts';
import { refusal } from './refusals.ts';

/**
 * Announce first: a supervisor neither hears nor is heard before those concerned were told, to the end of the announcement.
 * Nobody waits in vain: an announcement that fails, or whose end is never told, leaves the supervisor out, or silent.
 */

export type Played = Exclude<NoticeKind, 'banner'>;

export const played = (kinds: readonly NoticeKind[]): Played[] => kinds.flatMap((kind) => (kind === 'banner' ? [] : [kind]));

/** What has to be played to its end before this supervisor may be heard in this mode. */
export function announcedFirst(
  call: Call, { interventionId, mode: current }: Intervention & Active, mode: Mode,
  { byLaw, byRule }: { readonly byLaw: boolean; readonly byRule: readonly NoticeKind[] },
): Played[] {
  const toldOf = toldByNow(call, interventionId);
  const becomesHeard = VOICE[mode] === 'everyone' && VOICE[current] !== 'everyone';
  return [...new Set<Played>([...(byLaw && becomesHeard ? ['spoken_to_everyone' as const] : []), ...played(byRule).filter((kind) => !toldOf.includes(kind))])];
}

const toldByNow = (call: Call, interventionId: string): AnnouncementKind[] =>
  call.announcements.filter((one) => one.interventionId === interventionId && one.status === 'played').map(({ what }) => what);

/** Whether everybody was told of this supervisor before one of the switches. */
export const wasAnnouncedFirst = (call: Call, interventionId: string): boolean =>
  call.announcements.some((one) => one.interventionId === interventionId && one.before !== undefined && one.before !== JOIN && one.what === 'spoken_to_everyone' && one.status === 'played');

/** The announcements on whose end this supervisor's join, or the switch on its way, depends. */
export function holdingBack(call: Call, intervention: Intervention): readonly Announcement[] {
  const begins = intervention.status === 'joining' ? JOIN : intervention.status === 'active' ? intervention.pending?.requestId : undefined;
  return begins === undefined ? [] : call.announcements.filter(({ interventionId, before }) => interventionId === intervention.interventionId && before === begins);
}

/** What this supervisor waits for still. */
export const waitsFor = (call: Call, intervention: Intervention): Announcement | undefined =>
  holdingBack(call, intervention).find(({ status }) => status !== 'played');

/** Whether a switch that had to wait may go on now. */
export const mayGoOn = (call: Call, intervention: Intervention): boolean =>
  intervention.status === 'active' && holdingBack(call, intervention).length > 0 && waitsFor(call, intervention) === undefined;

/** Since when a switch has been under way at the carrier: not before its announcements were over. */
export const beganAt = (call: Call, intervention: Intervention & Active): string =>
  holdingBack(call, intervention).reduce((latest, { endedAt = latest }) => (endedAt > latest ? endedAt : latest), intervention.pending!.requestedAt);

/** What follows for those who waited for an announcement that was not played to its end. */
export function notAnnounced(call: Call, announcementId: string, now: string): CallEvent[] {
  const { code, message, hint } = refusal('announcement_failed');
  return call.interventions.flatMap((intervention): CallEvent[] => {
    const { interventionId } = intervention;
    if (!holdingBack(call, intervention).some((one) => one.announcementId === announcementId)) return [];
    if (intervention.status !== 'active') return [{ type: 'InterventionEnded', interventionId, endReason: 'announcement_failed', at: now }];
    return [{ type: 'ModeFailed', interventionId, mode: intervention.pending!.mode, problem: { code, message: `${message} ${hint}`, at: now }, at: now }];
  });
}
