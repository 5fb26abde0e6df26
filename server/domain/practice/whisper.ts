import type { Announcement } from '../call/announcement.ts';
import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { practiceOf } from '../call/purpose.ts';
import { scenarioOf } from './scenarios.ts';

const idOf = (callId: string, turn: number): string => `${callId}.practice.${turn}`;

/**
 * The whisper to the rep when this turn of the customer begins; returned once, however often it is
 * asked for.
 */
export function requestPracticeWhisper(call: Call, turn: number, now: string): CallEvent[] {
  const practice = practiceOf(call);
  const announcementId = idOf(call.callId, turn);
  if (
    !practice ||
    call.status !== 'live' ||
    !scenarioOf(practice.scenario)?.turns[turn]?.whisper ||
    call.announcements.some((one) => one.announcementId === announcementId)
  )
    return [];
  return [
    {
      type: 'AnnouncementRequested',
      announcement: {
        announcementId,
        kind: 'practice_whisper',
        to: 'rep',
        language: practice.language,
        status: 'requested',
        requestedAt: now,
      },
      at: now,
    },
  ];
}

/** The words of a practice whisper; empty if the scenario no longer exists. */
export function practiceWhisper(
  { announcementId, language }: Pick<Announcement, 'announcementId' | 'language'>,
  call: Call,
): string {
  const turns = scenarioOf(practiceOf(call)?.scenario ?? '')?.turns ?? [];
  const turn = turns.find((_, index) => idOf(call.callId, index) === announcementId);
  return turn?.whisper?.[language] ?? '';
}
