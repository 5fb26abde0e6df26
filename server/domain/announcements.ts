import type { Announcement, Language } from './announcement.ts';
import type { Call, Intervention, Notice } from './call.ts';
import type { Disclosure } from './consent/decide.ts';
import type { CallEvent } from './events.ts';
import type { NoticeKind } from './policy/policy.ts';

const DISCLOSURE: Record<Language, string> = {
  en: 'This call may be listened to for quality and training.',
  de: 'Bei diesem Gespräch kann zur Qualitätssicherung und Schulung mitgehört werden.',
};

const JOINED: Record<Language, (supervisor: string) => string> = {
  en: (supervisor) => `${supervisor} has joined the call.`,
  de: (supervisor) => `${supervisor} nimmt jetzt am Gespräch teil.`,
};

/** The words of an announcement; a tone has none. */
export function wordsOf({ what, language, noticeId }: Announcement, call: Call): string | undefined {
  if (what === 'tone') return undefined;
  if (what === 'disclosure') return DISCLOSURE[language];
  const notice = call.notices.find((one) => one.noticeId === noticeId);
  return JOINED[language](notice?.supervisor.name ?? '');
}

const asked = (announcement: Omit<Announcement, 'status' | 'askedAt'>, now: string): CallEvent =>
  ({ type: 'AnnouncementAsked', announcement: { ...announcement, status: 'asked', askedAt: now }, at: now });

/** Plays the disclosure to the customer: at the beginning of a call that needs one, and again where it failed. */
export function disclosureAsked(call: Call, now: string): CallEvent[] {
  const before = call.announcements.filter(({ what }) => what === 'disclosure');
  if (before.some(({ status }) => status !== 'failed')) return [];
  return [asked({ announcementId: `${call.callId}.disclosure.${before.length + 1}`, what: 'disclosure', to: 'customer', language: call.language ?? 'en' }, now)];
}

const TO: Record<Exclude<NoticeKind, 'banner'>, Announcement['to']> = { tone: 'everyone', spoken_to_rep: 'rep', spoken_to_everyone: 'everyone' };

/**
 * What is played with a notice, besides showing it: as the rule says at the join, and to everyone, where law wants it,
 * when the customer begins to hear the supervisor.
 */
export function noticeAsked(call: Call, intervention: Intervention, notice: Notice, now: string): CallEvent[] {
  const isJoin = call.notices.filter(({ interventionId }) => interventionId === notice.interventionId).length === 0;
  const isHeard = notice.mode === 'barge' || notice.mode === 'takeover';
  const kinds = new Set<Exclude<NoticeKind, 'banner'>>(isJoin ? intervention.noticeKinds.flatMap((kind) => (kind === 'banner' ? [] : [kind])) : []);
  if (isHeard && intervention.consent?.announcesSupervisor) kinds.add('spoken_to_everyone');
  return [...kinds].map((what) => asked({
    announcementId: `${notice.noticeId}.${what}`, what, to: TO[what], language: what === 'spoken_to_rep' ? 'en' : (call.language ?? 'en'), noticeId: notice.noticeId,
  }, now));
}

/** How the carrier said an announcement ended. */
export function announcementEnded(call: Call, announcementId: string, status: 'played' | 'failed', now: string): CallEvent[] {
  const known = call.announcements.find((one) => one.announcementId === announcementId);
  return known?.status === 'asked' ? [{ type: 'AnnouncementEnded', announcementId, status, at: now }] : [];
}

/** What is known of the opening disclosure of a call. */
export function disclosureOf(call: Call): Disclosure | undefined {
  const last = call.announcements.findLast(({ what }) => what === 'disclosure');
  if (!last) return undefined;
  const { announcementId: textId, language, askedAt, endedAt = askedAt } = last;
  switch (last.status) {
    case 'asked': return { status: 'playing', textId, at: askedAt };
    case 'played': return { status: 'played', textId, language, at: endedAt, callSid: call.participants.find(({ party }) => party.role === 'customer')?.callSid ?? '' };
    case 'failed': return { status: 'failed', textId, at: endedAt };
  }
}
