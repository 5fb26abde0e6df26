import { BEFORE_JOIN, type Announcement } from './announcement.ts';
import type { Language } from '../texts/language.ts';
import { announcementNotPlayed, audibleKinds, wasAnnouncedFirst, type AudibleNoticeKind } from './announceFirst.ts';
import { interventionOf, type Active, type Call, type Intervention, type Notice } from '../call/call.ts';
import type { Disclosure } from '../consent/decide.ts';
import type { CallEvent } from '../call/events.ts';
import { TEXTS } from '../texts/texts.ts';
import { withNames, type OrgWording, type Phrase } from './phrases.ts';

/** The words of an announcement, the org's own where it has some; a tone has none. */
export function announcementText(announcement: Announcement, call: Call, own: readonly OrgWording[] = []): string | undefined {
  const { kind: what, language, noticeId, interventionId = '' } = announcement;
  if (what === 'tone') return undefined;
  const told = interventionOf(call, interventionId) ?? call.notices.find((one) => one.noticeId === noticeId);
  const words = own.find((one) => one.kind === what && one.language === language)?.text ?? TEXTS[language].announcements[phraseOf(announcement)];
  return withNames(words, { supervisor: told?.supervisor.name ?? '', rep: call.rep.name });
}

function phraseOf({ kind: what, before }: Announcement): Phrase {
  if (what === 'disclosure') return 'disclosure';
  if (before === undefined) return 'joined';
  return before === BEFORE_JOIN ? 'about_to_listen' : 'about_to_speak';
}

const requested = (announcement: Omit<Announcement, 'status' | 'requestedAt'>, now: string): CallEvent =>
  ({ type: 'AnnouncementRequested', announcement: { ...announcement, status: 'requested', requestedAt: now }, at: now });

/** Plays the disclosure to the customer: at the beginning of a call that needs one, and again where it failed. */
export function requestDisclosure(call: Call, now: string): CallEvent[] {
  const before = call.announcements.filter(({ kind: what }) => what === 'disclosure');
  if (before.some(({ status }) => status !== 'failed')) return [];
  return [requested({ announcementId: `${call.callId}.disclosure.${before.length + 1}`, kind: 'disclosure', to: 'customer', language: call.language?.code ?? 'en' }, now)];
}

const PLAYED_TO: Record<AudibleNoticeKind, Announcement['to']> = { tone: 'everyone', spoken_to_rep: 'rep', spoken_to_everyone: 'everyone' };

/**
 * What is played with a notice, besides showing it: as the rule says at the join, which a notice given before it holds back;
 * and to everyone, where law wants it, should the customer begin to hear a supervisor who was not announced first.
 */
export function requestNoticeAnnouncements(call: Call, intervention: Intervention, notice: Notice, now: string): CallEvent[] {
  const isJoin = call.notices.filter(({ interventionId }) => interventionId === notice.interventionId).length === 0;
  const isHeard = notice.mode === 'barge' || notice.mode === 'takeover';
  const { interventionId } = intervention;
  const kinds = new Set<AudibleNoticeKind>(isJoin ? audibleKinds(intervention.noticeKinds) : []);
  if (isHeard && intervention.consent?.announcesSupervisor && !wasAnnouncedFirst(call, interventionId)) kinds.add('spoken_to_everyone');
  return [...kinds].map((what) => requested({
    announcementId: `${notice.noticeId}.${what}`, kind: what, to: PLAYED_TO[what], language: languageOf(what, call), noticeId: notice.noticeId, interventionId,
    ...(intervention.status === 'joining' && { before: BEFORE_JOIN }),
  }, now));
}

/** Plays these before the switch of this request is begun. */
export function requestAnnouncementsBefore(call: Call, { interventionId }: Intervention & Active, requestId: string, kinds: readonly AudibleNoticeKind[], now: string): CallEvent[] {
  const earlier = call.announcements.filter((one) => one.interventionId === interventionId).length;
  return kinds.map((what, i) => requested({
    announcementId: `${interventionId}.first.${earlier + i + 1}.${what}`, kind: what, to: PLAYED_TO[what], language: languageOf(what, call), interventionId, before: requestId,
  }, now));
}

const languageOf = (what: AudibleNoticeKind, call: Call): Language => (what === 'spoken_to_rep' ? call.language?.toRep : call.language?.code) ?? 'en';

/** How the carrier said an announcement ended, and what that means for who waited for it. */
export function endAnnouncement(call: Call, announcementId: string, status: 'played' | 'failed', now: string): CallEvent[] {
  const known = call.announcements.find((one) => one.announcementId === announcementId);
  if (known?.status !== 'requested') return [];
  return [{ type: 'AnnouncementEnded', announcementId, status, at: now }, ...(status === 'failed' ? announcementNotPlayed(call, announcementId, now) : [])];
}

/** What is known of the opening disclosure of a call. */
export function disclosureOf(call: Pick<Call, 'announcements' | 'participants'>): Disclosure | undefined {
  const last = call.announcements.findLast(({ kind: what }) => what === 'disclosure');
  if (!last) return undefined;
  const { announcementId: textId, language, requestedAt, endedAt = requestedAt } = last;
  switch (last.status) {
    case 'requested': return { status: 'playing', textId, at: requestedAt };
    case 'played': return { status: 'played', textId, language, at: endedAt, connectionId: call.participants.find(({ party }) => party.role === 'customer')?.connectionId ?? '' };
    case 'failed': return { status: 'failed', textId, at: endedAt };
  }
}
