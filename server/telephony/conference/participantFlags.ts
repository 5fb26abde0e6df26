import type { AudibleTo } from '../../domain/call/modes.ts';
import type { ParticipantSettings } from '../../ports/index.ts';

/**
 * Twilio's flags for who hears a participant. Both are always sent, because Twilio reads a
 * malformed `Muted` and a missing `Coaching` as false. Throws if the audience is the rep and the
 * rep's call SID is missing.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function flagsOf(
  audibleTo: AudibleTo,
  coachedCallSid?: string,
): { muted: boolean; coaching: boolean; callSidToCoach?: string } {
  switch (audibleTo) {
    case 'nobody':
      return coachedCallSid
        ? { muted: true, coaching: true, callSidToCoach: coachedCallSid }
        : { muted: true, coaching: false };
    case 'rep':
      if (!coachedCallSid) throw new Error('a whisper needs the call SID of the rep');
      return { muted: false, coaching: true, callSidToCoach: coachedCallSid };
    case 'everyone':
      return { muted: false, coaching: false };
  }
}

/** Returns the audience that Twilio's flags stand for. */
export function audienceOf({ muted, coaching }: { muted: boolean; coaching: boolean }): AudibleTo {
  if (muted) return 'nobody';
  return coaching ? 'rep' : 'everyone';
}

/** Twilio refuses a request that changes both hold and audience, so hold is sent alone. */
export function updateOf({
  audibleTo,
  whispersToConnectionId: coachedCallSid,
  endsCall,
  onHold,
}: ParticipantSettings) {
  if (onHold !== undefined) return { hold: onHold };
  return {
    ...(audibleTo !== undefined && flagsOf(audibleTo, coachedCallSid)),
    ...(endsCall !== undefined && { endConferenceOnExit: endsCall }),
  };
}
