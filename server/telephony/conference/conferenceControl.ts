import { setTimeout as pause } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import type { ConferencePage } from 'twilio/lib/rest/api/v2010/account/conference.js';
import type { ListedConference } from '../../domain/carrier/listedConferences.ts';
import type { ObservedConference } from '../../domain/carrier/reconcile.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type ParticipantRef,
  type ParticipantSettings,
  type PersonKey,
  type StillWanted,
} from '../../ports/index.ts';
import { withRetries, type RequestOptions } from '../client/errors.ts';
import type { ListedParticipant } from '../webhooks/carrierReports.ts';
import { PATHS } from '../webhooks/paths.ts';
import { deviceOf, partyOf } from './labels.ts';
import { createOwnDevices, type RungAddress } from './ownDevices.ts';
import { audienceOf, updateOf } from './participantFlags.ts';
import { createRecordingControl } from './recordingControl.ts';
import { createRinging } from './ringing.ts';
import { afterwardsUrl, heldUrl, onHoldUrl } from './twiml.ts';

export interface ControlSettings {
  /** Receives all listed participants, including unknown ones, before the list is used. */
  readonly onParticipantsListed?: (
    callId: string,
    conferenceSid: string,
    legs: readonly ListedParticipant[],
  ) => Promise<void>;
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

/** The largest that Twilio allows. */
const LIST_PAGE_SIZE = 1_000;

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
  const participant = ({ conferenceId: conferenceSid, connectionId: callSid }: ParticipantRef) =>
    client.conferences(conferenceSid).participants(callSid);

  const ownDevices = createOwnDevices(client, { publicUrl, callerIdOf, ownAddressOf, create });
  const ringing = createRinging(client, {
    publicUrl,
    twimlAppSid,
    callerIdOf,
    ownDevices,
    create,
    send,
  });

  /** Undefined if the conference is over, because its participants are no longer listed. */
  async function participantsOf(
    conferenceSid: string,
  ): Promise<readonly ListedParticipant[] | undefined> {
    try {
      const legs = await send(() =>
        client.conferences(conferenceSid).participants.list({ limit: 250 }),
      );
      return legs.length > 0 ? legs : undefined;
    } catch (problem) {
      if (problem instanceof CarrierProblem && problem.kind === 'gone') return undefined;
      throw problem;
    }
  }

  async function observed(
    callId: string,
    conferenceSid: string,
    legs: readonly ListedParticipant[],
  ): Promise<ObservedConference> {
    await onParticipantsListed?.(callId, conferenceSid, legs);
    return {
      conferenceId: conferenceSid,
      participants: legs.flatMap(({ label, callSid, muted, coaching, hold, status }) => {
        const party = partyOf(label);
        const device = deviceOf(label);
        return party && status === 'connected'
          ? [
              {
                party,
                connectionId: callSid,
                ...(device && { device }),
                audibleTo: audienceOf({ muted, coaching }),
                onHold: hold,
              },
            ]
          : [];
      }),
    };
  }

  /**
   * Silences a coach whose rep has left or is on hold, since Twilio refuses to change it while
   * coaching is on. The coach is put on hold so that nobody hears them while both flags change.
   */
  async function silenceOnHold(leg: ParticipantRef, settings: ParticipantSettings): Promise<void> {
    const unbound = { ...settings, coachedConnectionId: undefined };
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
        const silencesWhisper = settings.audibleTo === 'nobody' && settings.coachedConnectionId;
        if (!isRefused || !silencesWhisper) throw problem;
        await silenceOnHold(leg, settings);
      }
    },

    async remove(leg) {
      await send(() => participant(leg).remove());
    },

    ...ringing,
    ringOwnDevice: (rung) => ownDevices.ring(rung).then(() => undefined),
    speakCode: ownDevices.speakCode,
    speakWords: ownDevices.speakWords,

    ...createRecordingControl(client, { publicUrl, create, send }),

    async announce(
      { conferenceId: conferenceSid, connectionId: callSid },
      { callId, announcementId },
    ) {
      const announceUrl = `${publicUrl}${PATHS.announce}?${new URLSearchParams({ callId, announcementId })}`;
      const update = { announceUrl, announceMethod: 'POST' as const };
      await send<unknown>(() =>
        callSid
          ? participant({ conferenceId: conferenceSid, connectionId: callSid }).update(update)
          : client.conferences(conferenceSid).update(update),
      );
    },

    async holdWaiting({ callId, ...customer }) {
      await send(() =>
        participant(customer).update({
          hold: true,
          holdUrl: heldUrl(publicUrl, callId),
          holdMethod: 'POST',
        }),
      );
    },

    async holdForTalk({ callId, ...customer }) {
      await send(() =>
        participant(customer).update({
          hold: true,
          holdUrl: onHoldUrl(publicUrl, callId),
          holdMethod: 'POST',
        }),
      );
    },

    async sendOn({ callId, connectionId: callSid }) {
      await send(() =>
        client.calls(callSid).update({ url: afterwardsUrl(publicUrl, callId), method: 'POST' }),
      );
    },

    async endCall(conferenceSid) {
      await send(() => client.conferences(conferenceSid).update({ status: 'completed' }));
    },

    async observeConference(callId, knownConferenceSid) {
      const known = knownConferenceSid && (await participantsOf(knownConferenceSid));
      if (knownConferenceSid && known) return observed(callId, knownConferenceSid, known);
      // A conference is `init` until its second participant joins, so it is not filtered by
      // `in-progress`.
      const sameName = await send(() =>
        client.conferences.list({ friendlyName: callId, limit: 20 }),
      );
      const conference = sameName.find(({ status }) => status !== 'completed');
      if (!conference) return undefined;
      const legs = await send(() =>
        client.conferences(conference.sid).participants.list({ limit: 250 }),
      );
      return observed(callId, conference.sid, legs);
    },

    async listConferences() {
      const listed: ListedConference[] = [];
      // A conference is `init` before it is in progress, such as when its only participant joined
      // late.
      for (const status of ['init', 'in-progress'] as const) {
        let page: ConferencePage | undefined = await send(() =>
          client.conferences.page({ status, pageSize: LIST_PAGE_SIZE }),
        );
        while (page) {
          for (const { friendlyName, sid } of page.instances)
            listed.push({ callId: friendlyName, conferenceId: sid });
          const { nextPageUrl } = page as { readonly nextPageUrl?: string };
          page = nextPageUrl
            ? await send(() => client.conferences.getPage(nextPageUrl))
            : undefined;
        }
      }
      return listed;
    },
  };
}
