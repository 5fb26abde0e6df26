import type { RepOnCall, Ringing } from '../call/call.ts';
import { planRinging, type RingRequest } from './plan.ts';

export interface ReturnRequest extends Omit<RingRequest, 'owner' | 'isMidCall'> {
  /** The rep whose connection was lost. */
  readonly rep: RepOnCall;
}

/**
 * The reps that a call rings after its rep was lost: the rep, then those who are rung for an
 * inbound call. Outside opening hours the call only waits for the rep.
 */
export function planReturn({ rep, group, ...request }: ReturnRequest, now: string): Ringing {
  const others = group.filter(({ userId }) => userId !== rep.userId);
  const { steps, otherwise } = planRinging(
    { ...request, owner: undefined, group: others, isMidCall: true },
    now,
  );
  const { returnSeconds: seconds } = request.rules;
  return { steps: [{ whom: 'owner', reps: [rep], seconds }, ...steps], otherwise };
}
