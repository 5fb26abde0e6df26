import type { Twilio } from 'twilio';
import {
  CarrierProblem,
  type ConferenceControl,
  type ParticipantRef,
  type ParticipantSettings,
  type StillWanted,
} from '../../ports/index.ts';
import { updateOf } from './participantFlags.ts';

/** Sends a request to Twilio, again if it fails in a way that may pass. */
export type SendToTwilio = <T>(
  request: () => Promise<T>,
  isStillWanted?: StillWanted,
) => Promise<T>;

export const participantAt = (
  client: Twilio,
  { conferenceId: conferenceSid, connectionId: callSid }: ParticipantRef,
) => client.conferences(conferenceSid).participants(callSid);

/** Changes and removes participants of conferences. */
export function participantControl(
  client: Twilio,
  send: SendToTwilio,
): Pick<ConferenceControl, 'set' | 'remove'> {
  const participant = (ref: ParticipantRef) => participantAt(client, ref);

  /**
   * Silences a coach whose rep has left or is on hold, since Twilio refuses to change it while
   * coaching is on. The coach is put on hold so that nobody hears them while both flags change.
   */
  async function silenceOnHold(leg: ParticipantRef, settings: ParticipantSettings): Promise<void> {
    const unbound = { ...settings, whispersToConnectionId: undefined };
    await send(() => participant(leg).update(updateOf({ onHold: true })));
    await send(() => participant(leg).update(updateOf(unbound)));
    await send(() => participant(leg).update(updateOf({ onHold: false })));
  }

  return {
    async set(leg, settings, isStillWanted) {
      try {
        await send(() => participant(leg).update(updateOf(settings)), isStillWanted);
      } catch (problem) {
        const isRefused = problem instanceof CarrierProblem && problem.kind === 'refused';
        const silencesWhisper = settings.audibleTo === 'nobody' && settings.whispersToConnectionId;
        if (!isRefused || !silencesWhisper) throw problem;
        await silenceOnHold(leg, settings);
      }
    },

    async remove(leg) {
      await send(() => participant(leg).remove());
    },
  };
}
