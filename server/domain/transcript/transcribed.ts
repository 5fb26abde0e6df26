import { disclosureOf } from '../call/announcement.ts';
import { participantByConnection, type Call } from '../call/call.ts';
import { decideConsent, whereaboutsOf, type ConsentSettings } from '../consent/decide.ts';
import { SPEAKERS, type Speaker } from './line.ts';

/** A connection whose words are transcribed. */
export interface TranscribedLeg {
  readonly connectionId: string;
  readonly speaker: Speaker;
  readonly userId?: string;
}

/**
 * The connections to transcribe now: the customer's and the rep's, each by itself. The law is that
 * of recording: where everybody must know, not before the disclosure was played. None while the
 * recording is paused; never those of supervisors, colleagues and third parties.
 */
export function legsToTranscribe(call: Call, settings: ConsentSettings): TranscribedLeg[] {
  if (call.status !== 'live' || call.recordingPause) return [];
  const { allowed } = decideConsent(whereaboutsOf(call), disclosureOf(call), {
    settings,
    mode: 'monitor',
  });
  if (!allowed) return [];
  return call.participants.flatMap(({ party, status, connectionId }): TranscribedLeg[] => {
    if (status !== 'connected' || !connectionId) return [];
    if (party.role === 'customer') return [{ connectionId, speaker: 'customer' }];
    if (party.role === 'rep') return [{ connectionId, speaker: 'rep', userId: call.rep.userId }];
    return [];
  });
}

/**
 * Whether a silence on this call is one of customer and rep: both can be heard and transcribed, and
 * nobody else talks. Not while the recording is paused, somebody is on hold or muted, a colleague,
 * third party or coach is talking, or an announcement is played.
 */
export function isTalkOfTwo(call: Call): boolean {
  if (call.status !== 'live' || call.recordingPause) return false;
  if (call.announcements.some(({ status }) => status === 'requested')) return false;
  const connected = call.participants.filter(({ status }) => status === 'connected');
  const others = connected.filter(({ party }) => party.role !== 'customer' && party.role !== 'rep');
  if (others.some(({ audibleTo }) => audibleTo !== 'nobody')) return false;
  return SPEAKERS.every((speaker) =>
    connected.some(
      ({ party, onHold, audibleTo }) => party.role === speaker && !onHold && audibleTo !== 'nobody',
    ),
  );
}

/**
 * The speaker on this connection; undefined if the words must not be stored: anybody but customer
 * and rep, a connection on hold or muted, and during a pause of the recording.
 */
export function speakerOn(call: Call, connectionId: string): TranscribedLeg | undefined {
  const participant = participantByConnection(call, connectionId);
  if (!participant || call.recordingPause) return undefined;
  const { party, onHold, audibleTo } = participant;
  if (onHold || audibleTo === 'nobody') return undefined;
  if (party.role === 'customer') return { connectionId, speaker: 'customer' };
  if (party.role === 'rep') return { connectionId, speaker: 'rep', userId: call.rep.userId };
  return undefined;
}
