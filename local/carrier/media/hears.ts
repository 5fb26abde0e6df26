/** The participant attributes that decide who hears whom. */
export interface Audibility {
  readonly callSid: string;
  readonly label?: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter?: boolean;
  /** True for the moment between the two flag changes of one request for a coach. */
  readonly isBetween?: boolean;
}

/**
 * Whether one participant hears another. A participant on hold neither hears nor is heard, a muted
 * one is not heard, and a coach is heard only by the coached participant.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function hears(listener: Audibility, speaker: Audibility): boolean {
  if (listener.callSid === speaker.callSid) return false;
  if (listener.hold || speaker.hold || speaker.muted) return false;
  return !speaker.coaching || speaker.callSidToCoach === listener.callSid;
}
