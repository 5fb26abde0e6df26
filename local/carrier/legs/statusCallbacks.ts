import { rfc2822 } from '../formats/dates.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Form } from '../webhooks/signature.ts';
import { isOver, type Leg, type LegStatus } from './leg.ts';

/**
 * The parameters of every request about a leg.
 * https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application
 */
export function requestParams(accountSid: string, leg: Leg): Form {
  return {
    CallSid: leg.callSid,
    AccountSid: accountSid,
    From: leg.from,
    To: leg.to,
    Caller: leg.from,
    Called: leg.to,
    CallStatus: leg.status,
    Direction: leg.direction,
    ApiVersion: '2010-04-01',
    ParentCallSid: leg.parentCallSid,
    ...placeOf('From', leg.from),
    ...placeOf('Caller', leg.from),
    ...placeOf('To', leg.to),
    ...placeOf('Called', leg.to),
  };
}

/** The place of a phone number. Unknown parts are empty. */
const placeOf = (who: string, address: string): Form =>
  address.startsWith('+')
    ? {
        [`${who}City`]: '',
        [`${who}State`]: '',
        [`${who}Zip`]: '',
        [`${who}Country`]: address.startsWith('+1') ? 'US' : '',
      }
    : {};

const SIP_CODES: Partial<Record<LegStatus, string>> = {
  completed: '200',
  busy: '486',
  'no-answer': '487',
  canceled: '487',
  failed: '404',
};

/**
 * Sends a leg's new status to its status callback.
 * https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export function sendLegStatus(accountSid: string, leg: Leg, callbacks: Callbacks): void {
  const event = leg.status === 'in-progress' ? 'answered' : isOver(leg) ? 'completed' : leg.status;
  const to = leg.statusCallback;
  if (!to?.events.includes(event)) return;
  const seconds = durationSeconds(leg);
  callbacks.send(
    to.url,
    {
      ...requestParams(accountSid, leg),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(leg.sequence++),
      Timestamp: rfc2822(new Date()),
      SipResponseCode: leg.sipResponseCode?.toString() ?? SIP_CODES[leg.status],
      ...(isOver(leg) && {
        CallDuration: String(seconds),
        Duration: String(Math.ceil(seconds / 60)),
      }),
    },
    to.method,
  );
}

/** Whole seconds since the leg was answered, until it ended; 0 without an answer. */
export const durationSeconds = (leg: Leg): number =>
  leg.answeredAt
    ? Math.round(((leg.endedAt ?? new Date()).valueOf() - leg.answeredAt.valueOf()) / 1000)
    : 0;
