import { setTimeout as pause } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { type StillWanted } from '../../ports/index.ts';
import { type ConferenceControl, type PersonKey } from '../../ports/index.ts';
import { withRetries, type RequestOptions } from '../client/errors.ts';
import { conferenceObservation, type ListedParticipants } from './conferenceObservation.ts';
import { conferenceSounds } from './conferenceSounds.ts';
import { createOwnDevices, type RungAddress } from './ownDevices.ts';
import { participantControl } from './participantControl.ts';
import { createRecordingControl } from './recordingControl.ts';
import { createRinging } from './ringing.ts';

export interface ControlSettings extends ListedParticipants {
  readonly publicUrl: string;
  /** The TwiML App whose instructions scripted customers follow. */
  readonly twimlAppSid: string;
  /** Pause between retries. */
  readonly retrying?: Pick<RequestOptions, 'pause' | 'random'>;
  /** The person's own device to ring; undefined means the softphone. */
  readonly ownAddressOf?: (person: PersonKey) => Promise<RungAddress | undefined>;
  /** The org's caller id, in E.164. */
  readonly callerIdOf: (orgId: string) => string;
}

/**
 * Controls conferences by Twilio's Conference, Participant and Call resources. Only the fields
 * named here are sent. All methods reject with CarrierProblem.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function createConferenceControl(
  client: Twilio,
  {
    publicUrl,
    twimlAppSid,
    callerIdOf,
    ownAddressOf,
    onParticipantsListed,
    retrying = { pause },
  }: ControlSettings,
): ConferenceControl {
  const send = <T>(request: () => Promise<T>, isStillWanted?: StillWanted): Promise<T> =>
    withRetries(request, { ...retrying, isStillWanted, repeatable: true });
  /** Never repeated, because a second request would ring a second time. */
  const create = <T>(request: () => Promise<T>): Promise<T> =>
    withRetries(request, { ...retrying, repeatable: false });

  const ownDevices = createOwnDevices(client, {
    publicUrl,
    callerIdOf,
    ownAddressOf,
    create,
    send,
  });
  const ringing = createRinging(client, {
    publicUrl,
    twimlAppSid,
    callerIdOf,
    ownDevices,
    create,
    send,
  });

  return {
    ...participantControl(client, send),

    ...ringing,
    ringOwnDevice: (rung) => ownDevices.ring(rung).then(() => undefined),
    ownDeviceRings: ownDevices.ownDeviceRings,
    speakCode: ownDevices.speakCode,
    speakWords: ownDevices.speakWords,

    ...createRecordingControl(client, { publicUrl, create, send }),
    ...conferenceSounds(client, { publicUrl, send }),

    async endCall(conferenceSid) {
      await send(() => client.conferences(conferenceSid).update({ status: 'completed' }));
    },
    ...conferenceObservation(client, { send, onParticipantsListed }),
  };
}
