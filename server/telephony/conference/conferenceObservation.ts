import type { Twilio } from 'twilio';
import type { ConferencePage } from 'twilio/lib/rest/api/v2010/account/conference.js';
import type { ListedConference } from '../../domain/carrier/listedConferences.ts';
import type { ObservedConference } from '../../domain/carrier/reconcile.ts';
import { CarrierProblem, type ConferenceControl } from '../../ports/index.ts';
import type { ListedParticipant } from '../webhooks/carrierReports.ts';
import { deviceOf, partyOf } from './labels.ts';
import type { SendToTwilio } from './participantControl.ts';
import { audienceOf } from './participantFlags.ts';

/** The largest that Twilio allows. */
const LIST_PAGE_SIZE = 1_000;

export interface ListedParticipants {
  /** Receives all listed participants, including unknown ones, before the list is used. */
  readonly onParticipantsListed?: (
    callId: string,
    conferenceSid: string,
    legs: readonly ListedParticipant[],
  ) => Promise<void>;
}

interface ObservationDeps extends ListedParticipants {
  readonly send: SendToTwilio;
}

/** What is in conferences now. */
export function conferenceObservation(
  client: Twilio,
  { send, onParticipantsListed }: ObservationDeps,
): Pick<ConferenceControl, 'observeConference' | 'listConferences'> {
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
      rings: legs.flatMap(({ label, callSid, status }) => {
        const party = partyOf(label);
        return party && (status === 'queued' || status === 'ringing')
          ? [{ party, connectionId: callSid }]
          : [];
      }),
    };
  }

  return {
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
