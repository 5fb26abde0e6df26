import type { Twilio } from 'twilio';
import type { Party } from '../../domain/call/call.ts';
import { CarrierProblem, type ConferenceControl } from '../../ports/index.ts';
import { identityOf } from '../softphone/identity.ts';
import { labelOf } from './labels.ts';
import {
  answerCallbackUrl,
  type createOwnDevices,
  legStatusCallback,
  RING_SECONDS,
} from './ownDevices.ts';
import { CONFERENCE_EVENTS, conferenceCallbackUrl, supervisorUrl } from './twiml.ts';

/** Shorter than for others, because rep and customer wait meanwhile. */
const COLLEAGUE_RING_SECONDS = 25;

/**
 * Longer than any script and debrief. Without a limit, a forgotten practice call would cost money.
 */
const PRACTICE_SECONDS = 900;

interface RingingSettings {
  readonly publicUrl: string;
  /** The TwiML App whose instructions the scripted customer of a practice call follows. */
  readonly twimlAppSid: string;
  /** The org's caller id, in E.164. */
  readonly callerIdOf: (orgId: string) => string;
  /** Rung in place of the softphone if the person wants that. */
  readonly ownDevices: Pick<ReturnType<typeof createOwnDevices>, 'ringWhereWanted'>;
  /** Sends a request that must not be repeated. */
  readonly create: <T>(request: () => Promise<T>) => Promise<T>;
  /** Sends a request that may be repeated. */
  readonly send: <T>(request: () => Promise<T>) => Promise<T>;
}

/**
 * Rings people into a conference by the Participant resource, a supervisor's phone by the Call
 * resource, and stops the ringing. All methods reject with CarrierProblem.
 */
export function createRinging(
  client: Twilio,
  { publicUrl, twimlAppSid, callerIdOf, ownDevices, create, send }: RingingSettings,
) {
  const legCallback = (callId: string, party: string, isForCall = false) => ({
    ...legStatusCallback(publicUrl, { callId, party, isForCall }),
    conferenceStatusCallback: conferenceCallbackUrl(publicUrl),
    conferenceStatusCallbackEvent: [...CONFERENCE_EVENTS],
  });

  async function ringingLegOf(conferenceSid: string, party: Party): Promise<string | undefined> {
    const legs = await send(() =>
      client.conferences(conferenceSid).participants.list({ limit: 250 }),
    );
    return legs.find(({ label, status }) => label === labelOf(party) && status !== 'connected')
      ?.callSid;
  }

  return {
    async dialCustomer({ callId, orgId, phone, callerId, detectsMachine = false }) {
      const leg = await create(() =>
        client.conferences(callId).participants.create({
          from: callerId ?? callerIdOf(orgId),
          to: phone,
          label: labelOf({ role: 'customer' }),
          timeout: RING_SECONDS,
          beep: 'false',
          earlyMedia: true,
          startConferenceOnEnter: true,
          endConferenceOnExit: true,
          ...legCallback(callId, 'customer'),
          // A message can be left when the greeting ends. The participants API always detects the
          // machine without delaying the call, and refuses the parameters that the calls API has
          // for this (21263).
          ...(detectsMachine && {
            machineDetection: 'DetectMessageEnd',
            amdStatusCallback: answerCallbackUrl(publicUrl, callId),
            amdStatusCallbackMethod: 'POST',
          }),
        }),
      );
      return leg.callSid;
    },

    async dialPracticeCustomer({ callId, orgId }) {
      const leg = await create(() =>
        client.conferences(callId).participants.create({
          from: callerIdOf(orgId),
          to: `app:${twimlAppSid}?practice=${encodeURIComponent(callId)}`,
          label: labelOf({ role: 'customer' }),
          timeout: RING_SECONDS,
          timeLimit: PRACTICE_SECONDS,
          beep: 'false',
          startConferenceOnEnter: true,
          endConferenceOnExit: true,
          ...legCallback(callId, 'customer'),
        }),
      );
      return leg.callSid;
    },

    async ringRep({ callId, orgId, repUserId, customerName, seconds = RING_SECONDS, lostRepName }) {
      const own = await ownDevices.ringWhereWanted(
        { callId, orgId, userId: repUserId, party: { role: 'rep' } },
        seconds,
      );
      if (own) return own;
      const params = new URLSearchParams({
        callId,
        customerName,
        ...(lostRepName !== undefined && { lostRep: lostRepName }),
      });
      const leg = await create(() =>
        client.conferences(callId).participants.create({
          from: callerIdOf(orgId),
          to: `client:${identityOf({ orgId, userId: repUserId })}?${params}`,
          label: labelOf({ role: 'rep' }),
          timeout: seconds,
          beep: 'false',
          // Until somebody answers, the caller keeps hearing the waiting sound.
          earlyMedia: false,
          jitterBufferSize: 'small',
          startConferenceOnEnter: true,
          endConferenceOnExit: false,
          ...legCallback(callId, 'rep', true),
        }),
      );
      return leg.callSid;
    },

    async ringColleague({
      callId,
      orgId,
      userId,
      customerName,
      repName,
      seconds = COLLEAGUE_RING_SECONDS,
      lostRepName,
    }) {
      const party: Party = { role: 'colleague', userId };
      const own = await ownDevices.ringWhereWanted({ callId, orgId, userId, party }, seconds);
      if (own) return own;
      const params = new URLSearchParams({
        callId,
        customerName,
        ...(repName !== undefined && { transferredBy: repName }),
        ...(lostRepName !== undefined && { lostRep: lostRepName }),
      });
      const label = labelOf(party);
      const leg = await create(() =>
        client.conferences(callId).participants.create({
          from: callerIdOf(orgId),
          to: `client:${identityOf({ orgId, userId })}?${params}`,
          label,
          timeout: seconds,
          beep: 'false',
          // Until somebody answers, the caller keeps hearing the waiting sound.
          earlyMedia: false,
          jitterBufferSize: 'small',
          startConferenceOnEnter: false,
          endConferenceOnExit: false,
          ...legCallback(callId, label),
        }),
      );
      return leg.callSid;
    },

    async dialGuest({ callId, orgId, guestId, to }) {
      const label = labelOf({ role: 'guest', guestId });
      const address =
        'phone' in to
          ? to.phone
          : `client:${identityOf({ orgId, userId: to.userId })}?${new URLSearchParams({
              callId,
              customerName: to.customerName,
              invitedBy: to.repName,
            })}`;
      const leg = await create(() =>
        client.conferences(callId).participants.create({
          from: callerIdOf(orgId),
          to: address,
          label,
          timeout: COLLEAGUE_RING_SECONDS,
          beep: 'false',
          earlyMedia: false,
          startConferenceOnEnter: false,
          endConferenceOnExit: false,
          ...legCallback(callId, label),
        }),
      );
      return leg.callSid;
    },

    async stopRinging({ conferenceId: conferenceSid, party, connectionId }) {
      const callSid = connectionId ?? (await ringingLegOf(conferenceSid, party));
      if (!callSid) return;
      // Twilio refuses to cancel a call that was answered or is over.
      await send(() => client.calls(callSid).update({ status: 'canceled' })).catch(
        (problem: unknown) => {
          if (!(problem instanceof CarrierProblem) || problem.kind !== 'refused') throw problem;
        },
      );
    },

    async ringSupervisor({ callId, orgId, interventionId, to }) {
      const party = labelOf({ role: 'supervisor', interventionId });
      await create(() =>
        client.calls.create({
          from: callerIdOf(orgId),
          to,
          timeout: RING_SECONDS,
          url: supervisorUrl(publicUrl, interventionId),
          ...legStatusCallback(publicUrl, { callId, party }),
        }),
      );
    },
  } satisfies Partial<ConferenceControl>;
}
