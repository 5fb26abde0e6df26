import type { Conference, Participant } from '../../../local/carrier/conference/conference.ts';
import type { Leg } from '../../../local/carrier/legs/leg.ts';
import { beatByHand } from '../../../local/carrier/media/clock.ts';
import { FRAME_MS, FRAME_SAMPLES } from '../../../local/carrier/media/dsp.ts';
import type { VirtualTime } from './virtualTime.ts';

/** The two samples by which a leg is known in a mix; all others of its frames are zero. */
const MARK = [7_001, -6_997] as const;
const MOST_LEGS = FRAME_SAMPLES / MARK.length;

interface SoundDeps {
  readonly time: VirtualTime;
  /** All conferences whose customers and third parties must hear no coach. */
  readonly rooms: () => readonly (Conference | undefined)[];
  readonly violate: (what: string) => void;
}

/** What was heard in a sequence. */
export interface Heard {
  /** Frames that customers and third parties received with the voice of somebody in them. */
  frames: number;
  end(): void;
}

/**
 * Every leg speaks through the carrier's real mixer, one frame of 20 ms after the other on the
 * virtual clock, with samples of its own. What customers and third parties receive is judged by
 * these samples, not by the flags that the mixer should have followed.
 */
export function listenToCustomers({ time, rooms, violate }: SoundDeps): Heard {
  const hand = beatByHand();
  const legs: Leg[] = [];
  const tapped = new Set<string>();
  const heard: Heard = { frames: 0, end: () => hand.end() };

  function numberOf(leg: Leg): number {
    const known = legs.indexOf(leg);
    return known >= 0 ? known : legs.push(leg) - 1;
  }

  const voiceOf = (leg: Leg): Int16Array => {
    const number = numberOf(leg);
    if (number >= MOST_LEGS) throw new Error('more legs than samples tell apart');
    const frame = new Int16Array(FRAME_SAMPLES);
    frame.set(MARK, number * MARK.length);
    return frame;
  };

  function judge(room: Conference, listener: Participant, frame: Int16Array): void {
    const speakers = legs.filter((_leg, number) =>
      MARK.every((sample, i) => frame[number * MARK.length + i] === sample),
    );
    if (speakers.length > 0) heard.frames += 1;
    for (const { callSid } of speakers) {
      const speaker = room.participants.get(callSid);
      if (speaker && (speaker.coaching || speaker.muted))
        violate(`samples of ${speaker.label}, who is silent for them, reached ${listener.label}`);
    }
  }

  function listen(room: Conference, participant: Participant): void {
    const { leg, label } = participant;
    if (!/^(customer|guest-)/.test(label ?? '') || tapped.has(leg.callSid)) return;
    tapped.add(leg.callSid);
    leg.taps.add({ outbound: (frame) => judge(room, participant, frame) });
  }

  time.every(FRAME_MS, () => {
    for (const room of rooms())
      for (const participant of room?.participants.values() ?? []) {
        listen(room!, participant);
        participant.leg.speak(voiceOf(participant.leg));
      }
    time.within(() => hand.beat());
  });
  return heard;
}
