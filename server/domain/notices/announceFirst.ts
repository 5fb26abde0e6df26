import { BEFORE_JOIN, type Announcement, type AnnouncementKind } from '../call/announcement.ts';
import type { Active, Call, Intervention } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { AUDIBLE_TO, isWiderAudience, type Mode } from '../call/modes.ts';
import type { NoticeKind } from '../call/noticeKinds.ts';

/**
 * Announce first: a supervisor neither hears nor is heard before the announcement has been played
 * to its end. When it fails, or the carrier never reports its end, the join or mode change fails.
 */

export type AudibleNoticeKind = Exclude<NoticeKind, 'banner'>;

/** Those of the kinds that are heard. */
export const audibleKinds = (kinds: readonly NoticeKind[]): AudibleNoticeKind[] =>
  kinds.flatMap((kind) => (kind === 'banner' ? [] : [kind]));

/**
 * The announcements that must be played to their end before this supervisor may be heard in this
 * mode.
 */
export function announcementsNeededFirst(
  call: Call,
  { interventionId, mode: current }: Intervention & Active,
  {
    mode,
    byLaw,
    byRule,
  }: { readonly byLaw: boolean; readonly byRule: readonly NoticeKind[]; readonly mode: Mode },
): AudibleNoticeKind[] {
  const announcedKindsByNow = announcedKinds(call, interventionId);
  const becomesHeard = AUDIBLE_TO[mode] === 'everyone' && AUDIBLE_TO[current] !== 'everyone';
  return [
    ...new Set<AudibleNoticeKind>([
      ...(byLaw && becomesHeard ? ['spoken_to_everyone' as const] : []),
      ...audibleKinds(byRule).filter((kind) =>
        kind === 'tone'
          ? isWiderAudience(AUDIBLE_TO[mode], AUDIBLE_TO[current])
          : !announcedKindsByNow.includes(kind),
      ),
    ]),
  ];
}

const announcedKinds = (call: Call, interventionId: string): AnnouncementKind[] =>
  call.announcements
    .filter((one) => one.interventionId === interventionId && one.status === 'played')
    .map(({ kind: what }) => what);

/**
 * Whether the mode that has just begun is to begin with a tone: more people hear the supervisor
 * than before, or as many and the mode before had none; and none was played first.
 */
export function needsTone(call: Call, { interventionId, modeHistory }: Intervention): boolean {
  const [before, now] = modeHistory.slice(-2);
  if (!before || !now) return false;
  const tones = call.announcements.filter(
    (one) =>
      one.kind === 'tone' && one.interventionId === interventionId && one.requestedAt >= before.at,
  );
  const [was, is] = [AUDIBLE_TO[before.mode], AUDIBLE_TO[now.mode]];
  if (isWiderAudience(is, was))
    return !tones.some((one) => one.before !== undefined && one.before !== BEFORE_JOIN);
  return is === was && is !== 'nobody' && tones.length === 0;
}

/** Whether this supervisor was announced to everyone before a mode change. */
export const wasAnnouncedFirst = (call: Call, interventionId: string): boolean =>
  call.announcements.some(
    (one) =>
      one.interventionId === interventionId &&
      one.before !== undefined &&
      one.before !== BEFORE_JOIN &&
      one.kind === 'spoken_to_everyone' &&
      one.status === 'played',
  );

/** The announcements for whose end this supervisor's join, or pending mode change, waits. */
function blockingAnnouncements(call: Call, intervention: Intervention): readonly Announcement[] {
  const begins =
    intervention.status === 'joining'
      ? BEFORE_JOIN
      : intervention.status === 'active'
        ? intervention.pending?.requestId
        : undefined;
  return begins === undefined
    ? []
    : call.announcements.filter(
        ({ interventionId, before }) =>
          interventionId === intervention.interventionId && before === begins,
      );
}

/** The first announcement for which this supervisor still waits. */
export const awaitedAnnouncement = (
  call: Call,
  intervention: Intervention,
): Announcement | undefined =>
  blockingAnnouncements(call, intervention).find(({ status }) => status !== 'played');

/** Whether a mode change that waited for announcements can continue. */
export const maySwitchResume = (call: Call, intervention: Intervention): boolean =>
  intervention.status === 'active' &&
  blockingAnnouncements(call, intervention).length > 0 &&
  awaitedAnnouncement(call, intervention) === undefined;

/**
 * When the steps of the pending mode change could begin: when it was requested, or when its last
 * announcement ended.
 */
export const switchBeganAt = (call: Call, intervention: Intervention & Active): string =>
  blockingAnnouncements(call, intervention).reduce(
    (latest, { endedAt = latest }) => (endedAt > latest ? endedAt : latest),
    intervention.pending!.requestedAt,
  );

/** The failed joins and mode changes of an announcement that was not played to its end. */
export function announcementNotPlayed(
  call: Call,
  announcementId: string,
  now: string,
): CallEvent[] {
  return call.interventions.flatMap((intervention): CallEvent[] => {
    const { interventionId } = intervention;
    if (
      !blockingAnnouncements(call, intervention).some(
        (one) => one.announcementId === announcementId,
      )
    )
      return [];
    if (intervention.status !== 'active')
      return [
        { type: 'InterventionEnded', interventionId, endReason: 'announcement_failed', at: now },
      ];
    return [
      {
        type: 'ModeFailed',
        interventionId,
        mode: intervention.pending!.mode,
        problem: { code: 'announcement_failed', at: now },
        at: now,
      },
    ];
  });
}
