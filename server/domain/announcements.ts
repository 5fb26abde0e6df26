import { JOIN, type Announcement, type Language } from './announcement.ts';
import { notAnnounced, played, wasAnnouncedFirst, type Played } from './announceFirst.ts';
import { interventionOf, type Active, type Call, type Intervention, type Notice } from './call.ts';
import type { Disclosure } from './consent/decide.ts';
import type { CallEvent } from './events.ts';
import { inNames, OUR_WORDS, type OwnWording, type Saying } from './wordings.ts';

/** The words of an announcement, the org's own where it has some; a tone has none. */
export function wordsOf(announcement: Announcement, call: Call, own: readonly OwnWording[] = []): string | undefined {
  const { what, language, noticeId, interventionId = '' } = announcement;
  if (what === 'tone') return undefined;
  const told = interventionOf(call, interventionId) ?? call.notices.find((one) => one.noticeId === noticeId);
  const words = own.find((one) => one.what === what && one.language === language)?.text ?? OUR_WORDS[sayingOf(announcement)][language];
  return inNames(words, { supervisor: told?.supervisor.name ?? '', rep: call.rep.name });
}

function sayingOf({ what, before }: Announcement): Saying {
  if (what === 'disclosure') return 'disclosure';
  if (before === undefined) return 'joined';
  return before === JOIN ? 'about_to_listen' : 'about_to_speak';
}

const asked = (announcement: Omit<Announcement, 'status' | 'askedAt'>, now: string): CallEvent =>
  ({ type: 'AnnouncementAsked', announcement: { ...announcement, status: 'asked', askedAt: now }, at: now });

/** Plays the disclosure to the customer: at the beginning of a call that needs one, and again where it failed. */
export function disclosureAsked(call: Call, now: string): CallEvent[] {
  const before = call.announcements.filter(({ what }) => what === 'disclosure');
  if (before.some(({ status }) => status !== 'failed')) return [];
  return [asked({ announcementId: `${call.callId}.disclosure.${before.length + 1}`, what: 'disclosure', to: 'customer', language: call.language?.code ?? 'en' }, now)];
}

const TO: Record<Played, Announcement['to']> = { tone: 'everyone', spoken_to_rep: 'rep', spoken_to_everyone: 'everyone' };

/**
 * What is played with a notice, besides showing it: as the rule says at the join, which a notice given before it holds back;
 * and to everyone, where law wants it, should the customer begin to hear a supervisor who was not announced first.
 */
export function noticeAsked(call: Call, intervention: Intervention, notice: Notice, now: string): CallEvent[] {
  const isJoin = call.notices.filter(({ interventionId }) => interventionId === notice.interventionId).length === 0;
  const isHeard = notice.mode === 'barge' || notice.mode === 'takeover';
  const { interventionId } = intervention;
  const kinds = new Set<Played>(isJoin ? played(intervention.noticeKinds) : []);
  if (isHeard && intervention.consent?.announcesSupervisor && !wasAnnouncedFirst(call, interventionId)) kinds.add('spoken_to_everyone');
  return [...kinds].map((what) => asked({
    announcementId: `${notice.noticeId}.${what}`, what, to: TO[what], language: languageOf(what, call), noticeId: notice.noticeId, interventionId,
    ...(intervention.status === 'joining' && { before: JOIN }),
  }, now));
}

/** Plays these before the switch of this request is begun. */
export function announcedBefore(call: Call, { interventionId }: Intervention & Active, requestId: string, kinds: readonly Played[], now: string): CallEvent[] {
  const earlier = call.announcements.filter((one) => one.interventionId === interventionId).length;
  return kinds.map((what, i) => asked({
    announcementId: `${interventionId}.first.${earlier + i + 1}.${what}`, what, to: TO[what], language: languageOf(what, call), interventionId, before: requestId,
  }, now));
}

const languageOf = (what: Played, call: Call): Language => (what === 'spoken_to_rep' ? call.language?.toRep : call.language?.code) ?? 'en';

/** How the carrier said an announcement ended, and what that means for who waited for it. */
export function announcementEnded(call: Call, announcementId: string, status: 'played' | 'failed', now: string): CallEvent[] {
  const known = call.announcements.find((one) => one.announcementId === announcementId);
  if (known?.status !== 'asked') return [];
  return [{ type: 'AnnouncementEnded', announcementId, status, at: now }, ...(status === 'failed' ? notAnnounced(call, announcementId, now) : [])];
}

/** What is known of the opening disclosure of a call. */
export function disclosureOf(call: Pick<Call, 'announcements' | 'participants'>): Disclosure | undefined {
  const last = call.announcements.findLast(({ what }) => what === 'disclosure');
  if (!last) return undefined;
  const { announcementId: textId, language, askedAt, endedAt = askedAt } = last;
  switch (last.status) {
    case 'asked': return { status: 'playing', textId, at: askedAt };
    case 'played': return { status: 'played', textId, language, at: endedAt, callSid: call.participants.find(({ party }) => party.role === 'customer')?.callSid ?? '' };
    case 'failed': return { status: 'failed', textId, at: endedAt };
  }
}
