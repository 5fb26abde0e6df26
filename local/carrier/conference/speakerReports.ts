import type { Tap } from '../legs/leg.ts';
import { FRAME_MS, SILENT_FRAME } from '../media/dsp.ts';
import type { Participant, RoomWatcher } from './conference.ts';
import type { Reports } from './reports.ts';

/** Frames with a mean amplitude above this are speech: −40 dBFS. */
const SPEECH_LEVEL = 327;
const STARTS_AFTER_FRAMES = 100 / FRAME_MS;
const STOPS_AFTER_FRAMES = 800 / FRAME_MS;

/**
 * Reports when participants start and stop speaking, muted or not, where `speaker` events are
 * subscribed to.
 */
export function createSpeakerReports({ reportParticipant }: Reports): RoomWatcher {
  const taps = new Map<Participant, Tap>();
  return {
    joined(room, participant) {
      if (!room.settings?.callback?.events.includes('speaker')) return;
      let isSpeaking = false;
      let otherwise = 0;
      const tap: Tap = {
        inbound(frame) {
          otherwise = isSpeech(frame) === isSpeaking ? 0 : otherwise + 1;
          if (otherwise < (isSpeaking ? STOPS_AFTER_FRAMES : STARTS_AFTER_FRAMES)) return;
          isSpeaking = !isSpeaking;
          otherwise = 0;
          reportParticipant(
            room,
            participant,
            isSpeaking ? 'participant-speech-start' : 'participant-speech-stop',
          );
        },
      };
      taps.set(participant, tap);
      participant.leg.taps.add(tap);
    },
    left(_room, participant) {
      const tap = taps.get(participant);
      if (tap) participant.leg.taps.delete(tap);
      taps.delete(participant);
    },
  };
}

function isSpeech(frame: Int16Array): boolean {
  if (frame === SILENT_FRAME) return false;
  let sum = 0;
  for (const sample of frame) sum += Math.abs(sample);
  return sum / frame.length > SPEECH_LEVEL;
}
