import { hears, type Audibility } from './hears.ts';

/**
 * Deliberate mixing faults, which show that the proof of who hears whom fails when it should.
 * `null` is correct mixing.
 */
export const MEDIA_FAULTS = [
  'whisper-leak',
  'audible-monitor',
  'deaf',
  'whisper-dead',
  'barge-muted',
] as const;
/** One mixing fault. */
export type MediaFault = (typeof MEDIA_FAULTS)[number];

/** Whether this is the name of a mixing fault. */
export const isMediaFault = (name: unknown): name is MediaFault =>
  MEDIA_FAULTS.some((fault) => fault === name);

/** Whether one participant hears another under a mixing fault. */
export function hearsWithFault(
  fault: MediaFault | null,
  listener: Audibility,
  speaker: Audibility,
): boolean {
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

/**
 * Supervisors join without starting the conference. A supervisor who is neither muted nor coaching
 * has barged in.
 */
const isBarging = ({ startConferenceOnEnter, muted, coaching }: Audibility): boolean =>
  startConferenceOnEnter === false && !muted && !coaching;
