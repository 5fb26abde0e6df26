import type { Participant } from '../../../local/carrier/conference/conference.ts';
import { hears, type Audibility } from '../../../local/carrier/media/hears.ts';

/** Whether the listener hears the speaker, by the rules of the local carrier's mixes. */
export const isHeard = (listener: Participant, speaker: Participant): boolean =>
  hears(audibilityOf(listener), audibilityOf(speaker));

const audibilityOf = ({ leg, muted, hold, coaching, callSidToCoach }: Participant): Audibility => ({
  callSid: leg.callSid,
  muted,
  hold,
  coaching,
  callSidToCoach,
});
