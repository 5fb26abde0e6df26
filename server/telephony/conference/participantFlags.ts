import type { AudibleTo } from '../../domain/call/modes.ts';

/** Twilio's flags for who hears a leg. Both always travel together: a malformed `Muted` would unmute. */
export function flagsOf(audibleTo: AudibleTo, coachedCallSid?: string): { muted: boolean; coaching: boolean; callSidToCoach?: string } {
  switch (audibleTo) {
    case 'nobody':
      return { muted: true, coaching: false };
    case 'rep':
      if (!coachedCallSid) throw new Error('a whisper needs the leg of the rep it is for');
      return { muted: false, coaching: true, callSidToCoach: coachedCallSid };
    case 'everyone':
      return { muted: false, coaching: false };
  }
}

export function audienceOf({ muted, coaching }: { muted: boolean; coaching: boolean }): AudibleTo {
  if (muted) return 'nobody';
  return coaching ? 'rep' : 'everyone';
}
