import type { Call, CallEndReason } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';

/** Ends a call, and the interventions that are open on it. */
export function endCall(call: Call, endReason: CallEndReason, now: string): CallEvent[] {
  if (call.status === 'ended') return [];
  const open = call.interventions.filter((i) => i.status !== 'ended');
  return [
    ...open.map((i): CallEvent => ({
      type: 'InterventionEnded',
      interventionId: i.interventionId,
      endReason: 'call_ended',
      at: now,
    })),
    { type: 'CallEnded', endReason, at: now },
  ];
}
