import { hears, type Audibility } from './hears.ts';

/**
 * Ways in which the stand-in's mixes can be told to be wrong, so that whoever claims to prove audibility can show
 * that the proof fails when it should. `null` is sound mixing.
 */
export const MEDIA_FAULTS = ['whisper-leak', 'audible-monitor', 'deaf', 'whisper-dead', 'barge-muted'] as const;
export type MediaFault = (typeof MEDIA_FAULTS)[number];

export const isMediaFault = (name: unknown): name is MediaFault => MEDIA_FAULTS.some((fault) => fault === name);

/** Whether one participant hears another while the mixing is at fault. */
export function hearsWithFault(fault: MediaFault | null, listener: Audibility, speaker: Audibility): boolean {
  if (fault === null) return hears(listener, speaker);
  switch (fault) {
    case 'whisper-leak':
      return hears(listener, { ...speaker, coaching: false });
    case 'audible-monitor':
      return hears(listener, { ...speaker, muted: false });
    case 'deaf':
      return false;
    case 'whisper-dead':
      return !speaker.coaching && hears(listener, speaker);
    case 'barge-muted':
      return !isBarging(speaker) && hears(listener, speaker);
  }
}

/** Whoever joined without starting the conference was not meant to carry it: a supervisor. */
const isBarging = ({ startConferenceOnEnter, muted, coaching }: Audibility): boolean => startConferenceOnEnter === false && !muted && !coaching;
