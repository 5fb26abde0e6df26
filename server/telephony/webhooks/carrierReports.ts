import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { CallbackForm } from '../../ports/index.ts';
import { partyOf } from '../conference/labels.ts';
import { audienceOf } from '../conference/participantFlags.ts';

/**
 * Reads a conference callback as evidence for the carrier cross-check, including callbacks about
 * unknown legs and events.
 */
export function reportIn({ params, idempotencyToken }: CallbackForm): CarrierReport | undefined {
  const {
    ConferenceSid: conferenceSid,
    FriendlyName: callId,
    StatusCallbackEvent: event,
    CallSid: callSid,
    ParticipantLabel: label,
  } = params;
  if (!conferenceSid || !callId || !event) return undefined;
  const time = new Date(params.Timestamp ?? '');
  const at = (Number.isNaN(time.valueOf()) ? new Date() : time).toISOString();
  return {
    key: `callback:${conferenceSid}:${params.SequenceNumber ?? idempotencyToken ?? at}:${event}`,
    callId,
    conferenceId: conferenceSid,
    event,
    source: 'callback',
    at,
    form: params,
    ...about(callSid, label),
    ...(params.Muted !== undefined && {
      audibleTo: audienceOf({
        muted: params.Muted === 'true',
        coaching: params.Coaching === 'true',
      }),
    }),
  };
}

/** A participant in the carrier's list. */
export interface ListedParticipant {
  readonly callSid: string;
  readonly label?: string | null;
  readonly muted: boolean;
  readonly coaching: boolean;
  readonly hold: boolean;
  readonly status: string;
}

/**
 * The listed participant as evidence. An unchanged participant has the same key, so it is stored
 * once.
 */
export function reportOf(
  callId: string,
  conferenceSid: string,
  {
    callSid,
    label,
    muted,
    coaching,
    hold,
    status,
    at,
  }: ListedParticipant & { readonly at: string },
): CarrierReport {
  return {
    key: `look:${conferenceSid}:${callSid}:${label ?? ''}:${muted}:${coaching}:${hold}:${status}`,
    callId,
    conferenceId: conferenceSid,
    event: 'present',
    source: 'look',
    at,
    form: { callSid, label, muted, coaching, hold, status },
    ...about(callSid, label ?? undefined),
    audibleTo: audienceOf({ muted, coaching }),
  };
}

function about(
  callSid: string | undefined,
  label: string | undefined,
): Pick<CarrierReport, 'connectionId' | 'label' | 'party'> {
  const party = partyOf(label);
  return {
    ...(callSid && { connectionId: callSid }),
    ...(label && { label }),
    ...(party && { party }),
  };
}
