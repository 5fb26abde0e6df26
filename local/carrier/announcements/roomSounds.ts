import { isOver, type Leg } from '../legs/leg.ts';
import { everyFrame } from '../media/clock.ts';
import { ENTRY_BEEP, EXIT_BEEP, MUSIC, pauseOf, playing, repeated, speechOf, type Clip } from '../media/sounds.ts';
import { isUnplayable, type Fetcher } from './playables.ts';
import type { Playable } from '../webhooks/subscription.ts';
import type { Conference, Participant, RoomWatcher } from '../conference/conference.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';

/** Beeps, announcements, and music while waiting or on hold. https://www.twilio.com/docs/voice/twiml/conference */
export function createRoomSounds(accountSid: string, fetcher: Fetcher, { reports }: Switchboard['rooms']): RoomWatcher {
  /** Music that plays to a participant now: one at a time, and how to stop it. */
  const music = new Map<Participant, { stop: () => void }>();

  const paramsOf = (room: Conference, participant?: Participant) => ({
    AccountSid: accountSid, ConferenceSid: room.sid, FriendlyName: room.friendlyName, CallSid: participant?.leg.callSid,
  });

  function stopMusic(participant: Participant): void {
    music.get(participant)?.stop();
    music.delete(participant);
  }

  /** No address is Twilio's own music, an empty one is silence. */
  async function playMusic(room: Conference, participant: Participant, what: Playable | undefined): Promise<void> {
    stopMusic(participant);
    const own = { stop: () => undefined as void };
    music.set(participant, own);
    if (what?.url === '') return;
    const clip = what ? await fetcher(what, paramsOf(room, participant)) : MUSIC;
    if (isUnplayable(clip) || music.get(participant) !== own) return;
    own.stop = participant.play(playing(clip, { again: true }));
  }

  return {
    joined(room, participant) {
      if (room.participants.size > 1 && participant.beepOnEnter) room.mixer.play(playing(ENTRY_BEEP));
      if (room.status === 'init') void playMusic(room, participant, participant.wait);
    },

    started(room) {
      for (const participant of room.participants.values()) if (!participant.hold) stopMusic(participant);
    },

    changed(room, participant, { hold, wait }) {
      if (hold === true) void playMusic(room, participant, participant.holdMusic);
      else if (hold === false && room.status === 'in-progress') stopMusic(participant);
      else if (room.status === 'init' && (wait || hold === false)) void playMusic(room, participant, participant.wait);
    },

    left(room, participant) {
      stopMusic(participant);
      if (participant.beepOnExit && room.status !== 'completed') room.mixer.play(playing(EXIT_BEEP));
    },

    announced(room, what, to) {
      void (async () => {
        const tell = (event: string, more = {}) => {
          if (room.status === 'completed') return;
          if (to) reports.tellOf(room, to, event, { AnnounceUrl: what.url, ...more });
          else reports.tell(room, event, { AnnounceUrl: what.url, ...more });
        };
        const clip = await fetcher(what, paramsOf(room, to));
        if (isUnplayable(clip)) return tell('announcement-fail', { ReasonAnnouncementFailed: clip.error });
        (to ?? room.mixer).play(playing(clip, { over: () => tell('announcement-end') }));
      })();
    },
  };
}

/** Say, Play and Pause: a leg that is in no room hears what its document says. */
export function teachPlaying(board: Switchboard, fetcher: Fetcher): void {
  const timesOf = (loop: string | undefined): number => (loop === undefined ? 1 : Number(loop) || FOR_EVER);

  board.verbs.set('Say', async (leg, { text, attributes }) => played(leg, repeated(speechOf(text), timesOf(attributes.loop))));
  board.verbs.set('Pause', async (leg, { attributes }) => played(leg, pauseOf(Number(attributes.length ?? 1) * 1000)));
  board.verbs.set('Play', async (leg, { text, attributes }, url) => {
    const clip = await fetcher({ url: new URL(text, url).href, method: 'GET' }, {});
    if (!isUnplayable(clip)) return played(leg, repeated(clip, timesOf(attributes.loop)));
    board.complain(leg, 11200, clip.error);
    return 'next';
  });
}

const FOR_EVER = 100;

/** Resolves when the clip is over, or the leg has other things to do. */
function played(leg: Leg, clip: Clip): Promise<'next'> {
  return new Promise((resolve) => {
    const sound = playing(clip);
    const done = (): void => {
      stopClock();
      leg.onEnd.delete(done);
      leg.onDivert.delete(done);
      resolve('next');
    };
    const stopClock = everyFrame(() => {
      const frame = sound();
      if (frame) leg.hear(frame);
      else done();
    });
    if (isOver(leg)) return done();
    leg.onEnd.add(done);
    leg.onDivert.add(done);
  });
}
