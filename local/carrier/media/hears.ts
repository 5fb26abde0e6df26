/** The participant attributes that decide who hears whom. */
export interface Audibility {
  readonly callSid: string;
  readonly label?: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter?: boolean;
  /** For a moment, while a coach's two flags are changed by one request, one after the other. */
  readonly isBetween?: boolean;
}

/**
 * Whether one participant hears another. One on hold neither hears nor is heard, a muted one is not
 * heard, a coach is heard by the coached participant alone.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function hears(listener: Audibility, speaker: Audibility): boolean {
  if (listener.callSid === speaker.callSid) return false;
  if (listener.hold || speaker.hold || speaker.muted) return false;
  return !speaker.coaching || speaker.callSidToCoach === listener.callSid;
}
