import type { CallEvent } from './events.ts';
import type { Call } from './call.ts';

/** A durable intent to tell another system. A key that exists already is not written again. */
export interface OutboxMessage {
  readonly key: string;
  readonly orgId: string;
  readonly topic: OutboxTopic;
  readonly payload: { readonly callId: string; readonly interventionId: string };
}

export type OutboxTopic = 'crm.intervention';

/** What the CRM must hear of these events: an intervention when it ends, and again when its outcome is known. */
export function outboxMessages(call: Call, events: readonly CallEvent[]): OutboxMessage[] {
  return events.flatMap((event) => {
    if (event.type !== 'InterventionEnded' && event.type !== 'OutcomeGiven') return [];
    const { interventionId } = event;
    const joined = call.interventions.find((i) => i.interventionId === interventionId);
    if (joined?.status === 'ended' && !joined.joinedAt) return [];
    return [{
      key: `crm.intervention:${interventionId}:${event.type}`,
      orgId: call.orgId,
      topic: 'crm.intervention',
      payload: { callId: call.callId, interventionId },
    }];
  });
}
