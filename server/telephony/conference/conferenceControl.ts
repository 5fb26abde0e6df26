import { setTimeout as pause } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import type { ConferenceControl, ParticipantRef, ParticipantSettings, StillWanted } from '../../ports/index.ts';
import { identityOf } from '../softphone/identity.ts';
import { labelOf, partyOf } from './labels.ts';
import { withRetries, type RequestOptions } from '../client/errors.ts';
import { recordingCallback } from '../recordings/recordings.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { CONFERENCE_EVENTS, conferenceCallbackUrl, supervisorUrl } from './twiml.ts';
import type { ListedParticipant } from '../webhooks/carrierReports.ts';
import { PATHS } from '../webhooks/paths.ts';
import { flagsOf, audienceOf } from './participantFlags.ts';

export interface ControlSettings {
  /** Is told of everybody the carrier lists, known to us or not, before we act on it. */
  readonly seen?: (callId: string, conferenceSid: string, legs: readonly ListedParticipant[]) => Promise<void>;
  readonly publicUrl: string;
  /** How it is waited before the carrier is asked again. */
  readonly waiting?: Pick<RequestOptions, 'pause' | 'random'>;
  /** The number that an org's customers see, in E.164. */
  readonly callerIdOf: (orgId: string) => string;
}

const RING_SECONDS = 40;
/** Shorter: the rep, and often the customer, wait for an answer. */
const COLLEAGUE_RING_SECONDS = 25;
const LEG_EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

/** Conference control by Twilio's Participant resource; only the fields named here are ever sent. */
export function createConferenceControl(client: Twilio, { publicUrl, callerIdOf, seen, waiting = { pause } }: ControlSettings): ConferenceControl {
  const ask = <T>(request: () => Promise<T>, isStillWanted?: StillWanted): Promise<T> => withRetries(request, { ...waiting, isStillWanted, repeatable: true });
  /** Asked twice, a phone would ring twice. */
  const dial = <T>(request: () => Promise<T>): Promise<T> => withRetries(request, { ...waiting, repeatable: false });
  const participant = ({ conferenceId: conferenceSid, connectionId: callSid }: ParticipantRef) => client.conferences(conferenceSid).participants(callSid);

  const legCallback = (callId: string, party: string) => ({
    statusCallback: `${publicUrl}${PATHS.participant}?callId=${encodeURIComponent(callId)}&party=${encodeURIComponent(party)}${CALLBACK_OVERRIDES}`,
    statusCallbackEvent: LEG_EVENTS,
    conferenceStatusCallback: conferenceCallbackUrl(publicUrl),
    conferenceStatusCallbackEvent: [...CONFERENCE_EVENTS],
  });

  return {
    async set(leg, settings, isStillWanted) {
      await ask(() => participant(leg).update(updateOf(settings)), isStillWanted);
    },

    async remove(leg) {
      await ask(() => participant(leg).remove());
    },

    async dialCustomer({ callId, orgId, phone }) {
      const leg = await dial(() => client.conferences(callId).participants.create({
        from: callerIdOf(orgId), to: phone, label: labelOf({ role: 'customer' }), timeout: RING_SECONDS,
        beep: 'false', earlyMedia: true, startConferenceOnEnter: true, endConferenceOnExit: true, ...legCallback(callId, 'customer'),
      }));
      return leg.callSid;
    },

    async ringRep({ callId, orgId, repUserId, customerName }) {
      const params = new URLSearchParams({ callId, customerName });
      const leg = await dial(() => client.conferences(callId).participants.create({
        from: callerIdOf(orgId), to: `client:${identityOf({ orgId, userId: repUserId })}?${params}`,
        label: labelOf({ role: 'rep' }), timeout: RING_SECONDS, beep: 'false', jitterBufferSize: 'small',
        startConferenceOnEnter: true, endConferenceOnExit: true, ...legCallback(callId, 'rep'),
      }));
      return leg.callSid;
    },

    async ringColleague({ callId, orgId, userId, customerName, repName }) {
      const params = new URLSearchParams({ callId, customerName, transferredBy: repName });
      const label = labelOf({ role: 'colleague', userId });
      const leg = await dial(() => client.conferences(callId).participants.create({
        from: callerIdOf(orgId), to: `client:${identityOf({ orgId, userId })}?${params}`, label, timeout: COLLEAGUE_RING_SECONDS,
        beep: 'false', jitterBufferSize: 'small', startConferenceOnEnter: false, endConferenceOnExit: false, ...legCallback(callId, label),
      }));
      return leg.callSid;
    },

    async stopRinging({ conferenceId: conferenceSid, party }) {
      const legs = await ask(() => client.conferences(conferenceSid).participants.list({ limit: 250 }));
      const rung = legs.find(({ label, status }) => label === labelOf(party) && status !== 'connected');
      if (rung) await ask(() => client.calls(rung.callSid).update({ status: 'completed' }));
    },

    async ringSupervisor({ callId, orgId, interventionId, to }) {
      const party = labelOf({ role: 'supervisor', interventionId });
      await dial(() => client.calls.create({
        from: callerIdOf(orgId), to, timeout: RING_SECONDS, url: supervisorUrl(publicUrl, interventionId),
        statusCallback: `${publicUrl}${PATHS.participant}?callId=${encodeURIComponent(callId)}&party=${encodeURIComponent(party)}${CALLBACK_OVERRIDES}`,
        statusCallbackEvent: LEG_EVENTS,
      }));
    },

    async recordParticipant({ callId, interventionId, connectionId: callSid }) {
      const leg = client.calls(callSid);
      const [known] = await ask(() => leg.recordings.list({ limit: 1 }));
      if (known) return;
      await dial(() => leg.recordings.create({
        recordingChannels: 'mono', recordingTrack: 'inbound', ...recordingCallback(publicUrl, { callId, interventionId }),
      }));
    },

    async announce({ conferenceId: conferenceSid, connectionId: callSid }, { callId, announcementId }) {
      const announceUrl = `${publicUrl}${PATHS.announce}?${new URLSearchParams({ callId, announcementId })}`;
      const told = { announceUrl, announceMethod: 'POST' as const };
      await ask<unknown>(() => (callSid ? participant({ conferenceId: conferenceSid, connectionId: callSid }).update(told) : client.conferences(conferenceSid).update(told)));
    },

    async endCall(conferenceSid) {
      await ask(() => client.conferences(conferenceSid).update({ status: 'completed' }));
    },

    async observeConference(callId) {
      // Until its second party comes, a conference may still be `init`.
      const named = await ask(() => client.conferences.list({ friendlyName: callId, limit: 20 }));
      const conference = named.find(({ status }) => status !== 'completed');
      if (!conference) return undefined;
      const legs = await ask(() => client.conferences(conference.sid).participants.list({ limit: 250 }));
      await seen?.(callId, conference.sid, legs);
      return {
        conferenceId: conference.sid,
        participants: legs.flatMap(({ label, callSid, muted, coaching, hold, status }) => {
          const party = partyOf(label);
          return party && status === 'connected' ? [{ party, connectionId: callSid, audibleTo: audienceOf({ muted, coaching }), onHold: hold }] : [];
        }),
      };
    },
  };
}

/** Hold never travels with voice: Twilio refuses the mixture. */
function updateOf({ audibleTo, coachedConnectionId: coachedCallSid, endsCall, onHold }: ParticipantSettings) {
  if (onHold !== undefined) return { hold: onHold };
  return {
    ...(audibleTo !== undefined && flagsOf(audibleTo, coachedCallSid)),
    ...(endsCall !== undefined && { endConferenceOnExit: endsCall }),
  };
}
