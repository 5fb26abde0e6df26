/**
 * What Twilio does not say, and how it is read here: the safest way. Each answer that rests on one names it in
 * the X-Local-Assumption header. The README lists the same.
 */
export const ASSUMPTIONS = {
  'unknown-parameter': ['an unknown parameter', '400 with 20001'],
  'invalid-value': ['a value outside of what is documented (`Muted` apart, where it is: it unmutes)', '400 with 20001'],
  'coaching-without-target': ['`Coaching=true` without `CallSidToCoach`', '400 with 20001'],
  'coach-target-refused': ['a coach’s target that is not in the room, or on hold', '400 with 16028 or 16027'],
  'unsupported-combination': ['Hold together with Coaching or AnnounceUrl', '400 with 20001'],
  'label-conflict': ['a label in use', '400 with 16025 at once, rather than a debugger entry later'],
  'app-leg': ['the CallSid that a TwiML App’s document is asked for with, when a participant is `app:…`', 'one of its own, not the participant’s: parameters must carry the relation'],
  'recording-going-on': ['deleting a recording that goes on', '400 with 20001'],
  'recording-over': ['changing a recording that is over', '400 with 21220'],
  'coach-on-leg-recording': ['whether the recording of a coached leg has the coach', 'yes: it has all that the leg says and hears'],
  'coach-in-transcript': ['whether the outbound track of a coached leg, as transcribed, has the coach', 'no: a coach’s words are on the coach’s own inbound track alone'],
} as const satisfies Record<string, readonly [question: string, here: string]>;

export type Assumption = keyof typeof ASSUMPTIONS;
