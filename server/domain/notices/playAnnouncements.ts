import { BEFORE_JOIN, type Announcement, type AnnouncementKind } from '../call/announcement.ts';
import {
  connectedParticipant,
  interventionOf,
  type Active,
  type Call,
  type Intervention,
  type Notice,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { currentGuests, guestOf } from '../call/guest.ts';
import type { Language } from '../call/language.ts';
import { isHeardByCustomer, isHeardByRepOnly, type Mode } from '../call/modes.ts';
import { practiceWhisper } from '../practice/whisper.ts';
import { TEXTS } from '../texts/texts.ts';
import {
  announcementNotPlayed,
  audibleKinds,
  needsTone,
  wasAnnouncedFirst,
  type AudibleNoticeKind,
} from './announceFirst.ts';
import { withNames, type OrgWording, type Phrase } from './phrases.ts';

/** Who hears each kind of announcement, and whether it is a tone or has words. */
const ANNOUNCEMENTS: Record<
  AnnouncementKind,
  { readonly to: Announcement['to']; readonly sound: 'tone' | 'words' }
> = {
  disclosure: { to: 'customer', sound: 'words' },
  one_moment: { to: 'customer', sound: 'words' },
  practice_whisper: { to: 'rep', sound: 'words' },
  tone: { to: 'everyone', sound: 'tone' },
  spoken_to_rep: { to: 'rep', sound: 'words' },
  spoken_to_everyone: { to: 'everyone', sound: 'words' },
};

/**
 * The text of an announcement: the one that was kept, the org's own, or the default. Undefined for a
 * tone.
 */
export function announcementText(
  announcement: Omit<Announcement, 'status' | 'requestedAt'>,
  call: Call,
  own: readonly OrgWording[] = [],
): string | undefined {
  const { kind, language, noticeId, interventionId = '' } = announcement;
  if (ANNOUNCEMENTS[kind].sound === 'tone') return undefined;
  if (announcement.words !== undefined) return announcement.words;
  if (kind === 'practice_whisper') return practiceWhisper(announcement, call);
  const subject =
    interventionOf(call, interventionId) ?? call.notices.find((one) => one.noticeId === noticeId);
  const words =
    own.find((one) => one.kind === kind && one.language === language)?.text ??
    TEXTS[language].announcements[phraseOf(announcement, call)];
  return withNames(words, { supervisor: subject?.supervisor.name ?? '', rep: call.rep.name });
}

function phraseOf(
  { kind, before }: Pick<Announcement, 'kind' | 'before'>,
  { records, transcribes }: Call,
): Phrase {
  if (kind === 'disclosure') {
    if (transcribes)
      return records ? 'disclosure_recorded_and_transcribed' : 'disclosure_transcribed';
    return records ? 'disclosure_recorded' : 'disclosure';
  }
  if (kind === 'one_moment') return kind;
  if (before === undefined) return 'joined';
  return before === BEFORE_JOIN ? 'about_to_listen' : 'about_to_speak';
}

const requested = (
  announcement: Omit<Announcement, 'status' | 'requestedAt'>,
  now: string,
): CallEvent => ({
  type: 'AnnouncementRequested',
  announcement: { ...announcement, status: 'requested', requestedAt: now },
  at: now,
});

/**
 * An announcement of this kind, to those who hear the kind and in their language. Its words are kept
 * where the org's own are given.
 */
export function requestAnnouncement(
  call: Call,
  one: Pick<Announcement, 'kind' | 'announcementId'>,
  { now, own }: { readonly now: string; readonly own?: readonly OrgWording[] },
): CallEvent {
  const announcement = { ...one, ...addressing(one.kind, call) };
  const words = own && announcementText(announcement, call, own);
  return requested({ ...announcement, ...(words !== undefined && { words }) }, now);
}

/** Requests the disclosure to the customer, unless one is playing or has been played. */
export function requestDisclosure(call: Call, now: string): CallEvent[] {
  const before = call.announcements.filter(({ kind }) => kind === 'disclosure');
  if (before.some(({ status }) => status !== 'failed')) return [];
  return [
    requested(
      {
        announcementId: `${call.callId}.disclosure.${before.length + 1}`,
        kind: 'disclosure',
        ...addressing('disclosure', call),
        ...(currentGuests(call).length > 0 && { to: 'everyone' }),
      },
      now,
    ),
  ];
}

/**
 * Plays the opening disclosure to a guest at an outside number. If it was not played yet and the
 * law at the guest's place requires it, it is played to everybody except a customer on hold.
 */
export function requestGuestDisclosure(call: Call, guestId: string, now: string): CallEvent[] {
  const guest = guestOf(call, guestId);
  if (guest?.who.kind !== 'number') return [];
  const before = call.announcements.filter(({ kind }) => kind === 'disclosure');
  if (before.length === 0 && !call.opensWithDisclosure && !guest.mustHearDisclosure) return [];
  const isCustomerTold =
    before.some(({ status }) => status === 'played') ||
    connectedParticipant(call, 'customer')?.onHold !== false;
  const { language } = addressing('disclosure', call);
  return [
    requested(
      {
        announcementId: `${call.callId}.disclosure.${before.length + 1}`,
        kind: 'disclosure',
        language,
        ...(isCustomerTold || call.opensWithDisclosure
          ? { to: 'guest', guestId }
          : { to: 'everyone' }),
      },
      now,
    ),
  ];
}

/**
 * The announcements of a notice: at the join, as the rule says; a tone at the modes that the rule
 * names, when somebody begins to hear the supervisor; and to everyone, where the law requires it,
 * when the customer begins to hear a supervisor who was not announced first. A notice before the
 * join delays the join.
 */
export function requestNoticeAnnouncements(
  call: Call,
  intervention: Intervention,
  { notice, now }: { readonly notice: Notice; readonly now: string },
): CallEvent[] {
  const isJoin =
    call.notices.filter(({ interventionId }) => interventionId === notice.interventionId).length ===
    0;
  const { interventionId } = intervention;
  const kinds = new Set<AudibleNoticeKind>(isJoin ? audibleKinds(intervention.noticeKinds) : []);
  if (!isJoin && intervention.noticeKinds.includes('tone') && needsTone(call, intervention))
    kinds.add('tone');
  if (
    isHeardByCustomer(notice.mode) &&
    intervention.consent?.announcesSupervisor &&
    !wasAnnouncedFirst(call, interventionId)
  )
    kinds.add('spoken_to_everyone');
  return [...kinds].map((kind) =>
    requested(
      {
        announcementId: `${notice.noticeId}.${kind}`,
        kind,
        ...addressing(kind, call, notice.mode),
        noticeId: notice.noticeId,
        interventionId,
        ...(intervention.status === 'joining' && { before: BEFORE_JOIN }),
      },
      now,
    ),
  );
}

/** Requests these announcements. The mode change of this request waits for their end. */
export function requestAnnouncementsBefore(
  call: Call,
  { interventionId }: Intervention & Active,
  {
    requestId,
    mode,
    kinds,
    now,
  }: {
    readonly requestId: string;
    readonly mode: Mode;
    readonly kinds: readonly AudibleNoticeKind[];
    readonly now: string;
  },
): CallEvent[] {
  const earlier = call.announcements.filter((one) => one.interventionId === interventionId).length;
  return kinds.map((kind, i) =>
    requested(
      {
        announcementId: `${interventionId}.first.${earlier + i + 1}.${kind}`,
        kind,
        ...addressing(kind, call, mode),
        interventionId,
        before: requestId,
      },
      now,
    ),
  );
}

/**
 * The listeners of a kind, and their language. The tone of a whisper is for the rep alone, like the
 * whisper.
 */
function addressing(
  kind: AnnouncementKind,
  { language }: Call,
  mode?: Mode,
): { readonly to: Announcement['to']; readonly language: Language } {
  const isWhispersTone = kind === 'tone' && mode !== undefined && isHeardByRepOnly(mode);
  const to = isWhispersTone ? 'rep' : ANNOUNCEMENTS[kind].to;
  return { to, language: (to === 'rep' ? language?.toRep : language?.code) ?? 'en' };
}

/**
 * The end of an announcement. When it failed, the joins and mode changes that waited for it fail.
 */
export function endAnnouncement(
  call: Call,
  announcementId: string,
  { status, now }: { readonly status: 'played' | 'failed'; readonly now: string },
): CallEvent[] {
  const known = call.announcements.find((one) => one.announcementId === announcementId);
  if (known?.status !== 'requested') return [];
  return [
    { type: 'AnnouncementEnded', announcementId, status, at: now },
    ...(status === 'failed' ? announcementNotPlayed(call, announcementId, now) : []),
  ];
}
