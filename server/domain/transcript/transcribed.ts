import { disclosureOf } from '../call/announcement.ts';
import { participantByConnection, type Call } from '../call/call.ts';
import { declinesMonitoring } from '../call/moments.ts';
import { decideConsent, whereaboutsOf, type ConsentSettings } from '../consent/decide.ts';
import { SPEAKERS, type Speaker } from './line.ts';

/** A connection whose words are transcribed. */
export interface TranscribedLeg {
  readonly connectionId: string;
  readonly speaker: Speaker;
  readonly userId?: string;
}

/** What decides on transcribing besides the call. */
export interface TranscriptionGrounds {
  readonly settings: ConsentSettings;
  /** A law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: boolean;
}

/**
 * Whether what is said may be transcribed, which is monitoring: not while the customer declines it
 * or the rep has not acknowledged a notice without which a law blocks it.
 */
export const mayTranscribe = (
  call: Call,
  { isRepUnnotified }: Pick<TranscriptionGrounds, 'isRepUnnotified'>,
): boolean => call.transcribes === true && !declinesMonitoring(call) && !isRepUnnotified;

/**
 * The connections to transcribe now: the customer's and the rep's, each by itself. The law is that
 * of recording: where everybody must know, not before the disclosure was played. None while the
 * recording is paused or monitoring is declined or blocked; never those of supervisors, colleagues
 * and third parties.
 */
export function legsToTranscribe(
  call: Call,
  { settings, isRepUnnotified }: TranscriptionGrounds,
): TranscribedLeg[] {
  if (call.status !== 'live' || call.recordingPause) return [];
  if (!mayTranscribe(call, { isRepUnnotified })) return [];
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
 * and rep, a connection on hold or muted, during a pause of the recording, and while the customer
 * declines monitoring.
 */
export function speakerOn(call: Call, connectionId: string): TranscribedLeg | undefined {
  const participant = participantByConnection(call, connectionId);
  if (!participant || call.recordingPause || declinesMonitoring(call)) return undefined;
  const { party, onHold, audibleTo } = participant;
  if (onHold || audibleTo === 'nobody') return undefined;
  if (party.role === 'customer') return { connectionId, speaker: 'customer' };
  if (party.role === 'rep') return { connectionId, speaker: 'rep', userId: call.rep.userId };
  return undefined;
}
