import type { Conference, Participant, RoomWatcher } from '../conference/conference.ts';
import type { Reports } from '../conference/reports.ts';
import { ENTRY_BEEP, EXIT_BEEP, MUSIC, playing } from '../media/sounds.ts';
import type { Playable } from '../webhooks/subscription.ts';
import { isUnplayable, type Fetcher } from './playables.ts';

/**
 * Plays beeps, announcements, and music while waiting or on hold.
 * https://www.twilio.com/docs/voice/twiml/conference
 */
export function createRoomSounds(
  accountSid: string,
  fetcher: Fetcher,
  reports: Reports,
): RoomWatcher {
  /** The music that each participant hears now: at most one sound each. */
  const music = new Map<Participant, { stop: () => void }>();

  const paramsOf = (room: Conference, participant?: Participant) => ({
    AccountSid: accountSid,
    ConferenceSid: room.sid,
    FriendlyName: room.friendlyName,
    CallSid: participant?.leg.callSid,
  });

  /** Whom an announcement to the whole conference reaches. */
  const listenersOf = (room: Conference): Participant[] =>
    [...room.participants.values()].filter(({ hold }) => !hold);

  function stopMusic(participant: Participant): void {
    music.get(participant)?.stop();
    music.delete(participant);
  }

  /** Without a URL Twilio's default music plays; an empty URL is silence. */
  async function playMusic(
    room: Conference,
    participant: Participant,
    what: Playable | undefined,
  ): Promise<void> {
    stopMusic(participant);
    const own = { stop: () => undefined as void };
    music.set(participant, own);
    if (what?.url === '') return;
    const then: { next?: Playable } = {};
    const clip = what
      ? await fetcher(
          what,
          paramsOf(room, participant),
          (to) => (then.next = to),
          (words) => participant.leg.spokenTexts.push(words),
        )
      : MUSIC;
    if (isUnplayable(clip) || music.get(participant) !== own) return;
    const { next } = then;
    const goOn = (): void => {
      if (music.get(participant) === own) void playMusic(room, participant, next);
    };
    own.stop = participant.play(playing(clip, next ? { over: goOn } : { again: true }));
  }

  return {
    joined(room, participant) {
      if (room.participants.size > 1 && participant.beepOnEnter)
        room.mixer.play(playing(ENTRY_BEEP));
      if (room.status === 'init') void playMusic(room, participant, participant.wait);
    },

    started(room) {
      for (const participant of room.participants.values())
        if (!participant.hold) stopMusic(participant);
    },

    changed(room, participant, { hold, wait }) {
      if (hold === true) void playMusic(room, participant, participant.holdMusic);
      else if (hold === false && room.status === 'in-progress') stopMusic(participant);
      else if (room.status === 'init' && (wait || hold === false))
        void playMusic(room, participant, participant.wait);
    },

    left(room, participant) {
      stopMusic(participant);
      if (participant.beepOnExit && room.status !== 'completed')
        room.mixer.play(playing(EXIT_BEEP));
    },

    announced(room, what, to) {
      void (async () => {
        const report = (event: string, more = {}) => {
          if (room.status === 'completed') return;
          if (to) reports.reportParticipant(room, to, event, { AnnounceUrl: what.url, ...more });
          else reports.report(room, event, { AnnounceUrl: what.url, ...more });
        };
        const clip = await fetcher(what, paramsOf(room, to), undefined, (words) => {
          for (const { leg } of to ? [to] : listenersOf(room)) leg.spokenTexts.push(words);
        });
        if (isUnplayable(clip))
          return report('announcement-fail', { ReasonAnnouncementFailed: clip.error });
        (to ?? room.mixer).play(playing(clip, { over: () => report('announcement-end') }));
      })();
    },
  };
}
