import type { Twilio } from 'twilio';
import type { ParticipantListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/conference/participant.js';
import type { Party } from '../../domain/call/call.ts';
import { CarrierProblem, type ConferenceControl, type PersonKey } from '../../ports/index.ts';
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

interface RungParticipant extends Omit<ParticipantListInstanceCreateOptions, 'label'> {
  readonly party: Party;
  /** The party is rung to have the call, and not to change to another device in mid-call. */
  readonly isForCall?: true;
}

interface SoftphoneRing extends Omit<RungParticipant, 'from' | 'to'> {
  /** What the softphone shows of the call. */
  readonly shown: Readonly<Record<string, string>>;
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

  /** Rings somebody into the conference of a call. Returns the new connection. */
  async function ringInto(callId: string, { party, isForCall, ...participant }: RungParticipant) {
    const label = labelOf(party);
    const { callSid } = await create(() =>
      client.conferences(callId).participants.create({
        label,
        beep: 'false',
        ...participant,
        ...legCallback(callId, label, isForCall),
      }),
    );
    return callSid;
  }

  /** Rings a softphone. Until somebody answers, the caller keeps hearing the waiting sound. */
  const ringSoftphone = (
    { orgId, userId }: PersonKey,
    callId: string,
    { shown, ...participant }: SoftphoneRing,
  ): Promise<string> =>
    ringInto(callId, {
      from: callerIdOf(orgId),
      to: `client:${identityOf({ orgId, userId })}?${new URLSearchParams({ callId, ...shown })}`,
      earlyMedia: false,
      endConferenceOnExit: false,
      ...participant,
    });

  async function ringingLegOf(conferenceSid: string, party: Party): Promise<string | undefined> {
    const legs = await send(() =>
      client.conferences(conferenceSid).participants.list({ limit: 250 }),
    );
    return legs.find(({ label, status }) => label === labelOf(party) && status !== 'connected')
      ?.callSid;
  }

  return {
    dialCustomer: ({ callId, orgId, phone, callerId, detectsMachine = false }) =>
      ringInto(callId, {
        party: { role: 'customer' },
        from: callerId ?? callerIdOf(orgId),
        to: phone,
        timeout: RING_SECONDS,
        earlyMedia: true,
        startConferenceOnEnter: true,
        endConferenceOnExit: true,
        // A message can be left when the greeting ends. The participants API always detects the
        // machine without delaying the call, and refuses the parameters that the calls API has
        // for this (21263).
        ...(detectsMachine && {
          machineDetection: 'DetectMessageEnd',
          amdStatusCallback: answerCallbackUrl(publicUrl, callId),
          amdStatusCallbackMethod: 'POST',
        }),
      }),

    dialPracticeCustomer: ({ callId, orgId }) =>
      ringInto(callId, {
        party: { role: 'customer' },
        from: callerIdOf(orgId),
        to: `app:${twimlAppSid}?practice=${encodeURIComponent(callId)}`,
        timeout: RING_SECONDS,
        timeLimit: PRACTICE_SECONDS,
        startConferenceOnEnter: true,
        endConferenceOnExit: true,
      }),

    async ringRep({ callId, orgId, repUserId, customerName, seconds = RING_SECONDS, lostRepName }) {
      const person = { orgId, userId: repUserId };
      const party: Party = { role: 'rep' };
      const own = await ownDevices.ringWhereWanted({ callId, ...person, party }, seconds);
      return (
        own ??
        ringSoftphone(person, callId, {
          party,
          isForCall: true,
          shown: { customerName, ...(lostRepName !== undefined && { lostRep: lostRepName }) },
          timeout: seconds,
          jitterBufferSize: 'small',
          startConferenceOnEnter: true,
        })
      );
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
      return (
        own ??
        ringSoftphone({ orgId, userId }, callId, {
          party,
          shown: {
            customerName,
            ...(repName !== undefined && { transferredBy: repName }),
            ...(lostRepName !== undefined && { lostRep: lostRepName }),
          },
          timeout: seconds,
          jitterBufferSize: 'small',
          startConferenceOnEnter: false,
        })
      );
    },

    dialGuest({ callId, orgId, guestId, to }) {
      const guest = {
        party: { role: 'guest', guestId },
        timeout: COLLEAGUE_RING_SECONDS,
        startConferenceOnEnter: false,
      } as const;
      return 'phone' in to
        ? ringInto(callId, {
            ...guest,
            from: callerIdOf(orgId),
            to: to.phone,
            earlyMedia: false,
            endConferenceOnExit: false,
          })
        : ringSoftphone({ orgId, userId: to.userId }, callId, {
            ...guest,
            shown: { customerName: to.customerName, invitedBy: to.repName },
          });
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
