import { connectedParticipant, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { isPractice } from '../call/purpose.ts';
import { openRepLoss } from '../call/repLoss.ts';
import type { OrgWording } from '../notices/phrases.ts';
import { announcementText, requestAnnouncement } from '../notices/playAnnouncements.ts';
import { isNobodyHeard } from './customerCover.ts';

/*
 * A browser that dies closes its connections to the server at once, and the carrier notices after up
 * to 30 s. That the page is gone proves nothing of the sound, so nothing is done to the call: the
 * customer hears a word that is harmless if the rep still talks.
 */

/**
 * A page that lost its connection is back within 4 s if it lives: it tries again after at most 0.5,
 * 1.5 and 3.5 s.
 */
const PAGE_BACK_MS = 6_000;
/** How long after the first word each other one follows. */
const AGAIN_MS = 10_000;
/** Until the carrier must have noticed. */
const WORDS = 3;

/** When a word is due after a page is gone, each in ms. */
export const ONE_MOMENT_AFTER_MS: readonly number[] = Array.from(
  { length: WORDS },
  (_, i) => PAGE_BACK_MS + i * AGAIN_MS,
);

/**
 * A softphone in a call sends a heartbeat every 4 s. One whose computer sleeps, whose network is
 * gone or whose page hangs closes no connection: two heartbeats are missing then, and time for a third.
 */
const SILENT_AFTER_MS = 10_000;
/** So long the carrier keeps a connection that sends no sound and closes nothing. */
const NOTICED_WITHIN_MS = 300_000;
const LATER_MS = 60_000;

/**
 * When a word is due after the last heartbeat, each in ms: as above, and then once a minute, until
 * the carrier must have noticed.
 */
export const ONE_MOMENT_AFTER_HEARTBEAT_MS: readonly number[] = [
  ...Array.from({ length: WORDS }, (_, i) => SILENT_AFTER_MS + i * AGAIN_MS),
  ...Array.from({ length: NOTICED_WITHIN_MS / LATER_MS - 1 }, (_, i) => (i + 1) * LATER_MS),
];

/**
 * Whether this person's voice on the call depends on a browser, and nobody else is heard by the
 * customer.
 */
export function dependsOnPageOf(call: Call, userId: string): boolean {
  const reps = call.participants.filter(
    ({ party, status }) => party.role === 'rep' && status === 'connected',
  );
  const isInBrowser = ({ device = 'softphone' }: (typeof reps)[number]) => device === 'softphone';
  return (
    call.status === 'live' &&
    call.rep.userId === userId &&
    !isPractice(call) &&
    !openRepLoss(call) &&
    !call.hangUp &&
    !call.talkHold &&
    connectedParticipant(call, 'customer')?.onHold === false &&
    reps.length > 0 &&
    reps.every((one) => isInBrowser(one) && one.audibleTo !== 'nobody') &&
    isNobodyHeard({ ...call, participants: call.participants.filter((one) => !reps.includes(one)) })
  );
}

/**
 * A word for the customer of a rep whose page is gone, unless something is played already: the org's
 * own, or the default.
 */
export function sayOneMoment(
  call: Call,
  userId: string,
  { now, own }: { readonly now: string; readonly own?: readonly OrgWording[] },
): CallEvent[] {
  const isPlaying = call.announcements.some(({ status }) => status === 'requested');
  if (!dependsOnPageOf(call, userId) || isPlaying) return [];
  const before = call.announcements.filter(({ kind }) => kind === 'one_moment');
  return [
    requestAnnouncement(
      call,
      { kind: 'one_moment', announcementId: `${call.callId}.moment.${before.length + 1}` },
      { now, own },
    ),
  ];
}

/**
 * The announcements that the customer heard while the rep's page was disconnected, and when;
 * undefined for none.
 */
export function heardMeanwhile(
  call: Call,
): { readonly words: string; readonly at: readonly string[] } | undefined {
  const said = call.announcements.filter(
    ({ kind, status }) => kind === 'one_moment' && status !== 'failed',
  );
  const last = said.at(-1);
  return last && { words: announcementText(last, call)!, at: said.map((one) => one.requestedAt) };
}
