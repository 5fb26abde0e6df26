/**
 * Gaps in Twilio's documentation: the question, and the safest answer, which this stand-in assumes.
 * The README lists the same.
 */
type AssumptionTable = Readonly<Record<string, readonly [question: string, here: string]>>;

/** Assumptions behind REST responses, which name them in the X-Local-Assumption header. */
export const ASSUMPTIONS = {
  'unknown-parameter': ['an unknown parameter', '400 with 20001'],
  'invalid-value': [
    'a value that is not documented (except of `Muted`, where the documentation says that it unmutes)',
    '400 with 20001',
  ],
  'coaching-without-target': ['`Coaching=true` without `CallSidToCoach`', '400 with 20001'],
  'coaching-left-out': [
    'an update of a coach without coaching parameters',
    'coaching ends, and the coach is heard unless muted: a missing `Coaching` defaults to `false`',
  ],
  'coach-target-refused': [
    'a coaching target that is not in the conference, is the coach, or is on hold',
    '400 with 16028 or 16027',
  ],
  'unsupported-combination': [
    'two of Hold, Coaching and AnnounceUrl in one request',
    '400 with 20001',
  ],
  'label-conflict': [
    'a label in use',
    '400 with 16025 at once, rather than a debugger entry later; a participant who still rings does not count',
  ],
  'conference-full': [
    'a full conference',
    '400 with 16020 at once; the first participant’s `MaxParticipants` counts',
  ],
  'change-before-answer': ['an update of a participant who still rings', '400 with 21220'],
  'leave-reason': [
    '`ReasonParticipantLeft` of a removed participant',
    '`participant_updated_via_api`',
  ],
  'ended-conference': ['the participants of a conference that has ended', '404 with 20404'],
  'ended-conference-change': ['an update of a conference that has ended', '400 with 16099'],
  'canceling-live-call': ['`Status=canceled` for a call that was answered', '400 with 21220'],
  'deleting-live-call': ['deleting a call in progress', '409 with 20009'],
  'app-leg': [
    'the CallSid in the request for a TwiML App’s document, when a participant is `app:…`',
    'a new one, not the participant’s: parameters must carry the relation',
  ],
  'recording-going-on': ['deleting a recording in progress', '400 with 20001'],
  'recording-over': ['changing a recording that has ended', '400 with 21220'],
  'coach-on-leg-recording': [
    'whether the recording or the outbound stream of a coached leg includes the coach',
    'yes: it includes all that the leg says and hears',
  ],
  'coach-in-transcript': [
    'whether the transcribed outbound track of a coached leg includes the coach',
    'no: a coach’s words are on the coach’s inbound track alone',
  ],
} as const satisfies AssumptionTable;

/** The name of an assumption. */
export type Assumption = keyof typeof ASSUMPTIONS;

/** Assumptions that show in places other than REST responses. */
export const OTHER_ASSUMPTIONS = {
  'second-token': [
    'a new token on a socket',
    'is answered without its lifetime, so that the SDK announces the end of the first token only',
  ],
  'expired-registration': [
    'a registration is renewed with an expired token',
    '31205, and the browser cannot be rung until it has registered with another one; live calls go on',
  ],
  'two-flags-at-once': [
    '`Muted` and `Coaching` changed by one request',
    'one after the other, so that everybody hears the coach between them',
  ],
  'coached-leaves': [
    'the coached participant leaves',
    'the coach’s flags stay as they are, and nobody hears the coach: who was heard has to be muted',
  ],
  'no-callback-from-first': [
    'the first participant names no callback',
    'no callbacks for this conference, whatever later participants name',
  ],
  'early-media': [
    'a phone that rings, without `EarlyMedia=false`',
    'is in the conference from then on: `participant-join` comes before the answer, and the list says `ringing`; a browser that rings is not',
  ],
  'leave-without-join': [
    'a participant who never answered',
    '`participant-leave` with `participant_add_failed`, and the conference goes on whatever `EndConferenceOnExit` says',
  ],
  'first-sequence': ['the first `SequenceNumber` of a conference', '1'],
  'alone-after-ringing': [
    'the last participant leaves while another is being rung',
    'the conference ends; the one who answers is alone in a new one',
  ],
  'vanished-browser': [
    'a browser has no socket any more',
    'its leg is hung up after the `reconnectTimeout` that it asked for, at most 30 seconds; without one 15 seconds after the last sound',
  ],
  'twiml-coach': [
    'TwiML’s `coach` names a call that is not in the conference',
    'the Dial fails with 13240',
  ],
  'wait-redirect': [
    'a Redirect at the end of what `waitUrl` or `HoldUrl` names',
    'is requested when what comes before it has been played',
  ],
  'record-hung-up': [
    'Record, when the far end hangs up',
    'what was said is kept, and the action URL is not requested',
  ],
  'room-sounds': [
    'beeps and announcements to the conference: on hold, on the recording',
    'not heard on hold; recorded',
  ],
  'announcement-mix': [
    'an announcement to a participant who hears the conference',
    'is mixed with it',
  ],
  'announce-url': [
    'what `AnnounceUrl` of an announcement’s end is',
    'the whole URL as it was requested; the fault `omit` leaves it out',
  ],
  'leg-channels': [
    'the channels of a leg’s recording',
    'the first is what the leg says, the second what it hears; a track that is not requested is silent',
  ],
  'sip-nobody': [
    'an unknown SIP address',
    '`failed` with 404; 486 and 600 are `busy`, 408, 480 and 487 `no-answer`, other refusals `failed`',
  ],
  'detection-hung-up': [
    'machine detection when the far end hangs up before it is done',
    'reports `unknown`',
  ],
  'hold-url-of-held': [
    '`HoldUrl` of a participant who is on hold already',
    'ignored: what they hear goes on',
  ],
  'redirected-participant': [
    'a participant’s call gets new instructions (`Url`)',
    'they leave as one who is removed, and `EndConferenceOnExit` counts',
  ],
  'muted-leg': [
    'a muted participant’s own leg: recording, inbound stream, transcription',
    'include what is said: muting applies in the conference, not on the leg',
  ],
  'stream-query': [
    'a query in the URL of a stream',
    'dropped, as observed at Twilio: use `<Parameter>`',
  ],
  'stream-without-tls': [
    'a stream to `ws:` rather than `wss:`',
    'only to this machine; 31922 elsewhere',
  ],
  'stream-answer': [
    'a server that sends on a one-way stream, or sends an unknown message',
    'the stream ends with 31924',
  ],
} as const satisfies AssumptionTable;
