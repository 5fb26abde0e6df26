import type { CallEvent } from './events.ts';
import type { Call } from './call.ts';
import { isUnseen } from './unseen.ts';

/** A durable intent to tell another system. A key that exists already is not written again. */
export type OutboxMessage = { readonly [T in OutboxTopic]: OutboxMessageOf<T> }[OutboxTopic];

export interface OutboxMessageOf<T extends OutboxTopic> {
  readonly key: string;
  readonly orgId: string;
  readonly topic: T;
  readonly payload: OutboxPayloads[T];
}

export interface OutboxPayloads {
  'crm.intervention': { readonly callId: string; readonly interventionId: string };
  /** Something to tell the rep of the call in the org's own bell. */
  'crm.bell': { readonly callId: string; readonly interventionId: string; readonly about: RepNews };
  /** A checkpoint of the audit, by its number. */
  'crm.checkpoint': { readonly number: number };
}

export type OutboxTopic = keyof OutboxPayloads;

/** `receipt`: say whether it helped. `coaching`: a debrief is planned. */
export type RepNews = 'receipt' | 'coaching';

/** What the CRM must hear of these events: an intervention when it ends, and again when its outcome or its recording is known. */
export function outboxMessages(call: Call, events: readonly CallEvent[]): OutboxMessage[] {
  return [...events.flatMap((event) => interventionMessages(call, event)), ...events.flatMap((event) => bellMessages(call, event))];
}

function interventionMessages(call: Call, event: CallEvent): OutboxMessage[] {
  const interventionId = toldIntervention(call, event);
  if (!interventionId) return [];
  const joined = call.interventions.find((i) => i.interventionId === interventionId);
  if (joined?.status === 'ended' && !joined.joinedAt) return [];
  // The rep reads the deal’s timeline too. Administrators find who listened unseen in the audit.
  if (joined && isUnseen(joined)) return [];
  return [{
    key: `crm.intervention:${interventionId}:${event.type}${event.type === 'RecordingEnded' ? `:${event.recordingId}` : ''}`,
    orgId: call.orgId,
    topic: 'crm.intervention',
    payload: { callId: call.callId, interventionId },
  }];
}

/** The rep is asked whether it helped when somebody was heard, and told of a debrief. Who listened unseen stays unseen here too. */
function bellMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (event.type !== 'InterventionEnded' && event.type !== 'OutcomeGiven') return [];
  const { interventionId } = event;
  const i = call.interventions.find((one) => one.interventionId === interventionId);
  if (i?.status !== 'ended' || !i.joinedAt || isUnseen(i)) return [];
  const bell = (about: RepNews): OutboxMessage => ({ key: `crm.bell:${interventionId}:${about}`, orgId: call.orgId, topic: 'crm.bell', payload: { callId: call.callId, interventionId, about } });
  if (event.type === 'InterventionEnded') return i.modeHistory.some(({ mode }) => mode !== 'monitor') ? [bell('receipt')] : [];
  return i.outcome.status === 'given' && i.outcome.coaching ? [bell('coaching')] : [];
}

function toldIntervention(call: Call, event: CallEvent): string | undefined {
  if (event.type === 'InterventionEnded' || event.type === 'OutcomeGiven') return event.interventionId;
  if (event.type !== 'RecordingEnded') return undefined;
  const of = call.recordings.find(({ recordingId }) => recordingId === event.recordingId)?.of;
  const isOver = of?.kind === 'supervisor' && call.interventions.some((i) => i.interventionId === of.interventionId && i.status === 'ended');
  return isOver ? of.interventionId : undefined;
}
